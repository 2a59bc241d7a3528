import { inertText, type Message } from "@evenkeel/kernel";
import { describe, type Issue, type Price, type PricePoint, type WorkPlan } from "evenkeel";
import { allTexts, issueText } from "../print-issues.js";
import { columns, dayOf, heading, rounded } from "./lines.js";

const mostWeeks = 12;
const widestBar = 30;
const say = (message: Message): string => describe(message, allTexts).message;
const hours = (minutes: number): string => `${rounded(minutes / 60)} h`;
const daysSince = (from: string, to: string): number =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);

/** Points that tell something: the limit, the fewest hours that meet the day, and those that bring another day. */
function telling({ curve, minutesPerWeek, neededMinutesPerWeek }: Price): readonly PricePoint[] {
  return curve.filter(({ minutesPerWeek: minutes, finish }, at) => {
    const isMarked = minutes === minutesPerWeek || minutes === neededMinutesPerWeek;
    return isMarked || at === 0 || dayOf(finish) !== dayOf(curve[at - 1]?.finish);
  });
}

function curveText(price: Price): string {
  const points = telling(price);
  const late = (finish: string): number => Math.max(0, daysSince(price.by, finish));
  const most = points.reduce((longest, { finish }) => Math.max(longest, late(finish)), 1);
  const rows = points.map(({ minutesPerWeek, finish }) => [
    hours(minutesPerWeek),
    dayOf(finish),
    late(finish) === 0 ? "" : `${"#".repeat(Math.ceil((late(finish) * widestBar) / most))} ${late(finish)} d late`,
    [
      ...(minutesPerWeek === price.minutesPerWeek ? ["<- the limit"] : []),
      ...(minutesPerWeek === price.neededMinutesPerWeek && !price.isMet ? [`<- meets ${price.by}`] : []),
    ].join(" "),
  ]);
  const table = columns([["hours", "done on", "", ""], ...rows]);
  return [heading("Done, by hours of a full-time week"), table, ...price.notes.map((note) => `${say(note)}\n`)].join(
    "",
  );
}

function weeksText({ plannedWeeks }: Price, plan: WorkPlan): string {
  if (plannedWeeks.length === 0) return "";
  const names = new Map((plan.teams ?? []).map(({ id, name }) => [id, name]));
  const rows = plannedWeeks
    .slice(0, mostWeeks)
    .map(({ week, teamId, people, minutesOver }) => [
      week,
      teamId === undefined ? "(no team)" : (names.get(teamId) ?? teamId),
      String(people),
      hours(minutesOver),
    ]);
  const rest = plannedWeeks.length - rows.length;
  return [
    heading("Weeks in which the dates as planned ask for more"),
    columns([["week of", "team", "people", "over"], ...rows]),
    rest > 0 ? `and ${rest} more: --format json\n` : "",
  ].join("");
}

function suggestionsText({ suggestions }: Price): string {
  if (suggestions.length === 0) return "";
  const lines = suggestions.map(({ text, effect }, at) => `${at + 1}. ${say(text)}: ${say(effect)}.\n`);
  return `${heading("What would help, each tried alone")}${lines.join("")}As commands: --format json\n`;
}

/** The price of a limit as text: the sentence, the curve, the weeks that ask for more, what would help, what it rests on. */
export function priceText(price: Price, plan: WorkPlan, issues: readonly Issue[]): string {
  const { message, remedy } = describe(price.text, allTexts);
  const ignored = price.ignores.map((each) => `- ${say(each)}\n`).join("");
  if (price.text.code === "evenkeel/price-no-effort") return `${message}\n${remedy ?? ""}\n`;
  return [
    `${message}\n${remedy === undefined ? "" : `${remedy}\n`}`,
    curveText(price),
    weeksText(price, plan),
    suggestionsText(price),
    `\nMade by ${inertText(price.method)}: ${inertText(price.quality)}. It leaves out of account:\n${ignored}`,
    issueText(issues.filter(({ severity }) => severity !== "info")),
  ].join("");
}
