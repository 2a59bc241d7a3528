import { fields } from "./fields.mjs";

const shorts = new Map(fields.map(({ name, short }) => [name, short]));
const share = ({ equal, all }) => (all === 0 ? "-" : `${equal}/${all} ${((100 * equal) / all).toFixed(1)}%`);
const shown = (value) => (value === null ? "none" : String(value));

function rowText({ id, title, progress, wrong, why }) {
  const parts = wrong.map(({ field, ours, stored }) => `${shorts.get(field)} ${shown(ours)} stored ${shown(stored)}`);
  return `    ${id} ${title} (${progress}; ${why}): ${parts.join(", ")}\n`;
}

/** One file: a line, its first difference, or all of them; files without any difference only when asked for. */
export function fileText(file, isChosen, isAll) {
  const { rows, folder, name, fault, issues, excluded } = file;
  const wrong = rows.filter((row) => row.wrong.length > 0);
  const stale = file.stale === "none" ? "" : `, ${file.stale} values stale`;
  const head = `${folder}/${name}: ${share({ equal: rows.length - wrong.length, all: rows.length })} tasks${stale}\n`;
  if (fault !== undefined) return `${folder}/${name}: not read: ${fault.split("\n")[0]}\n`;
  if (wrong.length === 0 && issues.length === 0 && !isChosen) return "";
  const faults = issues.map(({ code, subject }) => `    ${code} ${(subject ?? []).slice(0, 5).join(" ")}\n`);
  const apart = isAll ? excluded.map(({ id, reason }) => `    ${id} is out of scope: ${reason}\n`) : [];
  return [head, ...faults, ...(isAll ? wrong : wrong.slice(0, 1)).map(rowText), ...apart].join("");
}

function totalText({ files, tasks, fields: byField }) {
  const states = Object.entries(tasks).map(([state, tally]) => `${state} ${share(tally)}`);
  const values = fields.map(({ name, short }) => `${short} ${share(byField[name])}`);
  return `  files ${share(files)}\n  tasks ${states.join(", ")}\n  values ${values.join(", ")}\n`;
}

/** The totals of a vendor's files. */
export function setText(set) {
  const { vendor, everything, withoutStale, stalePlans, unstoredValues, excludedTasks, unreadFiles } = set;
  const head = `\n${vendor}: ${stalePlans} stale plans, ${excludedTasks} tasks out of scope, ${unreadFiles} files not read, ${unstoredValues} values not stored\n`;
  const stale = stalePlans === 0 ? "" : ` without stale values\n${totalText(withoutStale)}`;
  return `${head} everything\n${totalText(everything)}${stale}`;
}
