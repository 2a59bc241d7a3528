import { intlZoneRules, toInstant, type ZoneRules } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import { formatInstant, type Issue, issue, ok, parseTimeText, type Result } from "@evenkeel/kernel";
import {
  type OutsideDates,
  type Schedule,
  type ScheduledActivity,
  type ScheduleInput,
  schedule,
} from "@evenkeel/scheduling";
import { scheduleInputFromPlan } from "@evenkeel/scheduling/from-plan";
import { type PlanPart, type SchedulePlanOptions, withStart } from "./plan-parts.js";
import { projectTies } from "./project-ties.js";

/** Schedules in the project's zone; a project of floating times that also states instants is read in UTC, and says so. */
function scheduleZoned(input: ScheduleInput, options: SchedulePlanOptions, name: string): Result<ZonedSchedule> {
  const rules = options.zoneRules ?? intlZoneRules();
  const zone = input.zone ?? options.zone;
  if (zone !== undefined) return zoned(schedule({ ...input, zone }, rules), zone);
  const floating = schedule(input);
  if (floating.ok || !floating.issues.some(({ code }) => code === "scheduling/instant-without-zone"))
    return zoned(floating, undefined);
  const result = zoned(schedule({ ...input, zone: "UTC" }, rules), "UTC");
  return result.ok
    ? ok(result.value, [
        issue("evenkeel/assumed-utc", { severity: "info", path: ["projects"], facts: { project: name } }),
        ...result.issues,
      ])
    : result;
}

/** A schedule, and the zone its local times are in; none where they float. */
interface ZonedSchedule {
  readonly schedule: Schedule;
  readonly zone: string | undefined;
}

const zoned = (result: Result<Schedule>, zone: string | undefined): Result<ZonedSchedule> =>
  result.ok ? ok({ schedule: result.value, zone }, result.issues) : result;

/** A part of a plan as it was scheduled last; without a result where it has nothing to schedule. */
export interface SettledPart {
  readonly part: PlanPart;
  readonly input: Result<ScheduleInput>;
  readonly result?: Result<ZonedSchedule>;
}

/** Rounds after which projects that keep moving one another are left where they are. */
const mostSweeps = 100;

/** A local time of one zone as a project of another reads it; times that float in either are the same on all walls. */
function retold(text: string, from: string | undefined, to: string | undefined, rules: ZoneRules): string {
  const time = parseTimeText(text);
  if (from === to || from === undefined || to === undefined || !time.ok || time.value.form !== "local") return text;
  const instant = toInstant(time.value.local, from, rules);
  return instant.ok ? formatInstant(instant.value) : text;
}

function schedulePart(
  part: PlanPart,
  elsewhere: ReadonlyMap<string, OutsideDates>,
  options: SchedulePlanOptions,
): SettledPart {
  const input = scheduleInputFromPlan(part.plan, part.projectId, elsewhere);
  const isOwn = ({ kind, outside }: ScheduleInput["activities"][number]): boolean =>
    kind !== "summary" && outside === undefined;
  if (!input.ok || !input.value.activities.some(isOwn)) return { part, input };
  return { part, input, result: scheduleZoned(withStart(input.value, options), options, part.name) };
}

/**
 * Schedules all parts of a plan, each with the dates that what it is tied to has in others, until none of these moves any
 * more: what goes before is early, what follows is late, as if all were one network.
 */
export function settleParts(
  plan: WorkPlan,
  parts: readonly PlanPart[],
  options: SchedulePlanOptions,
): { readonly parts: readonly SettledPart[]; readonly issues: readonly Issue[] } {
  const ties = projectTies(plan, parts);
  const issues = [...ties.issues];
  const rules = options.zoneRules ?? intlZoneRules();
  const rowOf = new Map<string, { readonly row: ScheduledActivity; readonly zone: string | undefined }>();
  const settled: SettledPart[] = [];
  const told: string[] = [];
  const zoneOf = ({ plan: { projects = [] }, projectId }: PlanPart, at: number): string | undefined => {
    const result = settled[at]?.result;
    if (result?.ok === true) return result.value.zone;
    return projects.find(({ id }) => id === projectId)?.zone ?? options.zone;
  };
  const datesElsewhere = (part: PlanPart, at: number): ReadonlyMap<string, OutsideDates> => {
    const to = zoneOf(part, at);
    const dates = new Map<string, OutsideDates>();
    for (const id of ties.tiedTo[at]!) {
      const known = rowOf.get(id);
      if (known === undefined) continue;
      const { row, zone } = known;
      const read = (text: string): string => retold(text, zone, to, rules);
      dates.set(id, {
        start: read(row.earlyStart),
        finish: read(row.earlyFinish),
        lateStart: read(row.lateStart),
        lateFinish: read(row.lateFinish),
      });
    }
    return dates;
  };
  const sweep = (): boolean => {
    let isMoved = false;
    parts.forEach((part, at) => {
      const elsewhere = datesElsewhere(part, at);
      const key = JSON.stringify([...elsewhere]);
      if (told[at] === key) return;
      told[at] = key;
      isMoved = true;
      const made = schedulePart(
        { ...part, plan: { ...part.plan, dependencies: ties.dependencies } },
        elsewhere,
        options,
      );
      settled[at] = { ...made, part };
      if (made.result?.ok !== true) return;
      const { schedule: found, zone } = made.result.value;
      for (const row of found.activities) if (row.isOutside !== true) rowOf.set(row.id, { row, zone });
    });
    return isMoved;
  };
  let sweeps = 0;
  while (sweep()) {
    if (++sweeps < mostSweeps) continue;
    issues.push(
      issue("evenkeel/projects-unsettled", { severity: "warning", path: ["dependencies"], facts: { sweeps } }),
    );
    break;
  }
  for (const { id, predecessorId, successorId } of ties.crossing) {
    if (rowOf.has(predecessorId) && rowOf.has(successorId)) continue;
    const facts = { id, predecessor: predecessorId, successor: successorId };
    issues.push(
      issue("evenkeel/link-between-projects", { severity: "warning", path: ["dependencies"], subject: [id], facts }),
    );
  }
  return { parts: settled, issues };
}
