import type { WorkPlan } from "@evenkeel/core";
import { formatDay, type Issue, type Message } from "@evenkeel/kernel";
import type {
  IntervalRecord,
  LateNotice,
  LedgerCalibration,
  LedgerMeasure,
  SafePromise,
  SayDo,
} from "@evenkeel/predictability";
import { describe } from "evenkeel";
import { allTexts, issueText } from "../print-issues.js";
import type { PromiseGroup, PromiseRecords } from "../promises-of.js";
import { columns, counted, heading, percent, rounded } from "./lines.js";

type Share = NonNullable<LedgerMeasure["keptShare"]>;

const range = ({ low, high }: Pick<Share, "low" | "high">): string => `${percent(low)} to ${percent(high)}`;
const head = ["kept", "late", "missed", "taken back", "still open", "moved", "kept, of those decided"];

function recordRow(name: string, record: LedgerMeasure): string[] {
  const { kept, late, missed, withdrawn, open, renegotiated, keptShare } = record;
  return [
    name,
    ...[kept, late, missed, withdrawn, open, renegotiated].map(String),
    keptShare === undefined ? "" : `${percent(keptShare.share)} (${range(keptShare)})`,
  ];
}

function groupsText(
  what: string,
  groups: readonly PromiseGroup[],
  nameOf: (key: string | undefined) => string,
): string {
  return columns([[what, ...head], ...groups.map(({ key, record }) => recordRow(nameOf(key), record))]);
}

function sayDoText({ kind, promises, committed, done, share, added, removed }: SayDo): string {
  const what = kind === "scope" ? "items" : "units";
  const of = counted(promises, kind === "scope" ? "iteration" : "promise");
  const kept = share === undefined ? "" : ` (${percent(share)})`;
  return `Of ${committed} ${what} committed in ${of} that are over, ${done} ${done === 1 ? "was" : "were"} done by the date${kept}. Apart from that, ${added} ${added === 1 ? "was" : "were"} added and ${removed} taken out on the way.\n`;
}

function calibrationText({ n, groups, brier, reliability, resolution, uncertainty }: LedgerCalibration): string {
  const rows = groups.map((each) => [
    percent(each.confidence),
    `${each.hits} of ${each.n}`,
    `${percent(each.share)} (${range(each)})`,
  ]);
  const three = (value: number): string => value.toFixed(3);
  return [
    columns([["stated chance", "kept", "so often (range with so few)"], ...rows]),
    `Brier score ${three(brier)} over ${counted(n, "promise")}: 0 is perfect, always saying 50 % gives 0.250.\n`,
    `It is ${three(reliability)} for chances that were off, less ${three(resolution)} for telling sure promises from unsure ones, plus ${three(uncertainty)} that lies in the promises themselves.\n`,
  ].join("");
}

function slipText({ slipDays, slipRatio, keptShare }: LedgerMeasure): string {
  if (keptShare === undefined) return "No promise is decided yet.\n";
  const told = [
    ["half", slipDays.p50],
    ["85 %", slipDays.p85],
    ["95 %", slipDays.p95],
  ] as const;
  const lines = told.flatMap(([share, value]) =>
    value === undefined
      ? []
      : [value > 0 ? `${share} at most ${rounded(value)} days late` : `${share} on the date or before`],
  );
  const rest =
    lines.length === told.length
      ? ""
      : `${lines.length === 0 ? "It cannot be told" : "Beyond that it cannot be told"}: too many are not done.\n`;
  const given =
    slipRatio.p85 === undefined || slipRatio.p85 <= 0
      ? ""
      : `85 % took at most ${percent(slipRatio.p85)} more time than they had been given.\n`;
  return `${lines.length === 0 ? "" : `Of all promises ${lines.join(", ")}.\n`}${rest}${given}`;
}

function noticeText({ n, unwarned, p50, p85, falseAlarms }: LateNotice): string {
  return `Late notice: of ${counted(n, "promise")} not kept ${unwarned} had no warning; half were warned of at least ${rounded(p50)} days ahead, 85 % at least ${rounded(p85)}. False alarms: ${falseAlarms}.\n`;
}

