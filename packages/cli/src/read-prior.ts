import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { ForecastPrior } from "@evenkeel/predictability";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { readJson } from "./read-json.js";

const isRow = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number" && Number.isFinite(each));

/** Whether a table has a row for each horizon and a number for each half-life. */
const isTable = (value: unknown, horizons: unknown[], halfLives: unknown[]): boolean =>
  Array.isArray(value) &&
  value.length === horizons.length &&
  value.every((row) => isRow(row) && (row as unknown[]).length === halfLives.length);

/** The prior that `--prior` names, where it names one. */
export function readPrior(options: Options, io: Io): Result<{ readonly prior?: ForecastPrior }> {
  const file = options["prior"];
  if (typeof file !== "string") return ok({});
  const read = readJson(file, io);
  if (!read.ok) return read;
  const { name, referenceClass, teams, halfLives, horizons, drift, logWeight, driftScale, sizeExponent } = read.value;
  const isPrior =
    typeof name === "string" &&
    typeof referenceClass === "string" &&
    isRow([teams, driftScale, sizeExponent]) &&
    isRow(halfLives) &&
    isRow(horizons) &&
    [drift, logWeight].every((table) => isTable(table, horizons as unknown[], halfLives as unknown[]));
  if (!isPrior) return refuse([issue("cli/invalid-prior", { path: [file], facts: { file } })]);
  return ok({ prior: read.value as unknown as ForecastPrior });
}
