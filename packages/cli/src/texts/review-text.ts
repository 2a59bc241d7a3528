import type { Import } from "@evenkeel/interop";
import { inertText } from "@evenkeel/kernel";
import { describe, type Review } from "evenkeel";
import { allTexts, issueText } from "../print-issues.js";
import { dutiesText } from "./duties-text.js";
import { findingsText } from "./findings-text.js";
import { gapsText } from "./gaps-text.js";
import { columns, counted, heading, percent } from "./lines.js";
import { sourceText } from "./source-text.js";

const mostDuties = 5;
const inDays = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;
const allOpen = (count: number, isFirst = false): string =>
  `${isFirst ? "The" : "the"} ${count === 1 ? "open item is" : `${counted(count, "open item")} are`}`;
const say = (message: Parameters<typeof describe>[0]): string => describe(message, allTexts).message;
const advice = (message: Parameters<typeof describe>[0]): string => describe(message, allTexts).remedy ?? "";

function firstText({ first }: Review): string {
  if (first.length === 0) return "Nothing that has to be done first.\n";
  return first
    .map((action, index) => {
      const { consequence, person, due } = action;
      const loss =
        consequence === undefined
          ? ""
          : consequence.kind === "chance"
            ? `   puts "${inertText(consequence.what)}" at ${percent(1 - consequence.value)} chance\n`
            : `   costs "${inertText(consequence.what)}" ${consequence.value} ${consequence.value === 1 ? "day" : "days"}\n`;
      return `${index + 1}. ${say(action)}\n   ${inertText(person ?? "Someone")}, by ${due.slice(0, 10)}: ${advice(action)}\n${loss}`;
    })
    .join("");
}

function flowText({ lead }: Review): string {
  const { flow, forecast, ageing } = lead;
  const lines = [
    flow.wip === undefined
      ? undefined
      : `In progress: ${flow.wip}. Finished in the last 28 days: ${flow.throughput28 ?? "not known"}.`,
    flow.cycleTime === undefined
      ? undefined
      : `Half of the finished items took at most ${inDays(flow.cycleTime.p50)}, 85 % at most ${inDays(flow.cycleTime.p85)} (${flow.cycleTime.items} items).`,
    flow.expectation === undefined
      ? undefined
      : flow.expectation.reached
        ? `Expectation: ${inDays(flow.expectation.days)} with ${percent(flow.expectation.probability)} chance, open items counted.`
        : `Expectation: more than ${inDays(flow.expectation.days)}; too few items are finished to say more.`,
    forecast === undefined || forecast.openItems === 0
      ? undefined
      : forecast.done.every(({ day }) => day === undefined)
        ? `When ${allOpen(forecast.openItems)} done is further off than the pace of finished work can tell.`
        : `${allOpen(forecast.openItems, true)} done ${forecast.done.map(({ confidence, day }) => `${day === undefined ? "later than can be told" : `by ${day}`} (${percent(confidence)})`).join(", ")}.`,
    ageing.length === 0
      ? undefined
      : `Oldest in progress: ${ageing
          .slice(0, 3)
          .map(
            ({ title, days, chance, blocked }) =>
              `"${inertText(title)}" ${inDays(days)}${blocked ? ", blocked" : ""}${chance === undefined ? "" : `, ${percent(chance)} to meet the expectation`}`,
          )
          .join("; ")}.`,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? `${lines.join("\n")}\n` : "No record of flow.\n";
}

function scheduleLines({ schedules, names, title }: Review): string {
  return schedules
    .map(({ name, schedule, criticalPath }) => {
      const path = criticalPath.map((id) => names.items[id] ?? id);
      const shown = path.length > 6 ? [...path.slice(0, 3), "…", ...path.slice(-2)] : path;
      return `${inertText(name === "" ? title : name)}: ${schedule.start.slice(0, 10)} to ${schedule.finish.slice(0, 10)}. Longest path: ${inertText(shown.join(" → "))}.\n`;
    })
    .join("");
}

function promisesText({ executive }: Review): string {
  const { promises, record, outcomes, decisions } = executive;
  const rows = promises.map(({ what, due, by, standing, networkFinish, flowChance }) => [
    what,
    due.slice(0, 10),
    by ?? "",
    standing,
    networkFinish?.slice(0, 10) ?? "",
    flowChance === undefined ? "" : percent(flowChance),
  ]);
  const table =
    rows.length > 0 ? columns([["promise", "due", "by", "standing", "by dependencies", "by pace"], ...rows]) : "";
  const disagreements = promises.flatMap(({ disagreement, what }) =>
    disagreement === undefined ? [] : [`"${inertText(what)}": ${say(disagreement)}\n`],
  );
  const kept =
    record?.keptShare === undefined
      ? ""
      : `Kept so far: ${record.kept} of ${record.keptShare.n} (${percent(record.keptShare.share)}; 95 % interval ${percent(record.keptShare.low)} to ${percent(record.keptShare.high)}).\n`;
  const goals = outcomes.outcomes.map(
    ({ title, progress }) =>
      `"${inertText(title)}": ${progress === undefined ? "cannot be told" : percent(progress)}\n`,
  );
  const waits = decisions.map(
    ({ question, decider, blocks }) =>
      `Decision: "${inertText(question)}" waits for ${inertText(decider ?? "a decider")}; ${blocks.length} ${blocks.length === 1 ? "item waits" : "items wait"} for it.\n`,
  );
  return [
    table,
    ...disagreements,
    kept,
    ...(goals.length > 0 ? ["Outcomes: ", goals.join("          ")] : []),
    ...waits,
  ].join("");
}

/** The review as a person reads it in a terminal. */
export function reviewText(review: Review, read: Import, files: readonly string[], page: string | undefined): string {
  const { title, now, counts, contributor } = review;
  const errors = review.issues.filter(({ severity }) => severity !== "info");
  const promises = promisesText(review);
  const schedules = scheduleLines(review);
  return [
    `${inertText(title)}: ${counts.open} of ${counts.items} items open, ${counts.people} ${counts.people === 1 ? "person" : "people"}, seen ${now.slice(0, 10)}\n`,
    sourceText(read, files),
    gapsText(read),
    heading("To do first"),
    firstText(review),
    heading("What next"),
    contributor.next.length > 0
      ? contributor.next.map((next) => `- ${say(next)}\n`).join("")
      : "Nothing is ready to start.\n",
    contributor.duties.length > 0 ? heading("Open duties") : "",
    dutiesText(contributor.duties, review.names.people, mostDuties),
    heading("Flow"),
    flowText(review),
    schedules === "" ? "" : heading("Dates"),
    schedules,
    promises === "" ? "" : heading("Promises and outcomes"),
    promises,
    findingsText(review, allTexts, 3),
    review.unavailable.length > 0 ? heading("Not available") : "",
    review.unavailable.map((message) => `- ${say(message)}\n`).join(""),
    errors.length > 0 ? heading("In the input") : "",
    issueText(errors),
    page === undefined ? "" : `\nThe whole review: ${page}\n`,
  ].join("");
}
