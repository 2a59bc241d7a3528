import { describe, type Finding, type Message, type PromiseOutlook } from "evenkeel";
import { inertText } from "@evenkeel/kernel";
import { allTexts } from "../print-issues.js";
import { percent } from "./lines.js";

/** What the command `explain` answers. */
export interface Explanation {
  readonly id: string;
  readonly title: string;
  readonly dates: readonly Message[];
  readonly findings: readonly Finding[];
  readonly promises: readonly PromiseOutlook[];
}

const byName = (message: Message, names: Readonly<Record<string, string>>): Message => ({
  ...message,
  facts: Object.fromEntries(
    Object.entries(message.facts).map(([key, fact]) => [key, typeof fact === "string" && (key === "id" || key === "predecessor") && Object.hasOwn(names, fact) ? (names[fact] ?? fact) : fact]),
  ),
});

/** Why an item is where it is, in sentences. */
export function explainText({ id, title, dates, findings, promises }: Explanation, names: Readonly<Record<string, string>>): string {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join("");
  return [
    `${inertText(title)} (${inertText(id)})\n`,
    dates.length === 0 ? "It has no dates: no duration is known.\n" : list(dates.map((step) => describe(byName(step, names), allTexts).message)),
    list(
      findings.map((finding) => {
        const { message, remedy } = describe(finding, allTexts);
        return `${finding.outcome === "fail" ? finding.severity : finding.outcome}: ${message}${remedy === undefined ? "" : ` ${remedy}`}`;
      }),
    ),
    list(
      promises.map(({ what, due, standing, flowChance, networkFinish }) =>
        [`promised: "${inertText(what)}" for ${due.slice(0, 10)}, ${standing}`, networkFinish === undefined ? "" : `; by dependencies ${networkFinish.slice(0, 10)}`, flowChance === undefined ? "" : `; by pace ${percent(flowChance)}`].join(""),
      ),
    ),
  ].join("");
}
