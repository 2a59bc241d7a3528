import { basename } from "node:path";
import type { Import } from "@evenkeel/interop";
import { type Issue, inertText } from "@evenkeel/kernel";
import type { ImportAccount } from "@evenkeel/report";

type Assumption = Import["report"]["assumptions"][number];

/** What is assumed, in the order it matters for the numbers; what is not named stands behind, the form of the file last. */
const labels: readonly (readonly [string, string])[] = [
  ["category", "what states mean"],
  ["started", "begun"],
  ["done", "finished"],
  ["dropped", "dropped"],
  ["zone", "time zone"],
  ["dateOrder", "day and month"],
  ["mapping", "columns"],
];
const form = ["encoding", "delimiter"];
const mostValues = 6;

const isAnswered = ({ code }: Assumption): boolean => code.startsWith("interop/answered-");
const shownValue = ({ what, value }: Assumption): string =>
  what === "zone" && value === "floating" ? "none, times stay as they are written" : value;

/** Assumptions of one kind as one part of a sentence each. */
function parts(assumptions: readonly Assumption[]): string[] {
  const byWhat = new Map<string, Set<string>>();
  for (const each of assumptions) byWhat.set(each.what, (byWhat.get(each.what) ?? new Set()).add(shownValue(each)));
  const place = (what: string): number => {
    const at = labels.findIndex(([name]) => name === what);
    return at >= 0 ? at : labels.length + 1 + form.indexOf(what);
  };
  return [...byWhat]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([what, told]) => {
      const values = [...told];
      const rest = values.length > mostValues ? ` and ${values.length - mostValues} more` : "";
      const label = labels.find(([name]) => name === what)?.[1] ?? what;
      return `${label}: ${inertText(values.slice(0, mostValues).join(", "))}${rest}`;
    });
}

/** What to write into the config so that nothing of this is asked again; undefined where nothing has to be answered. */
function answerLine(issues: readonly Issue[], files: readonly string[]): string | undefined {
  const [file] = files;
  const source = files.length === 1 && file !== undefined && file !== "-" ? basename(file) : "*";
  const states: Record<string, string> = {};
  for (const { code, facts } of issues) {
    const state = facts["status"] ?? facts["state"] ?? facts["list"];
    if (code.endsWith("-category-unknown") && typeof state === "string") states[state] = String(facts["category"]);
  }
  const dateOrder = issues.some(({ code }) => code === "interop/any-date-order-ambiguous") ? { dateOrder: "dmy" } : {};
  const answers = { ...(Object.keys(states).length > 0 ? { states } : {}), ...dateOrder };
  return Object.keys(answers).length === 0 ? undefined : JSON.stringify({ sources: { [source]: answers } });
}

/** The same for the page. */
export function accountOf({ report }: Import, files: readonly string[]): ImportAccount {
  const { format, counts, assumptions, fields, issues } = report;
  const answer = answerLine(issues, files);
  return {
    counts,
    assumptions,
    fields,
    ...(files.length > 1 ? {} : { format: format.name }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/** How much was read, what was taken for granted, and how to answer what the file leaves open. */
export function sourceText({ report, plan }: Import, files: readonly string[]): string {
  const { format, counts, assumptions, issues } = report;
  const merged = counts.merged > 0 ? `, ${counts.merged} joined to others` : "";
  const rejected = counts.rejected > 0 ? `, ${counts.rejected} rejected` : "";
  const taken = parts(assumptions.filter((each) => !isAnswered(each)));
  const answered = parts(assumptions.filter(isAnswered));
  const line = answerLine(issues, files);
  return [
    `Read ${counts.imported} of ${counts.read} records${files.length > 1 ? ` from ${files.length} files` : ` as ${format.name}`}${merged}${rejected}.\n`,
    (plan.items ?? []).length === 0
      ? "No work is in it: no item, task or issue. Check that this is the export you meant.\n"
      : "",
    taken.length === 0 ? "" : `Taken for granted: ${taken.join("; ")}.\n`,
    answered.length === 0 ? "" : `As answered: ${answered.join("; ")}.\n`,
    line === undefined
      ? ""
      : `The file leaves open what this settles once and for all; put it into evenkeel.config.json with what is right:\n  ${inertText(line)}\n`,
  ].join("");
}
