import type { Check, Verdict } from "@evenkeel/checks";
import { formatDay } from "@evenkeel/kernel";
import { type OverloadStreak, overloadStreaks } from "../load/overload-streaks.js";
import type { LoadSpan } from "../load/types.js";
import type { SustainabilityInput } from "../types.js";
import { fewestToExceed, irreducible } from "./irreducible.js";
import { itemsOf, onlyItems, plannedWeeks } from "./planned-weeks.js";
import { withoutPart } from "./without-part.js";

const needs = ["assignments.effortMinutes"];
const workload = { title: "ISO 45003:2021 Psychological health and safety at work", article: "workload and work pace" };

const onItems = (ids: readonly string[]): { table: string; id: string }[] => ids.map((id) => ({ table: "items", id }));

/** No person is planned over capacity for many weeks in a row; a peak now and then is not what wears out. */
export const overloadStreak: Check<SustainabilityInput> = {
  id: "sustainability/overload-streak",
  version: "1.0.0",
  kind: "heuristic",
  citation: [
    workload,
    {
      title: "WHO/ILO (2021), Long working hours and the burden of ischaemic heart disease and stroke: long-run hours",
    },
  ],
  needs,
  dataClass: "planFact",
  params: { mostWeeks: 2, mostUtilization: 1 },
  evaluate: ({ load }, params) => {
    const [mostWeeks, mostUtilization] = [Number(params["mostWeeks"]), Number(params["mostUtilization"])];
    const longOf = (weeks: readonly LoadSpan[]) =>
      overloadStreaks(weeks, mostUtilization).filter(({ spans }) => spans.length > mostWeeks);
    if (load === undefined) return withoutPart("sustainability/overload-streak", needs);
    return plannedWeeks(load).flatMap(([personId, weeks]): Verdict[] => {
      const subject = { table: "people", id: personId };
      const long = longOf(weeks);
      if (long.length === 0) return [{ outcome: "pass", subject }];
      return long.map(({ from, to, spans, excessMinutes }): Verdict => {
        const items = irreducible(
          itemsOf(spans.slice(0, mostWeeks + 1)),
          (ids) => longOf(onlyItems(spans, ids)).length > 0,
        );
        return {
          outcome: "fail",
          subject,
          measured: { value: spans.length, unit: "weeks" },
          threshold: { value: mostWeeks, unit: "weeks" },
          window: { from: formatDay(from), to: formatDay(to - 1) },
          evidence: onItems(items),
          facts: {
            person: personId,
            since: formatDay(from),
            weeks: spans.length,
            most: mostWeeks,
            excess: excessMinutes,
          },
        };
      });
    });
  },
};

/** After weeks over capacity come weeks at or under it before the next peak. */
export const recoveryAfterPeaks: Check<SustainabilityInput> = {
  id: "sustainability/recovery-after-peaks",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Meijman & Mulder (1998), Psychological aspects of workload (effort-recovery)" }, workload],
  needs,
  dataClass: "planFact",
  params: { leastWeeks: 2, mostUtilization: 1 },
  evaluate: ({ load }, params) => {
    const [leastWeeks, mostUtilization] = [Number(params["leastWeeks"]), Number(params["mostUtilization"])];
    const isShort = ({ isOpen, recoveryDays }: OverloadStreak) => !isOpen && recoveryDays < 7 * leastWeeks;
    if (load === undefined) return withoutPart("sustainability/recovery-after-peaks", needs);
    return plannedWeeks(load).flatMap(([personId, weeks]): Verdict[] => {
      const subject = { table: "people", id: personId };
      const short = overloadStreaks(weeks, mostUtilization).filter(isShort);
      if (short.length === 0) return [{ outcome: "pass", subject }];
      return short.map(({ from, to, recoveryDays }): Verdict => {
        const around = weeks.filter((week) => from <= week.from && week.from <= to + recoveryDays);
        const items = irreducible(itemsOf(around), (ids) =>
          overloadStreaks(onlyItems(around, ids), mostUtilization).some(isShort),
        );
        return {
          outcome: "fail",
          subject,
          measured: { value: recoveryDays / 7, unit: "weeks" },
          threshold: { value: leastWeeks, unit: "weeks" },
          window: { from: formatDay(from), to: formatDay(to + recoveryDays + 6) },
          evidence: onItems(items),
          facts: { person: personId, since: formatDay(to), weeks: recoveryDays / 7, least: leastWeeks },
        };
      });
    });
  },
};

/** Over some weeks together the plan leaves a person slack for what is not planned; without it everything new waits. */
export const slack: Check<SustainabilityInput> = {
  id: "sustainability/slack",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Kingman (1961), The single server queue in heavy traffic" }],
  needs,
  dataClass: "planFact",
  params: { weeks: 4, mostUtilization: 0.9 },
  evaluate: ({ load }, params) => {
    const [length, mostUtilization] = [Number(params["weeks"]), Number(params["mostUtilization"])];
    if (load === undefined) return withoutPart("sustainability/slack", needs);
    return plannedWeeks(load).flatMap(([personId, weeks]): Verdict[] => {
      const subject = { table: "people", id: personId };
      const sum = (rows: readonly LoadSpan[], of: "loadMinutes" | "capacityMinutes") =>
        rows.reduce((all, row) => all + row[of], 0);
      const windows = weeks.flatMap((week, at) => {
        const rows = weeks.slice(at, at + length);
        return rows.length === length && rows.at(-1)?.from === week.from + 7 * (length - 1) ? [rows] : [];
      });
      if (windows.length === 0) return [{ outcome: "inapplicable", subject }];
      const overOf = (rows: readonly LoadSpan[]) =>
        sum(rows, "loadMinutes") - sum(rows, "capacityMinutes") * mostUtilization;
      const worst = windows.reduce((most, rows) => (overOf(rows) > overOf(most) ? rows : most));
      if (overOf(worst) <= 1e-6) return [{ outcome: "pass", subject }];
      const [planned, capacity] = [sum(worst, "loadMinutes"), sum(worst, "capacityMinutes")];
      const minutes = new Map<string, number>();
      for (const { items } of worst)
        for (const row of items) minutes.set(row.itemId, (minutes.get(row.itemId) ?? 0) + row.minutes);
      const amounts = [...minutes].map(([id, amount]) => ({ id, amount }));
      const [from, to] = [worst[0]?.from ?? 0, worst.at(-1)?.to ?? 0];
      return [
        {
          outcome: "fail",
          subject,
          measured: { value: planned, unit: "minutes" },
          threshold: { value: capacity * mostUtilization, unit: "minutes" },
          window: { from: formatDay(from), to: formatDay(to - 1) },
          evidence: onItems(fewestToExceed(amounts, capacity * mostUtilization)),
          facts: { person: personId, since: formatDay(from), weeks: length, planned, capacity, most: mostUtilization },
        },
      ];
    });
  },
};
