import type { WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type Draft, table } from "./draft.js";
import { settleHistory, settlePlan } from "./settle.js";
import { noteUnusedAnswers } from "./state-answers.js";
import type { Import, ImportReport } from "./types.js";

/** Puts the lists that grew while reading on their rows. */
function settleLists(draft: Draft): void {
  const [items, timeboxes] = [table(draft, "items"), table(draft, "timeboxes")];
  for (const [id, danglingLinks] of draft.dangling) {
    const item = items.get(id);
    if (item !== undefined) items.set(id, { ...item, extensions: { ...item.extensions, danglingLinks } });
  }
  for (const [id, itemIds] of draft.timeboxItems) {
    const row = timeboxes.get(id);
    if (row !== undefined) timeboxes.set(id, { ...row, itemIds: [...itemIds] });
  }
}

function planOf(draft: Draft): WorkPlan {
  const tables = Object.entries(draft.rows)
    .filter(([, rows]) => rows.size > 0)
    .map(([name, rows]) => [name, [...rows.values()]]);
  const covered = draft.coverage.filter((each) => each.table !== "events");
  return {
    formatVersion: 1,
    ...draft.plan,
    ...(covered.length > 0 ? { coverage: covered } : {}),
    ...Object.fromEntries(tables),
  };
}

function historyOf(draft: Draft): WorkHistory {
  const covered = draft.coverage.filter((each) => each.table === "events");
  return {
    formatVersion: 1,
    ...(covered.length > 0 ? { coverage: covered } : {}),
    events: draft.events,
    ...(draft.truncated.length > 0 ? { truncated: draft.truncated } : {}),
  };
}

function reportOf(draft: Draft): ImportReport {
  return {
    format: {
      name: draft.format,
      ...(draft.version === undefined ? {} : { version: draft.version }),
      confidence: 1,
    },
    assumptions: draft.assumptions,
    fields: draft.tally.rows(),
    issues: draft.issues,
    counts: draft.counts,
    history: draft.quality,
    coverage: draft.coverage,
  };
}

/** The import of a draft; refused when a code of `strict` occurs. */
export function finish(draft: Draft): Result<Import> {
  noteUnusedAnswers(draft);
  settleLists(draft);
  const plan = settlePlan(draft, planOf(draft));
  const history = settleHistory(draft, historyOf(draft), plan);
  const strict = new Set(draft.options.strict ?? []);
  const refused = draft.issues
    .filter((found) => strict.has(found.code))
    .map((found): Issue => ({ ...found, severity: "error" }));
  const [first, ...rest] = refused;
  if (first !== undefined) return refuse([first, ...rest]);
  const records: WorkRecords = {
    formatVersion: 1,
    ...(draft.loggedEffort.length > 0 ? { loggedEffort: draft.loggedEffort } : {}),
    ...(draft.workIntervals.length > 0 ? { workIntervals: draft.workIntervals } : {}),
    ...(draft.leave.length > 0 ? { leave: draft.leave } : {}),
  };
  return ok({ plan, history, records, report: reportOf(draft) }, draft.issues);
}
