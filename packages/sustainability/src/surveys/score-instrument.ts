import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { parseInstrument } from "./instrument.js";
import type { Instrument, Scale, ScaleScore, SurveyAnswers, SurveyItem } from "./types.js";

const mean = (values: readonly number[]): number => sumExact(values) / values.length;

function answerIssues(items: ReadonlyMap<string, SurveyItem>, answers: SurveyAnswers): Issue[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const item = items.get(id);
    const path = [id];
    if (item === undefined)
      return [issue("sustainability/survey-unknown-item", { path, subject: [id], facts: { item: id } })];
    const { least, most } = item;
    const inRange = answer === null || (typeof answer === "number" && answer >= least && answer <= most);
    return inRange
      ? []
      : [issue("sustainability/survey-answer", { path, subject: [id], facts: { item: id, least, most } })];
  });
}

/** Answers as scored, of those of the items that are answered. */
function scored(ids: readonly string[], items: ReadonlyMap<string, SurveyItem>, answers: SurveyAnswers): number[] {
  return ids.flatMap((id) => {
    const [item, answer] = [items.get(id), Object.hasOwn(answers, id) ? answers[id] : undefined];
    if (item === undefined || answer === undefined || answer === null) return [];
    return [item.reversed === true ? item.least + item.most - answer : answer];
  });
}

/** Every item a scale reads. */
function readBy(scale: Scale): readonly string[] {
  if (scale.rule === "ratio") return [...scale.items, ...scale.against];
  return scale.rule === "weighted" ? [...scale.items, ...scale.weights] : scale.items;
}

/** The value of a scale with all its answers; undefined when it cannot be formed of them. */
function formed(scale: Scale, values: readonly number[]): number | undefined {
  const own = values.slice(0, scale.items.length);
  const others = values.slice(scale.items.length);
  switch (scale.rule) {
    case "mean":
      return mean(values);
    case "sum":
      return sumExact(values);
    case "ratio":
      return mean(others) === 0 ? undefined : mean(own) / mean(others);
    case "weighted":
      if (Math.abs(sumExact(others) - scale.weightTotal) > 1e-9) return undefined;
      return sumExact(own.map((answer, at) => answer * (others[at] ?? 0))) / scale.weightTotal;
  }
}

function scoreScale(
  scale: Scale,
  items: ReadonlyMap<string, SurveyItem>,
  answers: SurveyAnswers,
): { score: ScaleScore; issues: Issue[] } {
  const ids = readBy(scale);
  const values = scored(ids, items, answers);
  const share = scale.rule === "mean" ? (scale.answeredShare ?? 1) : 1;
  const enough = values.length > 0 && values.length >= share * ids.length;
  const value = enough ? formed(scale, values) : undefined;
  const subject = [scale.id];
  const counts = { answered: values.length, items: ids.length };
  const issues = enough
    ? value === undefined
      ? [issue("sustainability/survey-weights", { subject, facts: { scale: scale.id } })]
      : []
    : share < 1
      ? []
      : [issue("sustainability/survey-missing", { subject, facts: { scale: scale.id, ...counts } })];
  const mark = scale.unverified === true ? ({ unverified: true } as const) : {};
  return { score: { scale: scale.id, value: value ?? null, ...counts, ...mark }, issues };
}

/**
 * The scales of a survey instrument from answers to its items.
 *
 * A scale with too few answers has the value null; where its rule asks for all items, an issue says so too. An answer out
 * of range, or to an item that is not there, refuses the whole: it may be in another coding. Answers may be means of a
 * group where a rule is linear (mean, sum); a ratio of means is not the mean of ratios.
 *
 * Wellbeing of persons: keep no result of one person, show groups through `groupScale` only.
 *
 * @param instrument - items and scales, as data
 * @param answers - by item id; null or absent = not answered
 * @returns one value a scale, in the order of the instrument
 *
 * Issues: sustainability/survey-instrument, sustainability/survey-unknown-item, sustainability/survey-answer,
 * sustainability/survey-missing, sustainability/survey-weights.
 * Time O(items x scales), space O(items).
 * Source: those of the instrument.
 *
 * @example
 * scoreInstrument(nasaRawTlx, { MD: 50, PD: 5, TD: 80, OP: 50, EF: 80, FR: 35 }).value; // => [{ scale: "raw", value: 50, answered: 6, items: 6, unverified: true }]
 */
export function scoreInstrument(instrument: Instrument, answers: SurveyAnswers): Result<ScaleScore[]> {
  const read = parseInstrument(instrument);
  return read.ok ? scoreAnswers(read.value, answers) : read;
}

/** As `scoreInstrument`, for an instrument that has been read. */
export function scoreAnswers(instrument: Instrument, answers: SurveyAnswers): Result<ScaleScore[]> {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const [first, ...rest] = answerIssues(items, answers);
  if (first !== undefined) return refuse([first, ...rest]);
  const scales = instrument.scales.map((scale) => scoreScale(scale, items, answers));
  return ok(
    scales.map(({ score }) => score),
    scales.flatMap(({ issues }) => issues),
  );
}
