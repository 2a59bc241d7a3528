import { exportMeasures, type Import } from "@evenkeel/interop";
import type { Message } from "@evenkeel/kernel";
import { describe } from "evenkeel";
import { allTexts } from "../print-issues.js";

/** What was read cannot tell, each with what carries it. */
export function gapsOf(read: Import): { readonly gap: Message; readonly instead?: Message }[] {
  return exportMeasures(read).flatMap(({ gap, instead }) =>
    gap === undefined ? [] : [{ gap, ...(instead === undefined ? {} : { instead }) }],
  );
}

/** The same as lines; what one other export carries stands together. Empty where nothing is missing. */
export function gapsText(read: Import): string {
  const say = (message: Message): string => describe(message, allTexts).message;
  const byWay = new Map<string, string[]>();
  for (const { gap, instead } of gapsOf(read)) {
    const way = instead === undefined ? "" : say(instead);
    byWay.set(way, [...(byWay.get(way) ?? []), say(gap)]);
  }
  const lines = [...byWay].map(([way, gaps]) => `- ${gaps.join(" ")}${way === "" ? "" : `\n  ${way}`}\n`);
  return lines.length === 0 ? "" : `What this export cannot tell\n${lines.join("")}`;
}
