import { compileCalendars, nextWorkingTime, previousWorkingTime, standardCalendar } from "@evenkeel/calendar";
import { orThrow, parseTimeText } from "@evenkeel/kernel";

const ticksOf = (text) => orThrow(parseTimeText(text)).local / 6000;

/** Latest of some texts of local time. */
const latest = (texts) => texts.reduce((most, text) => (most === undefined || text > most ? text : most), undefined);

/**
 * Which stored values of a plan are left over from before it was last changed: said from the stored dates, links and
 * calendars alone, so that no result of ours has a say. MS Project saves what it last computed, so that late dates may
 * count from an earlier finish of the project; Primavera keeps all dates until it schedules again, also when a day of its
 * calendar becomes a holiday, and may count late dates from projects that are not in the file.
 */
export function staleValues(plan, stored, finishes) {
  const projects = plan.projects ?? [];
  if (projects.some((project) => startsOutsideHours(plan, project, stored))) return "all";
  const isLate = (project) =>
    isStaleProject(plan, project, stored, finishes.get(project.id)) || endsBeyondFile(plan, project, stored);
  return projects.some(isLate) ? "late" : "none";
}

/** Late dates beyond all early finishes and the project's must-finish-by: they count from work that is not in the file. */
function endsBeyondFile(plan, project, stored) {
  if (project.scheduling?.preset !== "primavera") return false;
  const rows = (plan.items ?? [])
    .filter(({ id, projectId }) => projectId === project.id && stored.has(id))
    .map(({ id }) => stored.get(id));
  const lateFinish = latest(rows.flatMap((row) => row.lateFinish ?? []));
  const end = latest([
    ...rows.flatMap((row) => row.earlyFinish ?? []),
    ...(project.mustFinishBy ? [project.mustFinishBy] : []),
  ]);
  return lateFinish !== undefined && end !== undefined && lateFinish.slice(0, 16) > end.slice(0, 16);
}

/** An activity that has not begun and is to start when its calendar has no work. */
function startsOutsideHours(plan, project, stored) {
  if (project.scheduling?.preset !== "primavera") return false;
  const byId = compiledCalendars(plan);
  const workers = workersByItem(plan);
  return (plan.items ?? []).some(({ id, projectId, calendarId, schedule }) => {
    const start = stored.get(id)?.earlyStart;
    const calendar = byId.get(calendarId ?? project.calendarId);
    const isPlain = schedule?.kind === "task" && !(schedule.drivenBy === "assignments" && workers.has(id));
    if (projectId !== project.id || !isPlain || calendar === undefined || start === undefined) return false;
    if (schedule.actualStart !== undefined || !(schedule.remainingMinutes > 0)) return false;
    return nextWorkingTime(calendar, ticksOf(start)) !== ticksOf(start);
  });
}

function compiledCalendars(plan) {
  const compiled = compileCalendars(plan.calendars?.length > 0 ? plan.calendars : [standardCalendar]);
  return new Map(compiled.ok ? compiled.value.calendars.map((calendar) => [calendar.id, calendar]) : []);
}

function isStaleProject(plan, project, stored, finish) {
  if (project.scheduling?.preset !== "msProject" || finish === undefined) return false;
  const items = (plan.items ?? []).filter(({ id, projectId }) => projectId === project.id && stored.has(id));
  const active = items.filter(isActiveTask);
  const lastFinish = latest(active.map(({ id }) => stored.get(id).earlyFinish).filter((text) => text !== undefined));
  if (lastFinish === undefined) return false;
  if (finish.slice(0, 16) < lastFinish.slice(0, 16)) return true;
  const auto = active.filter(({ schedule }) => schedule.mode !== "manual");
  if (auto.some(({ id }) => isMoved(stored.get(id)))) return true;
  if (project.scheduling.multipleCriticalPaths === true) return false;
  const bounds = [finish, lastFinish];
  const snap = snapper(plan, project);
  const linked = withSuccessors(plan);
  return auto.some((item) => {
    const { lateFinish } = stored.get(item.id);
    const isOpen = !linked.has(item.id) && item.constraints === undefined && item.deadline === undefined;
    if (!isOpen || item.schedule.actualFinish !== undefined || lateFinish === undefined) return false;
    return !bounds.some((bound) => snap(item, bound).has(lateFinish.slice(0, 16)));
  });
}

const isActiveTask = ({ schedule, kind }) =>
  kind !== "summary" && schedule !== undefined && schedule.kind !== "summary" && schedule.active !== false;

/** A start that is neither early nor late start. */
function isMoved({ start, earlyStart, lateStart }) {
  if (start === undefined || earlyStart === undefined || lateStart === undefined) return false;
  return start.slice(0, 16) !== earlyStart.slice(0, 16) && start.slice(0, 16) !== lateStart.slice(0, 16);
}

/** Items with successors, of their own or of a summary above them. */
function withSuccessors(plan) {
  const own = new Set((plan.dependencies ?? []).map(({ predecessorId }) => predecessorId));
  const parents = new Map((plan.items ?? []).map(({ id, parentId }) => [id, parentId]));
  return new Set(
    [...parents.keys()].filter((id) => {
      for (let at = id; at !== undefined; at = parents.get(at)) if (own.has(at)) return true;
      return false;
    }),
  );
}

/** Calendars of those who work on each item. */
function workersByItem(plan) {
  const calendars = new Map([...(plan.people ?? []), ...(plan.resources ?? [])].map((row) => [row.id, row.calendarId]));
  const workers = new Map();
  for (const { itemId, personId, resourceId } of plan.assignments ?? []) {
    const calendar = calendars.get(personId ?? resourceId);
    if (calendar !== undefined) workers.set(itemId, [...(workers.get(itemId) ?? []), calendar]);
  }
  return workers;
}

/** The instants at which a task may end for a bound: on its calendar, or on those of who works on it, or unsnapped. */
function snapper(plan, project) {
  const byId = compiledCalendars(plan);
  const workers = workersByItem(plan);
  const write = (tick) => new Date(tick * 6000).toISOString().slice(0, 16);
  return (item, bound) => {
    const own = item.calendarId ?? project.calendarId;
    const ids = [own, ...(workers.get(item.id) ?? [])].filter((id) => byId.has(id));
    const snapped = ids.map((id) => write(previousWorkingTime(byId.get(id), ticksOf(bound))));
    return new Set([bound.slice(0, 16), ...snapped]);
  };
}
