import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { convolve, convolvePower, type Pmf, pmfMean, pmfQuantile } from "@evenkeel/stats";
import type { Backlog, BacklogLaw, BacklogRisk, BacklogSplit } from "./backlog-types.js";
import { fault, refusal } from "./issue.js";
import { largestTotal } from "./limits.js";

type Path = Issue["path"];

function wholeIssues(value: number, low: number, path: Path): Issue[] {
  if (Number.isSafeInteger(value) && value >= low && value <= largestTotal) return [];
  return [fault("predictability/not-a-count", { path, facts: { found: String(value), low, high: largestTotal } })];
}

function shareIssues(value: number, path: Path): Issue[] {
  if (value >= 0 && value <= 1) return [];
  return [fault("predictability/out-of-range", { path, facts: { found: String(value), low: 0, high: 1 } })];
}

function rangeIssues({ low, high }: { low: number; high: number }, path: Path): Issue[] {
  const issues = wholeIssues(low, 0, [...path, "low"]);
  return [...issues, ...wholeIssues(high, issues.length === 0 ? low : 0, [...path, "high"])];
}

function splitIssues(split: BacklogSplit): Issue[] {
  const path = ["backlog", "split"];
  if (!("pieces" in split)) return [...shareIssues(split.share, [...path, "share"]), ...rangeIssues(split, path)];
  const issues = split.pieces.flatMap((chance, at) => shareIssues(chance, [...path, "pieces", at]));
  const total = split.pieces.reduce((sum, chance) => sum + chance, 0);
  if (issues.length > 0 || Math.abs(total - 1) <= 1e-9) return issues;
  const facts = { found: String(total), low: 1, high: 1 };
  return [fault("predictability/out-of-range", { path: [...path, "pieces"], facts })];
}

function riskIssues({ name, probability, extra }: BacklogRisk, at: number): Issue[] {
  const path = ["backlog", "risks", at];
  const amount =
    typeof extra === "number" ? wholeIssues(extra, 0, [...path, "extra"]) : rangeIssues(extra, [...path, "extra"]);
  return [...shareIssues(probability, [...path, "probability"]), ...amount].map((each) => ({
    ...each,
    subject: [name],
  }));
}

/** With a chance a count of low..high, else another one. */
function either(chance: number, low: number, high: number, otherwise: number): Pmf {
  const pmf = new Float64Array(Math.max(high, otherwise) + 1);
  for (let count = low; count <= high; count++) pmf[count] = chance / (high - low + 1);
  pmf[otherwise]! += 1 - chance;
  return pmf;
}

function piecesOf(split: BacklogSplit | undefined): Pmf {
  if (split === undefined) return Float64Array.of(0, 1);
  if (!("pieces" in split)) return either(split.share, split.low, split.high, 1);
  const total = split.pieces.reduce((sum, chance) => sum + chance, 0);
  return Float64Array.from(split.pieces, (chance) => chance / total);
}

function extraOf({ probability, extra }: BacklogRisk): Pmf {
  const { low, high } = typeof extra === "number" ? { low: extra, high: extra } : extra;
  return either(probability, low, high, 0);
}

/**
 * How many items are really left: the listed ones, split as items are, and what risks may add. Exact, by convolution.
 *
 * Assumes that items split independently of each other and that risks strike independently, each at most once; shares come from
 * the caller, best from how earlier lists grew. Chances of pieces whose sum is within 1e-9 of 1 are brought to sum 1.
 *
 * @param backlog - items, split, risks, growth; at most 100,000 items even if everything goes wrong; not changed
 * @returns plain data: chances of 0, 1, 2 .. items, their mean, and the counts not exceeded with 50, 85 and 95 % chance
 *
 * Issues: predictability/not-a-count, predictability/out-of-range.
 * Time O(most^2) for the largest number possible, less where chances underflow; space O(most).
 * Source: standard; convolution power by repeated squaring (Knuth 1969, 4.6.3).
 *
 * @example
 * const backlog = { items: 2, split: { share: 0.5, low: 2, high: 2 }, risks: [{ name: "audit", probability: 0.25, extra: 3 }] };
 * orThrow(backlogLaw(backlog)).chances; // => [0, 0, 0.1875, 0.375, 0.1875, 0.0625, 0.125, 0.0625]
 */
export function backlogLaw(backlog: Backlog): Result<BacklogLaw> {
  const { items, split, risks = [], growth } = backlog;
  const refused = refusal([
    ...wholeIssues(items, 0, ["backlog", "items"]),
    ...(split === undefined ? [] : splitIssues(split)),
    ...risks.flatMap(riskIssues),
  ]);
  if (refused) return refused;
  const pieces = piecesOf(split);
  const extras = risks.map(extraOf);
  const most = extras.reduce((sum, extra) => sum + extra.length - 1, items * (pieces.length - 1));
  const tooMany = refusal(wholeIssues(most, 0, ["backlog"]));
  if (tooMany) return tooMany;
  const listed = convolvePower(pieces, items);
  if (!listed.ok) return listed;
  const law = extras.reduce(convolve, listed.value);
  const notAbove = (chance: number): number => {
    const found = pmfQuantile(law, chance);
    return found.ok ? found.value : law.length - 1;
  };
  return ok({
    chances: [...law],
    mean: pmfMean(law),
    p50: notAbove(0.5),
    p85: notAbove(0.85),
    p95: notAbove(0.95),
    ...(growth === undefined ? {} : { growth }),
  });
}
