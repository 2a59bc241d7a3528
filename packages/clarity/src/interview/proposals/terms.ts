import type { CommandDraft, Term } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { strangeWords } from "../../item/undefined-term.js";
import { asked } from "../fill.js";
import type { Inquiry, Part, Proposal } from "../proposal.js";
import type { AnswerOption } from "../question.js";

/** Words that occur together in a title are explained together: the smallest word of each such family, by word. */
function families(titles: Iterable<readonly string[]>): (word: string) => string {
  const parent = new Map<string, string>();
  const rootOf = (word: string): string => {
    let at = word;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const words of titles) {
    const roots = words.map(rootOf).sort(compareText);
    const [least] = roots;
    if (least !== undefined) for (const root of roots) if (root !== least) parent.set(root, least);
  }
  return rootOf;
}

/** What an abbreviation means: asked once, however many titles use it. */
export function termQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  const titles = new Map<string, string[]>();
  for (const id of failing("clarity/undefined-term").keys())
    titles.set(id, strangeWords(plan, plan.items.get(id)?.row.title ?? ""));
  const familyOf = families(titles.values());
  const members = new Map<string, { readonly words: Set<string>; readonly units: Part[] }>();
  for (const [id, words] of titles) {
    const [first] = words;
    if (first === undefined) continue;
    const family = members.get(familyOf(first)) ?? { words: new Set(), units: [] };
    members.set(familyOf(first), family);
    for (const word of words) family.words.add(word);
    const title = plan.items.get(id)?.row.title ?? id;
    family.units.push({
      subject: { table: "items", id },
      title,
      commands: [],
      clears: settled(id, "clarity/undefined-term"),
    });
  }
  return [...members].map(([least, family]) => {
    const id = `clarity/ask-term|terms|${least}`;
    const words = [...family.words].sort(compareText);
    return {
      id,
      rank: 16,
      code: "clarity/ask-term",
      facts: { words },
      to: undefined,
      answers: words.map((word) => ({ name: word, kind: "text", unlike: [word] })),
      commands: words.map((word): CommandDraft => {
        let row = `${id}/${word}`;
        while (plan.row("terms", row) !== undefined) row += "+";
        return { type: "add", table: "terms", row: { id: row, term: word, meaning: asked(word) } };
      }),
      units: family.units,
    };
  });
}

const plain = (text: string): string => text.trim().toLowerCase();
const wordsOf = ({ term, synonyms }: Term): string[] => [term, ...(synonyms ?? [])];

/** One of two clashing terms goes into the other, or is told apart by another word or meaning. */
function clashOptions(first: Term, later: Term): AnswerOption[] {
  const known = new Set(wordsOf(first).map(plain));
  const added = wordsOf(later).filter((word) => !known.has(plain(word)));
  const synonyms = [...new Set([...(first.synonyms ?? []), ...added])];
  const merge: CommandDraft[] = [
    ...(added.length === 0 ? [] : [{ type: "change", table: "terms", target: first.id, set: { synonyms } }]),
    { type: "remove", table: "terms", target: later.id, references: "clear" },
  ];
  const isShared = wordsOf(later).some((word) => known.has(plain(word)));
  const isSameMeaning = plain(first.meaning) === plain(later.meaning);
  const own = (later.synonyms ?? []).filter((word) => !known.has(plain(word)));
  const ask: AnswerOption["ask"] = [
    ...(isShared ? [{ name: "term", kind: "text" as const, unlike: wordsOf(first) }] : []),
    ...(isSameMeaning ? [{ name: "meaning", kind: "text" as const, unlike: [first.meaning] }] : []),
  ];
  const set = {
    ...(isShared ? { term: asked("term"), synonyms: own } : {}),
    ...(isSameMeaning ? { meaning: asked("meaning") } : {}),
  };
  return [
    { value: "one", commands: merge },
    { value: "two", ask, commands: [{ type: "change", table: "terms", target: later.id, set }] },
  ];
}

/** Whether two terms are one concept; one pair a term and round, so that no answer undoes another. */
export function clashQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  const taken = new Set<string>();
  return [...failing("clarity/ambiguous-term")].flatMap(([id, { evidence }]): Proposal[] => {
    const other = evidence.find((row) => row.id !== id)?.id ?? "";
    const [first, later] = [plan.row("terms", other), plan.row("terms", id)];
    if (first === undefined || later === undefined || taken.has(other) || taken.has(id)) return [];
    taken.add(other).add(id);
    return [
      {
        id: `clarity/ask-one-term|terms|${id}`,
        rank: 17,
        code: "clarity/ask-one-term",
        facts: { term: later.term, other: first.term },
        to: undefined,
        answers: [{ name: "answer", kind: "choice", options: clashOptions(first, later) }],
        about: [{ table: "terms", id: other }],
        units: [
          {
            subject: { table: "terms", id },
            title: later.term,
            commands: [],
            clears: settled(id, "clarity/ambiguous-term"),
          },
        ],
      },
    ];
  });
}
