import type { WorkPlan } from "@evenkeel/core";
import { formatDay, type Issue, inertText } from "@evenkeel/kernel";
import type { LittlesLaw, TimeInProgress } from "@evenkeel/predictability";
import { describe } from "evenkeel";
import type { FlowAnswer, FlowKey, FlowMeasures, FlowPart } from "../flow-of.js";
import { allTexts, issueText } from "../print-issues.js";
import { columns, counted, heading, percent, rounded } from "./lines.js";

const millisPerDay = 86_400_000;
const oldestShown = 5;
const partsShown = 20;
/** A record that is silent for longer has perhaps ended. */
const longSilence = 28;

const dayCount = (days: number): string => counted(days, "day");
const inDays = (millis: number): string => `${rounded(millis / millisPerDay)} days`;

/** Names of the things that flows are split by. */
function namesOf({ items = [], projects = [], teams = [] }: WorkPlan): ReadonlyMap<string, string> {
  return new Map([
    ...teams.map(({ id, name }) => [id, name] as const),
    ...projects.map(({ id, name }) => [id, name] as const),
    ...items.map(({ id, title }) => [id, title] as const),
  ]);
}

function ratesText({ created, throughput, wip, cycleTime, littlesLaw }: FlowMeasures, days: number): string {
  const { arrivals, departures, wipBefore, wipAfter } = littlesLaw;
  const dropped = departures - (cycleTime?.items.length ?? 0);
  const aWeek = rounded((throughput.total / days) * 7);
  return [
    `${created.total} created, ${arrivals} started, ${throughput.total} finished (${aWeek} a week), ${dropped} dropped after the start.\n`,
    `In progress: ${wipBefore} at the start, ${wipAfter} at the end, ${rounded(wip.averageWip)} on average.\n`,
  ].join("");
}

function timesText({ cycleTime, age }: FlowMeasures, names: ReadonlyMap<string, string>): string {
  const taken =
    cycleTime === undefined
      ? "Nothing that has a start was finished, so there is no cycle time.\n"
      : `From start to finish (${counted(cycleTime.items.length, "item")}): half took at most ${dayCount(cycleTime.p50)}, 85 % at most ${dayCount(cycleTime.p85)}, 95 % at most ${dayCount(cycleTime.p95)}; begun and done on one day counts as 1.\n`;
  const without = cycleTime?.withoutStart ?? 0;
  const oldest = age
    .slice(0, oldestShown)
    .map(
      ({ id, days, state }) =>
        `- "${inertText(names.get(id) ?? id)}": ${dayCount(days)}${state === undefined ? "" : `, now in ${inertText(state)}`}\n`,
    );
  return [
    taken,
    without === 0 ? "" : `Left out, for it has no start: ${counted(without, "finished item")}.\n`,
    oldest.length === 0 ? "" : `Longest in progress, of ${age.length}:\n${oldest.join("")}`,
  ].join("");
}

function sharesText(time: TimeInProgress): string {
  const { activeMillis, waitingMillis, blockedMillis, pausedMillis, proposedMillis, untoldMillis, itemMillis } = time;
  if (itemMillis === 0) return "Nothing was in progress.\n";
  if (untoldMillis === itemMillis)
    return `${inDays(itemMillis)} in progress, all items added up. The record tells no states, so nobody can say how much of it was work and how much waiting.\n`;
  const kinds = [
    ["in a state of work", activeMillis],
    ["in a state of waiting", waitingMillis],
    ["blocked", blockedMillis],
    ["done, before it came back", pausedMillis],
    ["put back to those not begun", proposedMillis],
    ["in no state that is told", untoldMillis],
  ] as const;
  const rows = kinds.flatMap(([what, millis]) =>
    millis === 0 ? [] : [[what, percent(millis / itemMillis), inDays(millis)]],
  );
  return `${inDays(itemMillis)} in progress, all items added up:\n${columns(rows)}`;
}

function efficiencyText({ efficiency }: FlowMeasures): string {
  if (efficiency === undefined) return "";
  const { items, untold } = efficiency;
  if (efficiency.efficiency === 1)
    return "Flow efficiency cannot be told: no waiting and no blocked time is recorded for what was finished.\n";
  const more = untold === 0 ? "" : ` Of ${untold} more too little is told.`;
  return `Flow efficiency ${percent(efficiency.efficiency)}: for so much of their time the ${counted(items.length, "finished item")} ${items.length === 1 ? "was" : "were"} in a state of work and not blocked.${more} A state of work says that work was possible, so the true share is lower.\n`;
}

function blockedText({ blocked }: FlowMeasures): string {
  const { items, spells, blockedMillis, longestMillis, share } = blocked;
  if (spells === 0) return "Blocked: nothing was, as far as the record tells.\n";
  return `Blocked: ${counted(items, "item")}, ${counted(spells, "time")}, ${inDays(blockedMillis)} in all (${percent(share)} of the time in progress); the longest ${inDays(longestMillis)}.\n`;
}

