import type { Check, Verdict } from "@evenkeel/checks";
import { compareText, formatInstant } from "@evenkeel/kernel";
import { measureDailyRest, measureWeeklyRest } from "./measure-rest.js";
import type { Span } from "./merge-intervals.js";
import { euStates, euWorkingTime, type LegalValue } from "./rules/eu-working-time.js";
import type { SustainabilityInput } from "./types.js";

interface Rest {
  readonly start: number;
  readonly restMinutes: number;
}

function byPerson(input: SustainabilityInput): [string, Span[]][] {
  const people = new Map<string, Span[]>();
  for (const interval of input.intervals ?? [])
    people.set(interval.personId, [...(people.get(interval.personId) ?? []), interval]);
  return [...people].sort(([a], [b]) => compareText(a, b));
}

/** One verdict a person: every shortfall is a failure of its own, none is a pass. */
function restCheck(
  id: string,
  value: LegalValue,
  windowMillis: number,
  measure: (spans: readonly Span[], from: number, to: number) => Rest[],
): Check<SustainabilityInput> {
  return {
    id,
    version: "1.0.0",
    kind: "legal",
    citation: value.citation,
    needs: ["workIntervals.from", "workIntervals.to", "people.jurisdiction"],
    dataClass: "record",
    params: { minutes: value.minutes },
    since: value.since,
    evaluate: (input, { minutes }) => {
      const places = new Map(
        (input.jurisdictions ?? []).map((row) => [row.personId, row.jurisdiction.slice(0, 2).toUpperCase()]),
      );
      return byPerson(input).flatMap(([personId, spans]): Verdict[] => {
        const subject = { table: "people", id: personId };
        const place = places.get(personId);
        if (place === undefined) return [{ outcome: "unknown", subject, personId, missing: ["people.jurisdiction"] }];
        if (!euStates.includes(place)) return [{ outcome: "inapplicable", subject, personId }];
        const from =
          input.recordsFrom ?? spans.reduce((first, span) => Math.min(first, span.from), Number.POSITIVE_INFINITY);
        const to = input.recordsTo ?? spans.reduce((last, span) => Math.max(last, span.to), from);
        const short = measure(spans, from, to).filter(({ restMinutes }) => restMinutes < Number(minutes));
        if (short.length === 0) return [{ outcome: "pass", subject, personId }];
        return short.map(
          ({ start, restMinutes }): Verdict => ({
            outcome: "fail",
            subject,
            personId,
            measured: { value: restMinutes, unit: "minutes" },
            threshold: { value: Number(minutes), unit: "minutes" },
            window: { from: formatInstant(start), to: formatInstant(start + windowMillis) },
            evidence: [subject],
            facts: { person: personId, rest: restMinutes, needed: Number(minutes), since: formatInstant(start) },
          }),
        );
      });
    },
  };
}

/** Eleven consecutive hours of rest within 24 hours of each start of work. Information, not legal advice. */
export const dailyRest: Check<SustainabilityInput> = /* @__PURE__ */ restCheck(
  "sustainability/daily-rest",
  euWorkingTime.dailyRest,
  86_400_000,
  (spans, _from, to) => measureDailyRest(spans, to),
);

/** Thirty-five consecutive hours of rest in each seven days. Information, not legal advice. */
export const weeklyRest: Check<SustainabilityInput> = /* @__PURE__ */ restCheck(
  "sustainability/weekly-rest",
  euWorkingTime.weeklyRest,
  604_800_000,
  measureWeeklyRest,
);
