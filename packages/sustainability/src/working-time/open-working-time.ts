import { type Check, compareFindings, type Finding, type RunOptions, runChecks, type Verdict } from "@evenkeel/checks";
import { KeptVerdicts } from "../rules/kept-verdicts.js";
import type { SustainabilityInput, WorkColumns, WorkInterval } from "../types.js";
import { groupedBy } from "./grouped-by.js";
import { OwnRows } from "./own-rows.js";
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
      Object.keys(a.facts).every((name) => String(a.facts[name]) === String(b.facts[name])) &&
      a.evidence.length === b.evidence.length &&
      a.evidence.every(({ table, id }, at) => b.evidence[at]?.table === table && b.evidence[at]?.id === id))
  );
}

const noWork: WorkColumns = /* @__PURE__ */ workColumns([]);

/** The work of everybody, each person's in rows of their own. */
function workByPerson({ intervals = [] }: SustainabilityInput): Map<string, OwnRows> {
  const columns = "personOf" in intervals ? intervals : workColumns(intervals);
  const rowsOf = columns.personIds.map((): number[] => []);
  for (let row = 0; row < columns.from.length; row++) rowsOf[columns.personOf[row] ?? -1]?.push(row);
  return new Map(columns.personIds.map((id, person) => [id, new OwnRows(id, columns, rowsOf[person] ?? [])]));
}

/** Findings made before, by the verdict of theirs that was kept; verdicts are told in the order of findings. */
function findingsOf(before: readonly Finding[]): (verdict: Verdict) => Finding | undefined {
  let next = 0;
  return ({ outcome, facts, evidence }) => {
    if (outcome !== "fail") return undefined;
    for (let at = next; at < before.length; at++) {
      const finding = before[at];
      if (finding?.facts !== facts || finding?.evidence !== evidence) continue;
      next = at + 1;
      return finding;
    }
    return undefined;
  };
}

/** What is said now beside what was said before, both in order; what says the same stays the object it was. */
function compared(before: readonly Finding[], now: readonly Finding[]): WorkEdited & { readonly after: Finding[] } {
  const [after, appeared, disappeared]: [Finding[], Finding[], Finding[]] = [[], [], []];
  let old = 0;
  for (const finding of now) {
    let known = before[old];
    for (; known !== undefined && compareFindings(known, finding) < 0; known = before[++old]) disappeared.push(known);
    const isKnown = known !== undefined && compareFindings(known, finding) === 0;
    if (isKnown) old++;
    if (isKnown && known !== undefined && isSame(finding, known)) {
      after.push(known);
      continue;
    }
    if (isKnown && known !== undefined) disappeared.push(known);
    after.push(finding);
    appeared.push(finding);
  }
  for (const finding of before.slice(old)) disappeared.push(finding);
  return { after, appeared, disappeared };
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
  const judge = (id: string, before: readonly Finding[]): readonly Finding[] => {
    const own: SustainabilityInput = {
      ...input,
      people: people.get(id) ?? [],
      intervals: work.get(id)?.columns() ?? noWork,
      ...(input.leave === undefined ? {} : { leave: leave.get(id) ?? [] }),
      ...(input.optOuts === undefined ? {} : { optOuts: optOuts.get(id) ?? [] }),
      ...(input.onCallShifts === undefined ? {} : { onCallShifts: shifts.get(id) ?? [] }),
      ...(input.incidents === undefined ? {} : { incidents: incidents.get(id) ?? [] }),
    };
    workingTimeBy(own, "records", clocks, kept);
    const found = runChecks(checks, own, { ...options, known: findingsOf(before) }).filter(
      ({ subject }) => subject.table !== "document",
    );
    forgetWorkingTime(own);
    return found;
  };
  // Before the first edit everybody is judged at once, which is faster.
  const all = { ...input };
  workingTimeBy(all, "records", clocks, kept);
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
      const rows = work.get(personId) ?? new OwnRows(personId, noWork, []);
      work.set(personId, rows);
      kept.changed = rows.take(intervals);
      const { after, appeared, disappeared } = compared(before, judge(personId, before));
      if (appeared.length > 0 || disappeared.length > 0) personal.set(personId, after);
      return { appeared, disappeared };
    },
  };
}