function reworkText({ rework }: FlowMeasures): string {
  const { forward, backward, reopened, repeats, items } = rework;
  if (forward + backward + reopened + repeats === 0) return "Rework: no move from state to state is recorded.\n";
  return `Rework: ${counted(backward, "move")} back and ${reopened} reopened, beside ${counted(forward, "move")} forward; ${counted(items.length, "item")} went through a state again.\n`;
}

function lawText({
  averageWip,
  ratePerDay,
  averageDays,
  impliedDays,
  flowDebtDays,
  closed,
  broken,
}: LittlesLaw): string {
  if (averageDays === undefined || impliedDays === undefined || flowDebtDays === undefined)
    return "Nothing left, so it says nothing.\n";
  const debt =
    Math.abs(flowDebtDays) < impliedDays / 10
      ? ""
      : flowDebtDays > 0
        ? "What left was younger than that: older work is left lying, and will show as long times once it is finished.\n"
        : "What left was older than that: old work is being cleared, or more is started than can be finished.\n";
  return [
    `${rounded(averageWip)} in progress on average and ${rounded(ratePerDay)} leaving a day make ${rounded(impliedDays)} days an item; what left had taken ${rounded(averageDays)} days on average.\n`,
    debt,
    closed
      ? "Nothing was in progress at either end, so the two are the same.\n"
      : broken.length === 0
        ? "Its conditions hold to within 10 %.\n"
        : broken.map((each) => `- ${describe(each, allTexts).message}\n`).join(""),
  ].join("");
}

const keyNames: Readonly<Record<FlowKey, string>> = {
  state: "state",
  class: "class of service",
  team: "team",
  rollUp: "part of",
};

function partRow(
  { key, measures }: FlowPart,
  by: FlowKey,
  names: ReadonlyMap<string, string>,
  whole: number,
): string[] {
  const { littlesLaw, throughput, cycleTime, age, wip } = measures;
  const limit = (days: number | undefined): string => (days === undefined ? "" : dayCount(days));
  return [
    key === undefined ? "not told" : by === "team" || by === "rollUp" ? (names.get(key) ?? key) : key,
    String(littlesLaw.wipAfter),
    String(littlesLaw.arrivals),
    String(throughput.total),
    limit(cycleTime?.p50),
    limit(cycleTime?.p85),
    limit(age[0]?.days),
    whole === 0 ? "" : percent(wip.itemMillis / whole),
  ];
}

function partsText({ by, parts = [], measures }: FlowAnswer, names: ReadonlyMap<string, string>): string {
  if (by === undefined) return "";
  const title = heading(`By ${keyNames[by]}`);
  if (!parts.some(({ key }) => key !== undefined)) return `${title}The record tells none.\n`;
  const whole = measures.wip.itemMillis;
  const counts = by === "state" ? ["now in it", "entered", "left"] : ["in progress", "started", "finished"];
  const sorted =
    by === "state" ? parts : [...parts].sort((a, b) => b.measures.wip.itemMillis - a.measures.wip.itemMillis);
  const rows = sorted.slice(0, partsShown).map((part) => partRow(part, by, names, whole));
  const rest = parts.length - rows.length;
  return [
    title,
    columns([[keyNames[by], ...counts, "half within", "85 % within", "oldest", "of the time"], ...rows]),
    rest > 0 ? `and ${rest} more: --format json\n` : "",
  ].join("");
}

function isEmpty({ created, throughput, littlesLaw }: FlowMeasures): boolean {
  const { arrivals, wipBefore } = littlesLaw;
  return created.total + throughput.total + arrivals + wipBefore === 0;
}

function silenceText({ window, record }: FlowAnswer): string {
  if (record === undefined || window.to - record.to < longSilence) return "";
  return `Nothing is recorded after ${formatDay(record.to - 1)}: if the record simply ends there, --now ${formatDay(record.to)} looks at its last days.\n`;
}

/** Measures of flow as a person reads them. */
export function flowText(answer: FlowAnswer, plan: WorkPlan, issues: readonly Issue[]): string {
  const { window, record, items, measures } = answer;
  const names = namesOf(plan);
  const days = window.to - window.from;
  const faults = issues.filter(({ severity }) => severity !== "info");
  const inInput = faults.length === 0 ? "" : `${heading("In the input")}${issueText(faults)}`;
  if (record === undefined)
    return `No item has a time up to ${formatDay(window.to - 1)}, so there is no flow to measure. Flow needs at least the days on which items were started and finished.\n${inInput}`;
  const title = `Flow of ${counted(items, "item")}, ${formatDay(window.from)} to ${formatDay(window.to - 1)} (${counted(days, "whole day")})\n${silenceText(answer)}`;
  if (isEmpty(measures))
    return `${title}\nNothing was created, started, finished or in progress in these days.\n${inInput}`;
  return [
    title,
    heading("Coming and going"),
    ratesText(measures, days),
    heading("How long it takes"),
    timesText(measures, names),
    heading("Where the time went"),
    sharesText(measures.time),
    efficiencyText(measures),
    blockedText(measures),
    reworkText(measures),
    heading("Little's law: in progress = rate x time"),
    lawText(measures.littlesLaw),
    partsText(answer, names),
    inInput,
  ].join("");
}
