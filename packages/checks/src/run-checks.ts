import { compareText } from "@evenkeel/kernel";
import { compareFindings, findingOf, fingerprintLead } from "./finding-of.js";
import { type CheckSettings, isOff, isOverridden, type SubjectTraits, settingFor, settingOf } from "./settings.js";
import type { Check, Finding, Reference, Verdict } from "./types.js";

/** How checks are run. */
export interface RunOptions {
  /** Day of the run, `YYYY-MM-DD`; rules out of force on it are inapplicable. */
  readonly today: string;
  /** Whether the documents can tell a field (`table.field`); default: all can. */
  readonly isAvailable?: (need: string) => boolean;
  /** Values, severities and checks switched off, by check and by row. */
  readonly settings?: CheckSettings;
  /** Team and kind of a row, for overrides. */
  readonly traitsOf?: (subject: Reference) => SubjectTraits;
  /** Run checks whose values are unverified; default false. */
  readonly includeUnverified?: boolean;
  /** The finding that a run of the same checks and settings made of this very verdict, where there was one: it is given again. */
  readonly known?: (verdict: Verdict) => Finding | undefined;
}

/** The checks a run is made of: unverified ones only when asked for, none that is off. */
export function chosenChecks<Input>(checks: readonly Check<Input>[], options: RunOptions): Check<Input>[] {
  return checks.filter(
    ({ id, unverified }) => (unverified !== true || options.includeUnverified === true) && !isOff(options.settings, id),
  );
}

/**
 * Ids of the checks a run is made of, so that waivers and baselines are not judged by checks that did not run.
 *
 * @param checks - rules
 * @param options - as for the run
 * @returns ids in the order of `checks`
 *
 * Issues: none.
 * Time O(checks), space O(checks).
 * Source: own.
 *
 * @example
 * ranChecks([], { today: "2026-05-01" }); // => []
 */
export function ranChecks<Input>(checks: readonly Check<Input>[], options: RunOptions): string[] {
  return chosenChecks(checks, options).map(({ id }) => id);
}

/** The one verdict on a check that cannot or need not judge; undefined when it is to judge. */
export function verdictOnWhole<Input>(check: Check<Input>, input: Input, options: RunOptions): Verdict | undefined {
  const subject = { table: "document", id: check.id };
  const inForce = (check.since ?? "") <= options.today && options.today <= (check.until ?? "9999-12-31");
  if (!inForce) return { outcome: "inapplicable", subject };
  const missing = check.needs.filter((need) => options.isAvailable?.(need) === false);
  if (missing.length > 0) return { outcome: "unknown", subject, missing };
  return check.applies?.(input) === false ? { outcome: "inapplicable", subject } : undefined;
}

/** Tells the verdicts of a check that judges. */
function tellVerdicts<Input>(
  check: Check<Input>,
  input: Input,
  options: RunOptions,
  told: (verdict: Verdict) => void,
): void {
  const { each, params } = check;
  const general = { ...params, ...settingOf(options.settings, check.id).params };
  if (each === undefined || !isOverridden(options.settings, check.id)) {
    if (check.tell === undefined) check.evaluate(input, general).forEach(told);
    else check.tell(input, general, told);
    return;
  }
  for (const id of each.subjects(input)) {
    const subject = { table: each.table, id };
    const { params: own } = settingFor(options.settings, check.id, subject, options.traitsOf);
    const judged = each.judge(input, id, { ...params, ...own });
    if (judged !== undefined) told(judged === "pass" ? { outcome: "pass", subject } : { ...judged, subject });
  }
}

/**
 * Runs checks over one input and gives their findings, of every outcome, in a stated order.
 *
 * A check whose needs the documents cannot tell gives one `unknown` with the missing names, never `pass`.
 * Order: check id, subject table, subject id, window start; the order of the input's rows does not matter.
 * For large plans, and to check again after an edit, use `openChecks`: same findings, passes counted.
 *
 * @param checks - rules; unverified ones are left out unless asked for
 * @param input - what the rules read; not changed
 * @param options - day of the run, availability of fields, settings
 * @returns findings of every outcome
 *
 * Issues: none.
 * Time: the checks' own plus O(f log f) for f findings, space O(f).
 * Source: own; outcome groups after axe-core and SARIF 2.1.0.
 *
 * @example
 * const late = { id: "demo/late", version: "1", kind: "heuristic", citation: [], needs: ["items.dueDate"], dataClass: "planFact", params: {}, evaluate: () => [] } as const;
 * runChecks([late], {}, { today: "2026-05-01", isAvailable: () => false }).map((finding) => finding.outcome); // => ["unknown"]
 */
export function runChecks<Input>(checks: readonly Check<Input>[], input: Input, options: RunOptions): Finding[] {
  const { settings, traitsOf } = options;
  const found: Finding[] = [];
  // In the order of ids, so that findings are nearly in order before they are sorted.
  const chosen = chosenChecks(checks, options).sort((a, b) => compareText(a.id, b.id));
  for (const check of chosen) {
    let of: Reference | undefined;
    let lead = "";
    const told = (verdict: Verdict): void => {
      const known = options.known?.(verdict);
      if (known !== undefined) {
        found.push(known);
        return;
      }
      const { subject } = verdict;
      const setting = settingFor(settings, check.id, subject, traitsOf);
      if (setting.off === true) return;
      if (subject !== of) lead = fingerprintLead(check, subject);
      of = subject;
      found.push(findingOf(check, verdict, setting, lead));
    };
    const whole = verdictOnWhole(check, input, options);
    if (whole === undefined) tellVerdicts(check, input, options, told);
    else told(whole);
  }
  return found.sort(compareFindings);
}
