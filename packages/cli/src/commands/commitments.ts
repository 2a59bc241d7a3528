import type { Import } from "@evenkeel/interop";
import { issue, ok, parseDay, type Result, refuse } from "@evenkeel/kernel";
import { type LedgerMeasure, safeToPromise } from "@evenkeel/predictability";
import { ledgerFromPlan } from "@evenkeel/predictability/from-plan";
import { contextOf } from "../context-of.js";
import { exitCodes, type Io } from "../io.js";
import { commonArgs, type Options, oneOf, wholeNumber } from "../options.js";
import { partyArgs, teamIn } from "../party.js";
import { ledgerPart, promiseRecords } from "../promises-of.js";
import { readFiles } from "../read-files.js";
import { reviewByConfig } from "../review-of.js";
import { commitmentsText, type SafeAnswer } from "../texts/commitments-text.js";
import { type Command, jsonText } from "./command.js";

const millisPerDay = 86_400_000;
/** The customary confidence of a promise. */
const usualChance = 0.85;

interface Wanted {
  readonly count: number;
  readonly confidence?: number;
  readonly days?: number;
}

function refused(option: string, found: string, expected: string): Result<never> {
  return refuse([
    issue("cli/invalid-value", { path: [`--${option}`], facts: { found, option, expected: [expected] } }),
  ]);
}

/** What `--safe` asks: a chance for a date, a date for a chance. */
function wantedOf(options: Options, today: number): Result<Wanted | undefined> {
  const count = wholeNumber(options, "safe", 100_000);
  if (!count.ok) return count;
  const [by, chance] = [options["by"], options["chance"]];
  if (count.value === undefined) {
    const stray = ["by", "chance"].find((name) => options[name] !== undefined);
    return stray === undefined
      ? ok(undefined)
      : refused("safe", "nothing", `a number of items, for --${stray} to be about`);
  }
  const day = typeof by === "string" ? parseDay(by, ["--by"]) : undefined;
  if (day?.ok === false) return day;
  if (day !== undefined && day.value < today)
    return refused("by", String(by), "a day from today on, such as 2030-05-20");
  const confidence = typeof chance === "string" ? Number(chance) : undefined;
  if (confidence !== undefined && !(confidence > 0 && confidence < 1))
    return refused("chance", String(chance), "a chance between 0 and 1, such as 0.85");
  const asked = confidence ?? (day === undefined ? usualChance : undefined);
  return ok({
    count: count.value,
    ...(asked === undefined ? {} : { confidence: asked }),
    ...(day === undefined ? {} : { days: day.value - today + 1 }),
  });
}

/** `evenkeel commitments`: what was promised, what became of it, and what is safe to promise now. */
export const commitments: Command = {
  name: "commitments",
  what: "what was promised and what became of it: kept, late, missed, moved; and what is safe to promise now",
  args: {
    ...commonArgs,
    team: partyArgs.team,
    safe: { type: "string", description: "how safe it is to promise so many items", valueHint: "ITEMS" },
    by: { type: "string", description: "by this day: asks for the chance", valueHint: "DATE" },
    chance: { type: "string", description: "with this chance: asks for the day; default 0.85", valueHint: "P" },
  },
  examples: [
    "evenkeel commitments plan.json",
    "evenkeel commitments plan.json --team Crew --format json",
    "evenkeel commitments jira.json --safe 12 --by 2030-05-20",
    "evenkeel commitments jira.json --safe 12 --chance 0.9",
  ],
  run: async (options, io) => {
    const format = oneOf(options, "format", ["text", "json"] as const);
    if (!format.ok) return format;
    const read = await readFiles(options, io);
    if (!read.ok) return read;
    const { plan, history, report } = read.value;
    const context = contextOf(read.value, options, io);
    if (!context.ok) return context;
    const { now } = context.value;
    const wanted = wantedOf(options, Math.floor(now / millisPerDay));
    if (!wanted.ok) return wanted;
    const { teamId } = teamIn(plan, options);
    const whole = ledgerFromPlan(plan, history, { until: now });
    const ledger = teamId === undefined ? whole : ledgerPart(whole, ({ by }) => by === teamId);
    const records = promiseRecords(ledger, now);
    if (!records.ok) return records;
    const safe =
      wanted.value === undefined ? undefined : await safeOf(read.value, wanted.value, records.value.all, options, io);
    if (safe?.ok === false) return safe;
    const issues = [...report.issues, ...records.issues, ...(safe?.issues ?? [])];
    const answer = { ...records.value, ...safe?.value };
    const text = format.value === "json" ? jsonText({ now, ...answer, issues }) : commitmentsText(answer, plan, issues);
    return ok({ text, exit: exitCodes.fine });
  },
};

async function safeOf(
  read: Import,
  wanted: Wanted,
  record: LedgerMeasure,
  options: Options,
  io: Io,
): Promise<Result<SafeAnswer>> {
  const review = await reviewByConfig(read, options, io);
  if (!review.ok) return review;
  const { lead, unavailable } = review.value;
  if (lead.forecast === undefined)
    return ok({ unavailable: unavailable.filter(({ facts }) => facts["measure"] === "forecast") });
  const safe = safeToPromise(lead.forecast.forecast, wanted, record);
  return safe.ok ? ok({ safe: safe.value }, safe.issues) : safe;
}
