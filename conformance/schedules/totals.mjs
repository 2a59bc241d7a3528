import { fields } from "./fields.mjs";

const late = new Set(fields.filter((field) => field.late).map(({ name }) => name));
const count = (equal, all) => ({ equal, all });

/** Equal and compared values by field, tasks with every value equal, apart by progress. */
export function totalsOf(files, isCounted = () => true) {
  const byField = Object.fromEntries(fields.map(({ name }) => [name, count(0, 0)]));
  const tasks = {
    all: count(0, 0),
    notStarted: count(0, 0),
    inProgress: count(0, 0),
    finished: count(0, 0),
    summary: count(0, 0),
  };
  const whole = count(0, 0);
  for (const { rows, stale } of files) {
    let isWhole = true;
    let isCompared = false;
    for (const row of rows) {
      const compared = row.compared.filter((name) => isCounted(name, stale));
      if (compared.length === 0) continue;
      isCompared = true;
      const wrong = new Set(row.wrong.map(({ field }) => field).filter((name) => isCounted(name, stale)));
      for (const name of compared) {
        byField[name].all++;
        if (!wrong.has(name)) byField[name].equal++;
      }
      for (const tally of [tasks.all, tasks[row.progress]]) {
        tally.all++;
        if (wrong.size === 0) tally.equal++;
      }
      if (wrong.size > 0) isWhole = false;
    }
    if (!isCompared) continue;
    whole.all++;
    if (isWhole) whole.equal++;
  }
  return { files: whole, tasks, fields: byField };
}

/** All values; and without those that are left over from before the plan was changed, which nobody can derive. */
export function bothTotals(files) {
  return {
    everything: totalsOf(files),
    withoutStale: totalsOf(files, (name, stale) => stale === "none" || (stale === "late" && !late.has(name))),
    stalePlans: files.filter(({ stale }) => stale !== "none").length,
    unstoredValues: files.reduce((sum, { unstored }) => sum + unstored, 0),
    excludedTasks: files.reduce((sum, { excluded }) => sum + excluded.length, 0),
    unreadFiles: files.filter(({ fault }) => fault !== undefined).length,
  };
}
