import type { Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { eriShort } from "../surveys/eri-short.js";
import { groupScale } from "../surveys/group-scale.js";
import { hseIndicatorTool } from "../surveys/hse-indicator-tool.js";
import { nasaRawTlx } from "../surveys/nasa-tlx.js";
import { scoreInstrument } from "../surveys/score-instrument.js";
import type { Instrument, SurveyAnswers } from "../surveys/types.js";

/** Whole answers to all items of an instrument. */
export function anyAnswers({ items }: Instrument): fc.Arbitrary<SurveyAnswers> {
  return fc
    .tuple(...items.map(({ least, most }) => fc.integer({ min: least, max: most })))
    .map((answers) => Object.fromEntries(items.map(({ id }, at) => [id, answers[at] ?? null])));
}

const anyInstrument = fc.constantFrom(hseIndicatorTool, eriShort, nasaRawTlx);
const answered = anyInstrument.chain((instrument) => fc.tuple(fc.constant(instrument), anyAnswers(instrument)));
const valuesOf = (instrument: Instrument, answers: SurveyAnswers) => {
  const result = scoreInstrument(instrument, answers);
  return result.ok ? result.value.map(({ value }) => value ?? Number.NaN) : [];
};
const close = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? Number.NaN)) < 1e-9);
const anyResponses = fc.array(
  fc.record({
    groupId: fc.constantFrom("day", "night"),
    personId: fc.nat(40).map((at) => `p${at}`),
    answers: anyAnswers(nasaRawTlx),
  }),
  { maxLength: 60 },
);

/** What scoring owes. */
export const surveyLaws: readonly Law[] = [
  {
    name: "a reversed item answered the other way round scores as one that is not reversed",
    statedRuns: 1_000,
    property: fc.property(answered, ([instrument, answers]) => {
      const plain = { ...instrument, items: instrument.items.map(({ id, least, most }) => ({ id, least, most })) };
      const turned = Object.fromEntries(
        instrument.items.map(({ id, least, most, reversed }) => [
          id,
          reversed === true ? least + most - (answers[id] ?? 0) : (answers[id] ?? 0),
        ]),
      );
      return close(valuesOf(instrument, answers), valuesOf(plain, turned));
    }),
  },
  {
    name: "the order of items and of answers does not show",
    statedRuns: 1_000,
    property: fc.property(answered, ([instrument, answers]) => {
      const turned = {
        ...instrument,
        items: [...instrument.items].reverse(),
        scales: instrument.scales.map((scale) =>
          scale.rule === "weighted" ? scale : { ...scale, items: [...scale.items].reverse() },
        ),
      };
      const backwards = Object.fromEntries(Object.entries(answers).reverse());
      return close(valuesOf(instrument, answers), valuesOf(turned, backwards));
    }),
  },
  {
    name: "no group mean tells of fewer than ten people, and no person's value is in the report",
    statedRuns: 1_000,
    property: fc.property(anyResponses, (responses) => {
      const report = groupScale(nasaRawTlx, "raw", responses);
      if (!report.ok) return false;
      const rows = [...report.value.means, ...report.value.totals];
      return (
        rows.every(({ mean, people }) => mean === undefined || people >= 10) &&
        report.value.published.every((cell) => !("value" in cell) && !("mean" in cell))
      );
    }),
  },
];
