import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** Duration, and who works how much of the time. */
export interface WorkBalance {
  /** Working minutes, > 0. */
  readonly durationMinutes: number;
  readonly assignments: readonly {
    readonly id: string;
    /** Minutes of work, >= 0. */
    readonly workMinutes: number;
    /** Minutes of work per minute, > 0. */
    readonly units: number;
  }[];
}

/** What a person changes; the other two of duration, work and units follow. */
export type WorkChange =
  | { readonly kind: "duration"; readonly durationMinutes: number }
  | { readonly kind: "work"; readonly id: string; readonly workMinutes: number }
  | { readonly kind: "units"; readonly id: string; readonly units: number }
  | { readonly kind: "assign"; readonly id: string; readonly units: number }
  | { readonly kind: "unassign"; readonly id: string };

/** Which of the three stays when another changes, and whether the work is shared by those who do it. */
export interface WorkRules {
  readonly durationType: "fixedUnits" | "fixedDuration" | "fixedWork";
  /** Work stays the same when people come or go. Default: false; always so for fixed work. */
  readonly effortDriven?: boolean;
}

type Row = WorkBalance["assignments"][number];

/** The time that the longest assignment takes. */
const longest = (rows: readonly Row[], otherwise: number): number =>
  rows.length === 0 ? otherwise : Math.max(...rows.map(({ workMinutes, units }) => workMinutes / units));

const fitted = (rows: readonly Row[], otherwise: number): WorkBalance => ({
  durationMinutes: longest(rows, otherwise),
  assignments: rows,
});

function withDuration({ durationType }: WorkRules, { assignments }: WorkBalance, durationMinutes: number): WorkBalance {
  const follow = (row: Row): Row =>
    durationType === "fixedWork"
      ? { ...row, units: row.workMinutes / durationMinutes }
      : { ...row, workMinutes: durationMinutes * row.units };
  return { durationMinutes, assignments: assignments.map(follow) };
}

function withOne(rules: WorkRules, balance: WorkBalance, changed: Row, what: "work" | "units"): WorkBalance {
  const { durationMinutes, assignments } = balance;
  const isFixed = rules.durationType === "fixedDuration";
  const followed = !isFixed
    ? changed
    : what === "work"
      ? { ...changed, units: changed.workMinutes / durationMinutes }
      : { ...changed, workMinutes: durationMinutes * changed.units };
  const rows = assignments.map((row) => (row.id === changed.id ? followed : row));
  return isFixed ? { durationMinutes, assignments: rows } : fitted(rows, durationMinutes);
}

/** All work shared out by units, over those who are there now. */
function shared(rules: WorkRules, { durationMinutes }: WorkBalance, work: number, rows: readonly Row[]): WorkBalance {
  const units = rows.reduce((sum, row) => sum + row.units, 0);
  const parts = rows.map((row) => ({ ...row, workMinutes: (work * row.units) / units }));
  if (rules.durationType !== "fixedDuration") return fitted(parts, durationMinutes);
  return { durationMinutes, assignments: parts.map((row) => ({ ...row, units: row.workMinutes / durationMinutes })) };
}

function withPeople(rules: WorkRules, balance: WorkBalance, rows: readonly Row[]): WorkBalance {
  const { durationMinutes, assignments } = balance;
  const isShared = (rules.effortDriven === true || rules.durationType === "fixedWork") && assignments.length > 0;
  if (!isShared || rows.length === 0) return { durationMinutes, assignments: rows };
  return shared(
    rules,
    balance,
    assignments.reduce((sum, row) => sum + row.workMinutes, 0),
    rows,
  );
}

function faults({ durationMinutes, assignments }: WorkBalance, change: WorkChange): Issue[] {
  const found: Issue[] = [];
  const positive = (value: number, path: Issue["path"]): void => {
    if (!(value > 0 && Number.isFinite(value)))
      found.push(issue("scheduling/impossible-work", { path, facts: { found: String(value) } }));
  };
  positive(durationMinutes, ["durationMinutes"]);
  assignments.forEach(({ units }, at) => {
    positive(units, ["assignments", at, "units"]);
  });
  if (change.kind === "duration") positive(change.durationMinutes, ["change", "durationMinutes"]);
  if (change.kind === "work") positive(change.workMinutes, ["change", "workMinutes"]);
  if (change.kind === "units" || change.kind === "assign") positive(change.units, ["change", "units"]);
  if (change.kind === "duration") return found;
  const isThere = assignments.some(({ id }) => id === change.id);
  if (isThere !== (change.kind !== "assign"))
    found.push(
      issue("scheduling/unknown-assignment", {
        path: ["change", "id"],
        subject: [change.id],
        facts: { id: change.id },
      }),
    );
  return found;
}

/**
 * What a change of duration, work, units or people does to the others: work is duration times units, and the duration type
 * says which of the three stays. As MS Project does it when a person edits.
 *
 * With fixed units a longer duration is more work, more work a longer duration, more units a shorter one. With fixed work a
 * longer duration is fewer units. With fixed duration more work is more units. Effort-driven, people who come take over part
 * of the work by their units; else each brings work of their own.
 *
 * @param balance - as it is; not mutated
 * @param change - what the person did
 * @param rules - duration type and whether effort-driven
 * @returns as it is then; minutes are not rounded
 *
 * Issues: scheduling/impossible-work for what is not above zero, scheduling/unknown-assignment.
 * Time O(assignments), space the same.
 * Source: Microsoft, "Change the task type for more accurate scheduling" (Project help).
 *
 * @example
 * const one = { durationMinutes: 960, assignments: [{ id: "ann", workMinutes: 960, units: 1 }] };
 * const rules = { durationType: "fixedUnits", effortDriven: true };
 * orThrow(balanceWork(one, { kind: "assign", id: "bob", units: 1 }, rules)).durationMinutes; // => 480
 */
export function balanceWork(balance: WorkBalance, change: WorkChange, rules: WorkRules): Result<WorkBalance> {
  const [first, ...rest] = faults(balance, change);
  if (first !== undefined) return refuse([first, ...rest]);
  const { assignments, durationMinutes } = balance;
  if (change.kind === "duration") return ok(withDuration(rules, balance, change.durationMinutes));
  if (change.kind === "unassign")
    return ok(
      withPeople(
        rules,
        balance,
        assignments.filter(({ id }) => id !== change.id),
      ),
    );
  if (change.kind === "assign") {
    const row: Row = { id: change.id, units: change.units, workMinutes: durationMinutes * change.units };
    return ok(withPeople(rules, balance, [...assignments, row]));
  }
  const old = assignments.find(({ id }) => id === change.id)!;
  const now = change.kind === "work" ? { ...old, workMinutes: change.workMinutes } : { ...old, units: change.units };
  return ok(withOne(rules, balance, now, change.kind));
}
