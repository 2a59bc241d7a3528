import { formatDay, inertText } from "@evenkeel/kernel";
import { type Blocker, describe, type NextItem, type StuckItem } from "evenkeel";
import { allTexts } from "../print-issues.js";
import { heading } from "./lines.js";

const millisPerDay = 86_400_000;
const mostShown = 10;

const stuckLine = ({ title, why, since, reason }: StuckItem): string => {
  const from = since === undefined ? "" : ` since ${formatDay(Math.floor(since / millisPerDay))}`;
  return `- "${inertText(title)}" is ${why}${from}${reason === undefined ? "" : `: ${inertText(reason)}`}\n`;
};
const blockerLine = ({ kind, title, frees }: Blocker): string => {
  const what = kind === "decision" ? `Decide "${inertText(title)}"` : `Unblock "${inertText(title)}"`;
  return `- ${what}: frees ${frees.length} ${frees.length === 1 ? "item" : "items"}\n`;
};

function listed<T>(entries: readonly T[], line: (entry: T) => string): string {
  const rest = entries.length - mostShown;
  return `${entries.slice(0, mostShown).map(line).join("")}${rest > 0 ? `  and ${rest} more\n` : ""}`;
}

/** What to work on next, what is stuck, and what to free first, as a person reads it. */
export function nextText(answer: {
  readonly next: readonly NextItem[];
  readonly stuck: readonly StuckItem[];
  readonly unblock: readonly Blocker[];
}): string {
  const freeing = answer.unblock.filter(({ frees }) => frees.length > 0);
  return [
    answer.next.length === 0 ? "Nothing is ready to start.\n" : "",
    ...answer.next.map((entry, at) => `${at + 1}. ${describe(entry, allTexts).message}\n`),
    answer.stuck.length > 0 ? heading("Stuck") : "",
    listed(answer.stuck, stuckLine),
    freeing.length > 0 ? heading("To free first") : "",
    listed(freeing, blockerLine),
  ].join("");
}
