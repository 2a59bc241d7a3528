import { schedulePlan } from "evenkeel";
import { fields, isEqual } from "./fields.mjs";

/** How far a task has come: apart in the totals, as progress is where schedulers differ. */
function progressOf({ schedule, kind }) {
  if (kind === "summary" || schedule?.kind === "summary") return "summary";
  if (schedule?.actualFinish !== undefined) return "finished";
  return schedule?.actualStart !== undefined ? "inProgress" : "notStarted";
}

const isPart = (part, whole) =>
  typeof part === "object" && part !== null
    ? Object.entries(part).every(([key, value]) => isPart(value, whole?.[key]))
    : part === whole;

/** What fixed the early start, for the first look at a difference. */
function explained(row) {
  if (row === undefined) return "no dates";
  const { driver } = row;
  if (driver === undefined) return "rolled up";
  const lag = driver.lagMinutes ? ` ${driver.lagMinutes} min` : "";
  return driver.kind === "link"
    ? `after ${driver.predecessor} by ${driver.type}${lag}`
    : `by ${driver.constraint ?? driver.kind}`;
}

/** The rule that leaves an item out: one for the item itself, or one for any item of its project. */
function exclusionOf(item, plan, exclusions) {
  return exclusions.find(({ item: part, excludes }) =>
    excludes === "project"
      ? plan.items.some((other) => other.projectId === item.projectId && isPart(part, other))
      : isPart(part, item),
  );
}

/** Our dates by item, and whether an item lies on the longest path, which is the other way to be critical. */
function scheduled(plan) {
  const byPath = (plan.projects ?? []).map((project) => ({
    ...project,
    scheduling: { ...project.scheduling, criticalBy: "longestPath" },
  }));
  const { byItem, issues } = schedulePlan(plan);
  const paths = schedulePlan({ ...plan, projects: byPath }).byItem;
  const rowOf = (id) => {
    const row = byItem.get(id);
    return row === undefined ? undefined : { ...row, isOnLongestPath: paths.get(id)?.isCritical };
  };
  return { rowOf, issues };
}

/**
 * Schedules a plan through the public path and compares every stored value; a value that is not stored counts for nothing.
 * Rows say of each task what was compared, and what differs with ours, the stored value and why.
 */
export function compare(plan, stored, exclusions) {
  const { rowOf, issues } = scheduled(plan);
  const rows = [];
  const excluded = [];
  let unstored = 0;
  for (const item of plan.items ?? []) {
    const theirs = stored.get(item.id) ?? {};
    const compared = fields.filter(({ name }) => theirs[name] !== undefined);
    unstored += fields.length - compared.length;
    if (compared.length === 0) continue;
    const rule = exclusionOf(item, plan, exclusions);
    if (rule !== undefined) {
      excluded.push({ id: item.id, reason: rule.reason });
      continue;
    }
    const ours = rowOf(item.id);
    const wrong = compared
      .filter(({ name }) => !isEqual(ours?.[name], theirs[name]))
      .map(({ name }) => ({ field: name, ours: ours?.[name] ?? null, stored: theirs[name] }));
    rows.push({
      id: item.id,
      key: item.sources?.[0]?.key ?? item.id,
      title: item.title,
      progress: progressOf(item),
      compared: compared.map(({ name }) => name),
      wrong,
      why: explained(ours),
    });
  }
  return { rows, excluded, unstored, issues: issues.filter(({ severity }) => severity === "error") };
}
