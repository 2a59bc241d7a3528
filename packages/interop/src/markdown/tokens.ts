/** A mark of the grammar that a task line can carry. */
export type TokenName =
  | "after"
  | "block"
  | "created"
  | "dropped"
  | "done"
  | "due"
  | "estimate"
  | "for"
  | "id"
  | "label"
  | "onCompletion"
  | "person"
  | "priority"
  | "promised"
  | "recurrence"
  | "scheduled"
  | "start"
  | "time";

/** A mark with its value and the text it was written as. */
export interface Token {
  readonly name: TokenName;
  readonly value: string;
  readonly written: string;
}

/** A task line's text without its marks, and the marks. */
export interface TaskText {
  readonly title: string;
  readonly tokens: readonly Token[];
  /** Whether blanks were no-break spaces, or emoji carried a variation selector. */
  readonly hadNbsp: boolean;
  readonly hadSelector: boolean;
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const emoji: readonly (readonly [RegExp, TokenName])[] = [
  [new RegExp(String.raw`\u2795 *(${day})`, "gu"), "created"],
  [new RegExp(String.raw`[\u23f3\u231b] *(${day})`, "gu"), "scheduled"],
  [new RegExp(String.raw`\u{1f6eb} *(${day})`, "gu"), "start"],
  [new RegExp(String.raw`[\u{1f4c5}\u{1f4c6}\u{1f5d3}] *(${day})`, "gu"), "due"],
  [new RegExp(String.raw`\u2705 *(${day})`, "gu"), "done"],
  [new RegExp(String.raw`\u274c *(${day})`, "gu"), "dropped"],
  [/\u{1f194} *([A-Za-z0-9_-]+)/gu, "id"],
  [/\u26d4 *([A-Za-z0-9_-]+(?: *, *[A-Za-z0-9_-]+)*)/gu, "after"],
  [/(\u{1f53a}|\u23eb|\u{1f53c}|\u{1f53d}|\u23ec)/gu, "priority"],
  [/\u{1f3c1} *([A-Za-z]+)/gu, "onCompletion"],
  [
    /\u{1f501} *([^\u2795\u23f3\u231b\u{1f6eb}\u{1f4c5}\u2705\u274c\u{1f194}\u26d4\u{1f3c1}\u{1f53a}\u23eb\u{1f53c}\u{1f53d}\u23ec#@[]+)/gu,
    "recurrence",
  ],
];

const priorities = new Map([
  ["\u{1f53a}", "highest"],
  ["\u23eb", "high"],
  ["\u{1f53c}", "medium"],
  ["\u{1f53d}", "low"],
  ["\u23ec", "lowest"],
]);

const dataviewNames = new Map<string, TokenName>([
  ["created", "created"],
  ["scheduled", "scheduled"],
  ["start", "start"],
  ["due", "due"],
  ["completion", "done"],
  ["cancelled", "dropped"],
  ["priority", "priority"],
  ["repeat", "recurrence"],
  ["id", "id"],
  ["dependson", "after"],
  ["oncompletion", "onCompletion"],
]);

const dataview = /[[(] *([A-Za-z]+) *:: *([^\])]*?) *[\])]/g;

const words: readonly (readonly [RegExp, TokenName])[] = [
  // The Kanban plugin of Obsidian writes days, times and links to the notes of days behind at signs.
  [/^@(?:\{|\[\[)(\d{4}-\d{2}-\d{2})(?:\}|\]\])$/, "due"],
  [/^@@\{(\d{1,2}:\d{2})\}$/, "time"],
  [/^\^([A-Za-z0-9-]+)$/, "block"],
  [/^@([^\s@]+)$/u, "person"],
  [/^~(\d+(?:\.\d+)?(?:[wdhmp]|min)?(?:\d+(?:\.\d+)?(?:[wdhm]|min))*)$/, "estimate"],
  [/^after:(\S+)$/, "after"],
  [/^due:(\S+)$/, "due"],
  [/^start:(\S+)$/, "start"],
  [/^done:(\S+)$/, "done"],
  [/^created:(\S+)$/, "created"],
  [/^dropped:(\S+)$/, "dropped"],
  [/^for:(\S+)$/, "for"],
  [/^id:(\S+)$/, "id"],
  [/^!promised:(\S+)$/, "promised"],
  [/^#([\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*)$/u, "label"],
];

function wordToken(word: string): Token | undefined {
  for (const [shape, name] of words) {
    const value = shape.exec(word)?.[1];
    if (value !== undefined) return { name, value, written: word };
  }
  return undefined;
}

/** A word that stands with a backslash before it so that it is no mark. */
const guarded = /^\\+(?:[@~#!^]|[a-z]+:)/;

/** Takes the marks out of a task line: house words, Obsidian Tasks emoji, dataview fields. A backslash keeps a word as it is. */
export function readTaskText(raw: string): TaskText {
  const hadSelector = raw.includes("\ufe0f");
  const hadNbsp = raw.includes("\u00a0");
  const tokens: Token[] = [];
  let text = raw.replaceAll("\ufe0f", "").replaceAll("\u00a0", " ");
  text = text.replace(dataview, (written: string, key: string, value: string) => {
    const name = dataviewNames.get(key.toLowerCase());
    if (name === undefined || value === "") return written;
    tokens.push({ name, value, written });
    return " ";
  });
  for (const [shape, name] of emoji) {
    text = text.replace(shape, (written: string, value: string) => {
      tokens.push({ name, value: priorities.get(value) ?? value.trim(), written: written.trim() });
      return " ";
    });
  }
  const title: string[] = [];
  const written = text.split(/[ \t]+/).filter((word) => word !== "");
  for (const [index, word] of written.entries()) {
    const token = wordToken(word);
    // The name of a block stands at the end of its line.
    if (token !== undefined && (token.name !== "block" || index === written.length - 1)) tokens.push(token);
    else title.push(guarded.test(word) ? word.slice(1) : word);
  }
  return { title: title.join(" "), tokens, hadNbsp, hadSelector };
}

/** A title whose words cannot be taken for marks. */
export function guardTitle(title: string): string {
  return title
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (wordToken(word) !== undefined || guarded.test(word) ? `\\${word}` : word))
    .join(" ");
}
