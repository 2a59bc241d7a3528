import { type Check, compareFindings, type Finding, type RunOptions, runChecks } from "@evenkeel/checks";
import { changedTime, KeptVerdicts } from "../rules/kept-verdicts.js";
import type { SustainabilityInput, WorkColumns, WorkInterval } from "../types.js";
import { groupedBy } from "./grouped-by.js";
import { workColumns } from "./timesheet.js";
import { Clocks, forgetWorkingTime, workingTimeBy } from "./working-time.js";

/** What an edit of someone's work changed among the findings. */
export interface WorkEdited {
  readonly appeared: readonly Finding[];
  readonly disappeared: readonly Finding[];
}

/** Rules of working time kept up to date while work is edited. */
export interface WorkingTimeSession {
  /** All findings, in the order of `runChecks`. */
  readonly findings: () => readonly Finding[];
  /** Takes other intervals as the whole work of a person, and judges that person again. */
  readonly edit: (personId: string, intervals: readonly WorkInterval[]) => WorkEdited;
}

/** Whether two findings of one fingerprint say the same; rules of one run differ in nothing else. */
function isSame(a: Finding, b: Finding): boolean {
  return (
    (a.facts === b.facts && a.evidence === b.evidence) ||
    (a.outcome === b.outcome &&
      a.measured?.value === b.measured?.value &&
      a.window?.to === b.window?.to &&
      Object.entries(a.facts).every(([name, fact]) => String(fact) === String(b.facts[name])) &&
      a.evidence.length === b.evidence.length &&
      a.evidence.every(({ table, id }, at) => b.evidence[at]?.table === table && b.evidence[at]?.id === id))
  );
}

/** Rows of one person's work as columns of their own, whatever becomes of the rows. */
function columnsOf(intervals: readonly WorkInterval[]): WorkColumns {
  const ids = intervals.map(({ id }, row) => id ?? String(row));
  return { ...workColumns(intervals), idOf: (row) => ids[row] ?? String(row) };
}

const noWork: WorkColumns = /* @__PURE__ */ columnsOf([]);

/** The work of everybody, each person's in columns of their own. */
function workByPerson({ intervals = [] }: SustainabilityInput): Map<string, WorkColumns> {
  const { personIds, personOf, from, to, idOf = String } = "personOf" in intervals ? intervals : workColumns(intervals);
  const rowsOf = personIds.map((): number[] => []);
  for (let row = 0; row < from.length; row++) rowsOf[personOf[row] ?? -1]?.push(row);
  return new Map(
    personIds.map((id, person) => {
      const rows = rowsOf[person] ?? [];
      const columns = {
        personIds: [id],
        personOf: new Int32Array(rows.length),
        from: Float64Array.from(rows, (row) => from[row] ?? 0),
        to: Float64Array.from(rows, (row) => to[row] ?? 0),
        idOf: (row: number) => idOf(rows[row] ?? 0),
      };
      return [id, columns];
    }),
  );
}

/**
 * Opens rules on recorded work that will be edited: after an edit only the person it is about is judged again.
 *
 * At any time `findings()` equals what `runChecks` gives for the work as it is then. The period of the records should be
 * stated (`recordsFrom`, `recordsTo`); otherwise it is each person's own. Rules on shifts on call do not change.
 *
 * @param checks - made by `ruleChecks` for records
 * @param input - people, work and the rest; not changed
 * @param options - as for `runChecks`
 * @returns findings now, and after each edit
 *
 * Issues: none.
 * Time of an edit O(rules x the person's intervals), space O(findings).
 * Source: own.
 *
 * @example
 * openWorkingTime([], { intervals: [] }, { today: "2026-05-01" }).findings(); // => []
 */
export function openWorkingTime(
  checks: readonly Check<SustainabilityInput>[],
  input: SustainabilityInput,
  options: RunOptions,
): WorkingTimeSession {
  const [clocks, kept] = [new Clocks(), new KeptVerdicts()];
  const work = workByPerson(input);
  const people = groupedBy(input.people, ({ id }) => id);
  const [leave, optOuts] = [
    groupedBy(input.leave, ({ personId }) => personId),
    groupedBy(input.optOuts, ({ personId }) => personId),
  ];
  const [shifts, incidents] = [
    groupedBy(input.onCallShifts, ({ personId }) => personId),
    groupedBy(input.incidents, ({ personId }) => personId),
  ];
  const judge = (id: string): readonly Finding[] => {
    const own: SustainabilityInput = {
      ...input,
      people: people.get(id) ?? [],
      intervals: work.get(id) ?? noWork,
      ...(input.leave === undefined ? {} : { leave: leave.get(id) ?? [] }),
      ...(input.optOuts === undefined ? {} : { optOuts: optOuts.get(id) ?? [] }),
      ...(input.onCallShifts === undefined ? {} : { onCallShifts: shifts.get(id) ?? [] }),
      ...(input.incidents === undefined ? {} : { incidents: incidents.get(id) ?? [] }),
    };
    kept.serve(workingTimeBy(own, "records", clocks));
    const found = runChecks(checks, own, options).filter(({ subject }) => subject.table !== "document");
    forgetWorkingTime(own);
    return found;
  };
  // Before the first edit everybody is judged at once, which is faster.
  const all = { ...input };
  kept.serve(workingTimeBy(all, "records", clocks));
  const first = runChecks(checks, all, options);
  forgetWorkingTime(all);
  const general = first.filter(({ subject }) => subject.table === "document");
  const personal = new Map<string, readonly Finding[]>(
    groupedBy(
      first.filter(({ subject }) => subject.table !== "document"),
      ({ subject }) => subject.id,
    ),
  );
  return {
    findings: () => {
      const all = [...personal.values()].flat();
      const judged = new Set(all.map(({ checkId }) => checkId));
      return [...general.filter(({ checkId }) => !judged.has(checkId)), ...all].sort(compareFindings);
    },
    edit: (personId, intervals) => {
      const before = personal.get(personId) ?? [];
      const columns = columnsOf(intervals);
      kept.changed = changedTime(work.get(personId) ?? noWork, columns);
      work.set(personId, columns);
      const known = new Map(before.map((finding) => [finding.fingerprint, finding]));
      // What says the same stays the object it was: little is new after an edit.
      const after = judge(personId).map((finding) => {
        const old = known.get(finding.fingerprint);
        return old !== undefined && isSame(finding, old) ? old : finding;
      });
      personal.set(personId, after);
      const are = new Set(after);
      const were = new Set(before);
      return {
        appeared: after.filter((finding) => !were.has(finding)),
        disappeared: before.filter((finding) => !are.has(finding)),
      };
    },
  };
}
