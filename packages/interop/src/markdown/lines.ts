/** A line of a Markdown text, by what it is. */
export type MarkdownLine =
  | {
      readonly kind: "task";
      readonly indent: number;
      readonly marker: string;
      readonly text: string;
      readonly tabs: boolean;
    }
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "bullet" | "text"; readonly indent: number; readonly text: string }
  | { readonly kind: "blank" | "fence" | "code" };

/** Columns a tab reaches to, as CommonMark counts. */
const tabWidth = 4;

function indentOf(space: string): number {
  let column = 0;
  for (const character of space) column = character === "\t" ? column + tabWidth - (column % tabWidth) : column + 1;
  return column;
}

const bullet = /^([\s\u00a0]*)(?:[-*+]|\d{1,9}[.)])[ \t\u00a0]+(.*)$/u;
const checkbox = /^\[(.)\](?:[ \t\u00a0]+(.*)|)$/u;

/** Marks of a quotation before a list line: callouts and quotations hold tasks like any other. */
const quotation = /^ {0,3}(?:> ?)+(?=[\s\u00a0]*(?:[-*+]|\d{1,9}[.)])[ \t\u00a0])/u;

function listLine(whole: string): MarkdownLine {
  const line = whole.replace(quotation, "");
  const item = bullet.exec(line);
  const space = item?.[1] ?? /^[\s\u00a0]*/u.exec(line)?.[0] ?? "";
  const indent = indentOf(space);
  if (item === null) return { kind: "text", indent, text: line.trim() };
  const box = checkbox.exec(item[2] as string);
  if (box === null) return { kind: "bullet", indent, text: item[2] as string };
  return { kind: "task", indent, marker: box[1] as string, text: box[2] ?? "", tabs: space.includes("\t") };
}

/** Reads the lines of a text; what stands between code fences is code. */
export function readLines(text: string): MarkdownLine[] {
  let fence: string | undefined;
  return text.split(/\r\n|\n|\r/).map((line): MarkdownLine => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]?.charAt(0);
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined;
      return { kind: "fence" };
    }
    if (fence !== undefined) return { kind: "code" };
    if (line.trim() === "") return { kind: "blank" };
    const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (heading === null) return listLine(line);
    return { kind: "heading", level: (heading[1] as string).length, text: heading[2] as string };
  });
}
