import { acceptUnlessError, type Issue, issue, type Result } from "@evenkeel/kernel";
import { type SpecCheck, type SpecLayers, specLayers } from "./check-spec.js";
import { layerSpans } from "./layer-spans.js";
import type { CalendarSpec, CompiledCalendar, CompiledCalendars, Layer, ZoneRules } from "./types.js";
import { emptyTable, hasWorkingTime } from "./work-table.js";

/** Positions from a calendar up to its last ancestor; cut where a parent is missing or a circle closes. */
function lineage(at: number, specs: readonly CalendarSpec[], indexOf: ReadonlyMap<string, number>): number[] {
  const line: number[] = [];
  for (let here: number | undefined = at; here !== undefined && !line.includes(here); ) {
    line.push(here);
    const { parentId }: CalendarSpec = specs[here]!;
    here = parentId === undefined ? undefined : indexOf.get(parentId);
  }
  return line;
}

function checkReferences(specs: readonly CalendarSpec[], indexOf: ReadonlyMap<string, number>): Issue[] {
  return specs.flatMap(({ id, parentId }, at) => {
    const found: Issue[] = [];
    const base = { subject: [id], facts: { calendar: id } };
    if (indexOf.get(id) !== at) found.push(issue("calendar/duplicate-id", { ...base, path: [at, "id"] }));
    if (parentId === undefined) return found;
    const path = [at, "parentId"];
    if (!indexOf.has(parentId)) {
      found.push(issue("calendar/dangling-parent", { path, subject: [id], facts: { calendar: id, parent: parentId } }));
    } else {
      const line = lineage(at, specs, indexOf);
      const last = specs[line.at(-1)!]!.parentId;
      if (last !== undefined && indexOf.get(last) === at) {
        const circle = line.map((each) => specs[each]!.id);
        found.push(issue("calendar/parent-cycle", { path, subject: circle, facts: { calendars: [...circle, id] } }));
      }
    }
    return found;
  });
}

/** Every day around the clock; of layers above the first, where they say anything. */
const isFull = (layer: Layer, at: number): boolean =>
  layer.week?.every((day) => (day === undefined ? at > 0 : day.length === 2 && day[0] === 0 && day[1] === 14_400)) ===
  true;
const hasWork = (layer: Layer): boolean =>
  (layer.intervals?.length ?? 0) > 0 || layer.week?.some((day) => day !== undefined && day.length > 0) === true;

/** Weakest first: week patterns, then work weeks, then exceptions, each from the last ancestor to the calendar itself. */
function painted(own: readonly SpecLayers[]): Layer[] {
  const fromAncestor = [...own].reverse();
  return [
    ...fromAncestor.map((layers) => layers.week),
    ...fromAncestor.flatMap((layers) => layers.workWeeks),
    ...fromAncestor.flatMap((layers) => layers.exceptions),
  ];
}

/**
 * Compiles calendars for arithmetic: parents resolved, intervals checked, zones looked up.
 *
 * A day is what the strongest says that speaks of it: exception of the calendar, of its parent, work week of the calendar,
 * of its parent, weekday of the calendar, of its parent. Among exceptions of one calendar a range beats recurring ones,
 * daily beats yearly beats monthly beats weekly, and a later entry beats an earlier. Time past midnight belongs to
 * the day on which it begins. With `zoneRules`, ticks are instants and working time is real elapsed time: an
 * interval lasts from the instant of its begin to the instant of its end, a repeated time being the earlier one and a
 * skipped time the moment of the jump. Without `zoneRules` zones are not applied and ticks are local.
 *
 * @param specs - calendars; ids unique; not mutated
 * @param zoneRules - such as `intlZoneRules()`; needed where zones matter
 * @param zone - zone of calendars that state none, neither they nor their parents; default UTC when `zoneRules` are given
 * @returns compiled calendars in the order of the specs, or all issues in the order of the specs
 *
 * Issues: calendar/duplicate-id, calendar/dangling-parent, calendar/parent-cycle, calendar/invalid-interval,
 * calendar/overlapping-intervals, calendar/inverted-range, calendar/invalid-recurrence,
 * calendar/unknown-zone, kernel/invalid-time-text, kernel/impossible-date; warnings: calendar/no-working-time (every result is an end of time),
 * calendar/zone-not-applied.
 * Time O(size of the specs and days until the first working time), space the same; days are expanded on first use.
 * Source: own; resolution order as MS Project's.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar, { id: "team", parentId: "standard", week: { friday: [] } }]));
 * workBetween(calendars[1], 0, 7 * 14400); // => 19200
 */
export function compileCalendars(
  specs: readonly CalendarSpec[],
  zoneRules?: ZoneRules,
  zone = "UTC",
): Result<CompiledCalendars> {
  const indexOf = new Map<string, number>();
  specs.forEach(({ id }, at) => {
    if (!indexOf.has(id)) indexOf.set(id, at);
  });
  const issues = checkReferences(specs, indexOf);
  const own = specs.map((spec, at) => {
    const check: SpecCheck = { id: spec.id, issues };
    return specLayers(check, spec, [at]);
  });
  const isSound = issues.length === 0;
  const calendars = specs.map((spec, at): CompiledCalendar => {
    const line = lineage(at, specs, indexOf);
    const layers = painted(line.map((each) => own[each]!));
    const stated = line.map((each) => specs[each]!.zone).find((each) => each !== undefined);
    const about = { path: [at], subject: [spec.id], facts: { calendar: spec.id, zone: stated ?? zone } };
    const working = layers.find(hasWork);
    const near = Math.max(0, working?.from ?? 0);
    if (working === undefined || (isSound && !hasWorkingTime(layerSpans(layers), near)))
      issues.push(issue("calendar/no-working-time", { ...about, severity: "warning" }));
    if (stated !== undefined && zoneRules === undefined) {
      issues.push(issue("calendar/zone-not-applied", { ...about, severity: "warning" }));
    }
    const used = zoneRules === undefined ? undefined : (stated ?? zone);
    if (used !== undefined && zoneRules?.transitions(used, 0, 0) === undefined) {
      issues.push(issue("calendar/unknown-zone", about));
    }
    return {
      id: spec.id,
      isContinuous: layers.every(isFull),
      table: emptyTable(layerSpans(layers, used, zoneRules)),
      ...(used === undefined || zoneRules === undefined ? {} : { zone: used, zoneRules }),
    };
  });
  const versions = zoneRules === undefined ? {} : { zoneRulesVersion: zoneRules.version };
  const timeLine = zoneRules === undefined ? "local" : "instant";
  return acceptUnlessError({ calendars, indexOf, timeLine, ...versions }, issues);
}
