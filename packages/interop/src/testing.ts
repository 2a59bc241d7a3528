import { canonicalJson, type Json, type Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { anyRichPlan } from "./testing/any-rich-plan.js";
import type { Law } from "./testing/law.js";
import { compareAgain, type RoundTrip } from "./testing/round-trip.js";
import type { Import, ReadOptions, Source } from "./types.js";

// Living with an export.
export { anonymizeLaws } from "./testing/anonymize-laws.js";
export { anyRichPlan } from "./testing/any-rich-plan.js";
export type { Law } from "./testing/law.js";
export { mergeSourcesLaws } from "./testing/merge-laws.js";
export { overlayLaws } from "./testing/overlay-laws.js";
export { type ComesBack, type Comparison, compareAgain, type RoundTrip } from "./testing/round-trip.js";
export { roundTrips } from "./testing/round-trips.js";
export { snapshotLaws } from "./testing/snapshot-laws.js";

/** A reader under test. */
export type Read = (source: Source, options?: ReadOptions) => Result<Import>;

const junk = fc.constantFrom(
  "\u0000",
  "\ud800",
  "\u202e",
  '"',
  "<",
  ">",
  "&x;",
  "{",
  "[",
  "]",
  ",",
  ";",
  "\n",
  "\t",
  "__proto__",
  "toString",
  "constructor",
  "9999-99-99",
  "-1",
  "1e999",
  "\ufeff",
  "",
);

/** A text with a few places cut, doubled or replaced: broken in the ways files are. */
export function mutatedText(samples: readonly [string, ...string[]]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(junk, fc.string({ maxLength: 6 })),
  });
  return fc.tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 6 })).map(([sample, edits]) => {
    let text = sample;
    for (const { at, cut, put } of edits) {
      const place = Math.floor(at * text.length);
      text = text.slice(0, place) + put + text.slice(place + cut);
    }
    return text;
  });
}

function holds(result: Result<Import>): boolean {
  if (!result.ok)
    return (
      result.issues.length > 0 && result.issues.every((found) => /^(interop|schema|core|kernel)\//.test(found.code))
    );
  const { counts, fields } = result.value.report;
  return counts.imported + counts.merged + counts.rejected === counts.read && fields.every((row) => row.count > 0);
}

/** What any reader owes on any input, valid or broken: an import or coded issues, never a throw; the same again. */
export function readerLaws(name: string, read: Read, samples: readonly [string, ...string[]]): readonly Law[] {
  const text = mutatedText(samples);
  return [
    {
      name: `${name} answers every input with an import or with codes, and loses no record`,
      statedRuns: 10_000,
      property: fc.property(text, (input) => holds(read(input))),
    },
    {
      name: `${name} gives the same for the same input`,
      statedRuns: 2_000,
      property: fc.property(text, (input) => {
        const first = JSON.stringify(read(input));
        return JSON.stringify(read(input)) === first;
      }),
    },
    {
      name: `${name} survives any bytes`,
      statedRuns: 2_000,
      property: fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(read(bytes))),
    },
  ];
}

/** What any writer owes to its table of losses: what is written and read again differs from the plan in nothing else. */
export function roundTripLaws(name: string, trip: RoundTrip): readonly Law[] {
  return [
    {
      name: `${name} comes back as its table of losses says, part by part`,
      statedRuns: 10_000,
      property: fc.property(anyRichPlan, (plan) => {
        const { faults } = compareAgain(trip, plan);
        if (faults.length > 0) throw new Error(faults.slice(0, 5).join("\n"));
      }),
    },
  ];
}

/** What a writer owes besides whose reader's plans it keeps whole: what was written and read once stays as it is. */
export function settledLaw(name: string, trip: RoundTrip): Law {
  return {
    name: `${name} and read is no longer changed by writing it once more`,
    statedRuns: 1_000,
    property: fc.property(anyRichPlan, (plan) => {
      const once = trip.again(plan);
      return canonicalJson(trip.again(once) as unknown as Json) === canonicalJson(once as unknown as Json);
    }),
  };
}
