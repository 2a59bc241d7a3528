import { orThrow, type Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { type ScheduleComparison, traceSlippage } from "../compare-schedules.js";
import type { PlanVersion } from "../plan-version.js";
import { schedule } from "../schedule.js";
import type { ActivityInput, DateConstraint, LinkInput, LinkType, ScheduleInput } from "../types.js";
import { anyScheduleInput } from "./any-schedule.js";
import { anyTime } from "./any-time.js";
import type { Law } from "./law.js";

const type: fc.Arbitrary<LinkType> = fc.constantFrom("FS", "FS", "SS", "FF", "SF");

/** Networks with summaries, progress, and more dates than can be kept; no date replaces the start. */
export function anyConflictingInput(): fc.Arbitrary<ScheduleInput> {
  const date = anyTime();
  const constraint = fc.record({
    kind: fc.constantFrom("SNLT", "FNLT", "SO", "FO", "MSO", "MFO", "SNET", "ALAP"),
    at: date,
  });
  const more = fc.record(
    {
      constraints: fc.array(constraint as fc.Arbitrary<DateConstraint>, { maxLength: 2 }),
      deadline: date,
      manual: fc.record({ start: date }),
      actualStart: fc.constant("2026-06-01T09:00"),
      parentId: fc.constantFrom("S0", "S1"),
    },
    { requiredKeys: [] },
  );
  const preset = fc.constantFrom("evenkeel" as const, "msProject" as const, "primavera" as const);
  const end = fc.option(date, { nil: undefined });
  const extras = fc.array(fc.option(more, { nil: undefined }), { minLength: 9, maxLength: 9 });
  const ofSummaries = fc.uniqueArray(
    fc.record({ at: fc.nat(8), summary: fc.constantFrom("S0", "S1"), isBefore: fc.boolean(), type }),
    { maxLength: 2, selector: ({ at, summary }) => `${at} ${summary}` },
  );
  return fc
    .record({ input: anyScheduleInput(), extras, preset, end, ofSummaries })
    .map(({ input, extras: rows, preset: rules, end: mustFinishBy, ofSummaries: ties }) => {
      const activities = input.activities.map((row, at): ActivityInput => {
        const { manual, ...others } = rows[at] ?? {};
        const isTask = row.kind === undefined && row.elapsed !== true;
        const { actualStart, ...unstarted } = { ...row, ...others };
        if (!isTask || (actualStart === undefined && manual === undefined)) return unstarted;
        return manual === undefined ? { ...unstarted, actualStart: actualStart! } : { ...unstarted, manual };
      });
      const placeOf = (id: string): number => activities.findIndex((row) => row.id === id);
      // A tie of a summary runs the way its parts' ties run, from lower to higher places, so that no circle arises.
      const summaries = ["S0", "S1"].flatMap((id) => {
        const parts = activities.flatMap(({ parentId }, at) => (parentId === id ? [at] : []));
        return parts.length === 0 ? [] : [{ id, first: Math.min(...parts), last: Math.max(...parts) }];
      });
      const added = ties.flatMap(({ at, summary, isBefore, type: tie }): LinkInput[] => {
        const found = summaries.find(({ id }) => id === summary);
        const other = `A${at}`;
        if (found === undefined || placeOf(other) === -1) return [];
        if (isBefore && at < found.first) return [{ predecessor: other, successor: summary, type: tie }];
        return !isBefore && at > found.last ? [{ predecessor: summary, successor: other, type: tie }] : [];
      });
      return {
        ...input,
        start: "2026-06-01T00:00",
        options: { preset: rules, boundReplacesStart: false },
        ...(mustFinishBy === undefined ? {} : { mustFinishBy }),
        activities: [...activities, ...summaries.map(({ id }): ActivityInput => ({ id, kind: "summary" }))],
        links: [...(input.links ?? []), ...added],
      };
    });
}

/** A comparison to be proved: ours, or another behind this signature. */
export type CompareFunction = (before: PlanVersion, after: PlanVersion) => Result<ScheduleComparison>;

/** Two versions of a plan: one duration, one link and the data date may differ. */
function anyVersions(): fc.Arbitrary<readonly [PlanVersion, PlanVersion]> {
  const change = fc.record({
    at: fc.nat(8),
    minutes: fc.integer({ min: 1, max: 300 }).map((count) => count * 10),
    dropped: fc.nat(20),
    dataDate: fc.constantFrom(undefined, "2026-06-03T10:00"),
  });
  return fc
    .record({ input: anyScheduleInput(), change })
    .map(({ input, change: { at, minutes, dropped, dataDate } }) => {
      const changed: ScheduleInput = {
        ...input,
        ...(dataDate === undefined ? {} : { dataDate }),
        activities: input.activities.map((row, k) =>
          k === at && row.kind === undefined ? { ...row, durationMinutes: minutes } : row,
        ),
        links: (input.links ?? []).filter((_, k) => k !== dropped),
      };
      const version = (each: ScheduleInput): PlanVersion => ({ input: each, schedule: orThrow(schedule(each)) });
      return [version(input), version(changed)] as const;
    });
}

/**
 * Laws that any comparison of schedules owes; run them on your own behind `CompareFunction`.
 *
 * @param compare - takes and gives this package's plain data
 */
export function comparisonLaws(compare: CompareFunction): Law[] {
  const law = (name: string, holds: (before: PlanVersion, after: PlanVersion) => boolean): Law => ({
    name,
    statedRuns: 20_000,
    property: fc.property(anyVersions(), ([before, after]) => holds(before, after) && holds(after, before)),
  });
  const moves = (before: PlanVersion, after: PlanVersion): Map<string, number> =>
    new Map(orThrow(compare(before, after)).changes.map((row) => [row.id, row.finishElapsedMinutes ?? 0]));
  return [
    law("the shares of a move add up to it, and its root goes the same way", (before, after) => {
      const found = orThrow(compare(before, after));
      return found.changes.every((row) => {
        if (row.change !== "moved") return true;
        const move = row.finishElapsedMinutes === 0 ? row.startElapsedMinutes! : row.finishElapsedMinutes!;
        const sum = traceSlippage(found, row.id).reduce((total, { minutes }) => total + minutes, 0);
        return Math.abs(sum - move) < 1e-6 && row.root!.minutes * move > 0;
      });
    }),
    law("a schedule does not differ from itself", (before) => orThrow(compare(before, before)).changes.length === 0),
    law("turned round, every move has the other sign", (before, after) => {
      const back = moves(after, before);
      return [...moves(before, after)].every(([id, minutes]) => back.get(id)! + minutes === 0);
    }),
  ];
}