function surpriseText({ surprises, width, unit }: IntervalRecord): string {
  return `Surprise: ${surprises.hits} of ${surprises.n} outcomes lay outside the range stated with 90 % (${percent(surprises.share)}; 10 % would be honest); half of the ranges were at most ${rounded(width)} ${unit} wide.\n`;
}

function forecastsText({ lateNotice, intervals }: LedgerMeasure): string {
  if (lateNotice === undefined && intervals.length === 0)
    return "Late notice and surprise cannot be told: no forecast of a promise is recorded.\n";
  return `${lateNotice === undefined ? "" : noticeText(lateNotice)}${intervals.map(surpriseText).join("")}`;
}

function safeText({ count, date, byDate, record, alike }: SafePromise): string {
  const { keptShare } = record;
  const chance = date?.confidence ?? byDate?.chance;
  const own =
    alike !== undefined
      ? `Own record: promises stated with about this chance (${percent(alike.confidence)}) were kept ${alike.hits} of ${alike.n} times (${percent(alike.share)}; ${range(alike)} with so few).\n`
      : keptShare !== undefined
        ? `Own record: of all promises decided so far ${keptShare.hits} of ${keptShare.n} were kept (${percent(keptShare.share)}; ${range(keptShare)} with so few); none was stated with about this chance.\n`
        : "Own record: no promise is decided yet, so nothing stands beside the forecast.\n";
  const kept = alike ?? keptShare;
  return [
    date === undefined
      ? ""
      : `${counted(count, "item")} by ${date.day === undefined ? `day ${date.days}` : formatDay(date.day)}, within ${counted(date.days, "day")}: ${percent(date.confidence)} chance by the pace so far.\n`,
    byDate === undefined
      ? ""
      : `${counted(count, "item")} by ${byDate.day === undefined ? `day ${byDate.days}` : formatDay(byDate.day)}: ${percent(byDate.chance)} chance by the pace so far.\n`,
    own,
    kept !== undefined && chance !== undefined && kept.high < chance
      ? "Promises have been kept less often than that: take a later day, or promise less.\n"
      : "",
  ].join("");
}

/** What is safe to promise, where it was asked; or why it cannot be told. */
export interface SafeAnswer {
  readonly safe?: SafePromise;
  readonly unavailable?: readonly Message[];
}

/** The record of promises as a person reads it. */
export function commitmentsText(
  { all, byBasis, byTeam, safe, unavailable = [] }: PromiseRecords & SafeAnswer,
  plan: WorkPlan,
  issues: readonly Issue[],
): string {
  const teams = new Map((plan.teams ?? []).map(({ id, name }) => [id, name]));
  const faults = issues.filter(({ severity }) => severity !== "info");
  const record =
    all.promises === 0
      ? ["No promise is recorded: no commitment, no due date, no milestone with a date, no iteration with items.\n"]
      : [
          `${counted(all.promises, "promise")}, each judged by its first date and by when it was recorded as done.\n\n`,
          groupsText("promise", byBasis, (key) => key ?? "other"),
          "Late: done after its date. Missed: its date is over and it is not done. Moved: another date or scope was agreed later; the first one still counts.\n",
          byTeam.some(({ key }) => key !== undefined)
            ? `${heading("By team")}${groupsText("team", byTeam, (key) => (key === undefined ? "no team" : (teams.get(key) ?? key)))}`
            : "",
          all.sayDo.length === 0 ? "" : heading("Said and done"),
          ...all.sayDo.map(sayDoText),
          heading("How late"),
          slipText(all),
          heading("How honest the stated chances were"),
          all.calibration === undefined
            ? "No promise that is decided stated a chance.\n"
            : calibrationText(all.calibration),
          forecastsText(all),
        ];
  return [
    ...record,
    safe === undefined && unavailable.length === 0 ? "" : heading("Safe to promise"),
    safe === undefined ? "" : safeText(safe),
    ...unavailable.map((message) => {
      const { message: text, remedy = "" } = describe(message, allTexts);
      return `Cannot be told. ${text} ${remedy}\n`;
    }),
    faults.length === 0 ? "" : `${heading("In the input")}${issueText(faults)}`,
  ].join("");
}
