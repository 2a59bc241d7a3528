import { formatDay, inertText } from "@evenkeel/kernel";
import { type Duty, describe } from "evenkeel";
import { allTexts } from "../print-issues.js";

const millisPerDay = 86_400_000;

/** Open duties in their order, each with who owes it by when; `most` of them, the rest counted. */
export function dutiesText(
  duties: readonly Duty[],
  people: Readonly<Record<string, string>>,
  most: number = Number.POSITIVE_INFINITY,
): string {
  const lines = duties.slice(0, most).map((duty) => {
    const who = duty.whoId === undefined ? "nobody named" : (people[duty.whoId] ?? duty.whoId);
    const due = formatDay(Math.floor((duty.due - 1) / millisPerDay));
    const late = duty.isLate ? ", late" : "";
    return `- ${describe(duty, allTexts).message} (${inertText(who)}, by ${due}${late})\n`;
  });
  const rest = duties.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  and ${rest} more: evenkeel duties\n`] : [])].join("");
}
