import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { openChecks } from "../open-checks.js";
import { runChecks } from "../run-checks.js";
import type { Check, Finding, Reference } from "../types.js";
import type { Law } from "./law.js";

/** Puts one defect into work in which nothing is to be found. */
export interface SeededDefect<Work> {
  readonly checkId: string;
  /** Undefined where the work has no place for it; expected as `check table/id`. */
  readonly inject: (
    work: Work,
    pick: number,
  ) => { readonly work: Work; readonly expected: readonly string[] } | undefined;
}

/** How a kind of work is varied. */
export interface WorkVariants<Work, Input> {
  readonly open: (work: Work) => { readonly input: Input; readonly isAvailable: (need: string) => boolean };
  /** The same work with its rows in another order. */
  readonly permute: (work: Work) => Work;
  /** A field (`table.field`) taken away from every row; undefined where rows cannot do without it. */
  readonly empty: (work: Work, need: string) => Work | undefined;
  /** The same work from a tool that cannot carry a field. */
  readonly uncover: (work: Work, need: string) => Work | undefined;
  readonly without: (work: Work, row: Reference) => Work;
  /** Fields that can be emptied. */
  readonly fields: (work: Work) => readonly string[];
  /** What an editor would report of the way from one work to the other. */
  readonly edit: (
    input: Input,
    from: Work,
    to: Work,
  ) => { readonly touched: readonly Reference[]; readonly apply: () => Input };
}

const today = "2026-05-15";
const named = ({ checkId, subject }: Finding): string => `${checkId} ${subject.table}/${subject.id}`;

/**
 * What checks with a seeded-defect generator owe: nothing found in clear work, each defect found and nothing else,
 * order of rows without effect, unknown without a field, emptiness never a pass, evidence that is irreducible,
 * and after an edit the same findings as a full run.
 *
 * @param checks - the rules of a package
 * @param clean - work in which nothing is to be found
 * @param defects - at least one a check
 * @param variants - how the work is varied
 */
export function seededLaws<Work, Input>(
  checks: readonly Check<Input>[],
  clean: fc.Arbitrary<Work>,
  defects: readonly SeededDefect<Work>[],
  variants: WorkVariants<Work, Input>,
): Law[] {
  const run = (work: Work): Finding[] => {
    const { input, isAvailable } = variants.open(work);
    return runChecks(checks, input, { today, isAvailable });
  };
  const failed = (findings: readonly Finding[]): Finding[] => findings.filter(({ outcome }) => outcome === "fail");
  const seeded = fc.tuple(clean, fc.nat(), fc.nat()).map(([work, which, pick]) => {
    for (let step = 0; step < defects.length; step++) {
      const found = defects[(which + step) % defects.length]?.inject(work, pick);
      if (found !== undefined) return { clean: work, ...found };
    }
    return { clean: work, work, expected: [] };
  });
  const either = fc.oneof(
    clean,
    seeded.map(({ work }) => work),
  );
  return [
    {
      name: "in clear work nothing is found",
      statedRuns: 5_000,
      property: fc.property(clean, (work) => failed(run(work)).length === 0),
    },
    {
      name: "one defect is found, by the check it is meant for, and nothing else is",
      statedRuns: 20_000,
      property: fc.property(seeded, ({ work, expected }) => {
        const found = failed(run(work)).map(named).sort();
        return canonicalJson(found) === canonicalJson([...expected].sort());
      }),
    },
    {
      name: "the order of rows changes no finding",
      statedRuns: 5_000,
      property: fc.property(either, (work) => canonicalJson(run(work)) === canonicalJson(run(variants.permute(work)))),
    },
    {
      name: "a check whose source cannot carry a field it needs answers unknown and nothing else",
      statedRuns: 5_000,
      property: fc.property(either, fc.nat(), (work, which) => {
        const check = checks[which % checks.length];
        const need = check?.needs[which % (check.needs.length || 1)];
        const less = need === undefined ? undefined : variants.uncover(work, need);
        if (less === undefined) return true;
        return run(less).every(({ checkId, outcome }) => checkId !== check?.id || outcome === "unknown");
      }),
    },
    {
      name: "taking a field away turns nothing into a pass",
      statedRuns: 5_000,
      property: fc.property(seeded, fc.nat(), ({ work }, which) => {
        const fields = variants.fields(work);
        const less = variants.empty(work, fields[which % fields.length] ?? "");
        if (less === undefined) return true;
        const passed = new Set(
          run(less).flatMap(({ outcome, fingerprint }) => (outcome === "pass" ? [fingerprint] : [])),
        );
        return run(work).every(
          ({ outcome, fingerprint }) => (outcome !== "fail" && outcome !== "unknown") || !passed.has(fingerprint),
        );
      }),
    },
    {
      name: "without any one piece of its evidence a failure is no longer there",
      statedRuns: 5_000,
      property: fc.property(seeded, ({ work }) =>
        failed(run(work)).every(({ fingerprint, evidence }) =>
          evidence.every((piece) =>
            failed(run(variants.without(work, piece))).every((other) => other.fingerprint !== fingerprint),
          ),
        ),
      ),
    },
    {
      name: "after an edit and its undoing, open checks say what a full run says",
      statedRuns: 10_000,
      property: fc.property(seeded, clean, ({ clean: before, work: after }, other) => {
        const { input, isAvailable } = variants.open(before);
        const session = openChecks(checks, input, { today, isAvailable });
        let [at, now] = [before, input];
        for (const next of [after, before, other]) {
          const { touched, apply } = variants.edit(now, at, next);
          session.update(touched, () => {
            now = apply();
            return now;
          });
          at = next;
          const full = runChecks(checks, variants.open(next).input, { today, isAvailable });
          const open = full.filter(({ outcome }) => outcome !== "pass");
          const passes = session.counts().reduce((sum, { pass }) => sum + pass, 0);
          if (canonicalJson(session.findings()) !== canonicalJson(open) || passes !== full.length - open.length)
            return false;
        }
        return true;
      }),
    },
  ];
}
