import { type GroupReport, groupReport, type SafeGroupOptions } from "@evenkeel/checks";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { parseInstrument } from "./instrument.js";
import { rangeOf } from "./range-of.js";
import { scoreAnswers } from "./score-instrument.js";
import type { Instrument, SurveyResponse } from "./types.js";

/** Group means of one scale that may be published together. */
export interface GroupScale extends GroupReport {
  readonly scale: string;
  readonly unverified?: true;
}

/**
 * Means of one scale by group, none of which tells of fewer than ten people, alone or beside others, now or earlier.
 *
 * A mean near an end of the scale is told as a bound: everybody at the end would otherwise be told of everyone. Responses that
 * cannot be scored are left out, each with an issue that says which item, not what was answered. No result
 * of a person is kept or returned; give the responses away after the call.
 *
 * @param instrument - items and scales, as data
 * @param scaleId - one of its scales
 * @param responses - one a person, group and period
 * @param options - more than ten people, and what is published already
 * @returns means by group and period, totals by period, and the groups to remember as published
 *
 * Issues: those of `scoreInstrument`, at the response; sustainability/survey-unknown-scale.
 * Time O(responses x items x scales) and that of `groupReport`, space O(responses).
 * Source: as `groupReport`; floor of ten for wellbeing.
 *
 * @example
 * const answers = { MD: 50, PD: 5, TD: 80, OP: 50, EF: 80, FR: 35 };
 * const responses = ["a", "b", "c"].map((personId) => ({ groupId: "team", personId, answers }));
 * groupScale(nasaRawTlx, "raw", responses).value.means; // => [{ groupId: "team", people: 3, withheld: "too few people" }]
 */
export function groupScale(
  instrument: Instrument,
  scaleId: string,
  responses: readonly SurveyResponse[],
  options: Omit<SafeGroupOptions, "dataClass"> = {},
): Result<GroupScale> {
  const read = parseInstrument(instrument);
  if (!read.ok) return read;
  const scale = instrument.scales.find(({ id }) => id === scaleId);
  if (scale === undefined)
    return refuse([issue("sustainability/survey-unknown-scale", { subject: [scaleId], facts: { found: scaleId } })]);
  const one = { ...instrument, scales: [scale] };
  const issues: Issue[] = [];
  const values = responses.flatMap(({ groupId, personId, period, answers }, at) => {
    const result = scoreAnswers(one, answers);
    for (const found of result.issues) issues.push({ ...found, path: ["responses", at, "answers", ...found.path] });
    const value = result.ok ? result.value[0]?.value : undefined;
    if (value === undefined || value === null) return [];
    return [{ groupId, personId, value, ...(period === undefined ? {} : { period }) }];
  });
  const { smallest, published } = options;
  const range = rangeOf(instrument, scale);
  const report = groupReport(values, {
    dataClass: "wellbeing",
    ...(range === undefined ? {} : { range }),
    ...(smallest === undefined ? {} : { smallest }),
    ...(published === undefined ? {} : { published }),
  });
  return ok({ ...report, scale: scaleId, ...(scale.unverified === true ? { unverified: true } : {}) }, issues);
}
