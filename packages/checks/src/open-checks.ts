import { type CancelSignal, canonicalJson, compareText, type Progress } from "@evenkeel/kernel";
import { compareFindings, findingOf } from "./finding-of.js";
import { chosenChecks, type RunOptions, verdictOnWhole } from "./run-checks.js";
import { isOverridden, settingFor, settingOf } from "./settings.js";
import type { Check, CheckParams, Finding, Outcome, Reference, Ruling, SubjectRule, Verdict } from "./types.js";

/** How often a check came to each outcome. */
export interface CheckCount {
  readonly checkId: string;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly inapplicable: number;
}

/** How checks are opened. */
export interface OpenOptions extends RunOptions {
  /** Stops the first run; edits are judged whole. */
  readonly signal?: CancelSignal;
  /** Told now and then during the first run: `checks/checking` by whole checks, `checks/judging` by rows (all checks of a row at once). */
  readonly onProgress?: (progress: Progress) => void;
}

/** What an edit changed among the findings. */
export interface Rechecked {
  readonly appeared: readonly Finding[];
  readonly disappeared: readonly Finding[];
  /** Rows judged again, over all checks. */
  readonly judged: number;
}

/** Checks kept up to date with their input. */
export interface CheckSession<Input> {
  /** All findings but passes, in the order of `runChecks`. */
  readonly findings: () => readonly Finding[];
  /** By check id; passes are counted, not listed. */
  readonly counts: () => readonly CheckCount[];
  /** False when the run was cancelled: rows not reached have no findings. */
  readonly isComplete: boolean;
  /**
   * Checks again what an edit may have changed.
   *
   * `touched`: rows that change, appear, disappear, or get a new event. `edit` makes the change and gives the input after it.
   */
  readonly update: (touched: readonly Reference[], edit: () => Input) => Rechecked;
}

/** One check with what it last said. */
interface Kept<Input> {
  readonly check: Check<Input>;
  /** Values for all rows, unless overrides speak of the check. */
  readonly params: CheckParams | undefined;
  /** By the ordinal of the row: 1 where the check passed. */
  passed: Uint8Array;
  passes: number;
  /** Rulings but passes, by subject id. */
  readonly rulings: Map<string, Ruling>;
  /** Of checks that do not judge row by row, or cannot judge at all. */
  whole: readonly Finding[];
  wholePasses: number;
  /** Whether the check judges at all now; see `verdictOnWhole`. */
  stands: boolean;
}

/** Small numbers for the rows of a table that passed something, so that a pass costs one byte. */
class Ordinals {
  private readonly byId = new Map<string, number>();
  private lastId: string | undefined;
  private last = -1;
  /** The number of a row, if it has one. */
  known(id: string): number | undefined {
    return this.byId.get(id);
  }
  /** The number of a row; `isNew`: it has none, unless it was the last one asked for. */
  of(id: string, isNew: boolean): number {
    if (id === this.lastId) return this.last;
    this.lastId = id;
    this.last = (isNew ? undefined : this.byId.get(id)) ?? this.byId.size;
    if (this.last === this.byId.size) this.byId.set(id, this.last);
    return this.last;
  }
  get isEmpty(): boolean {
    return this.byId.size === 0;
  }
}

/** Rules that begin with the same look-up. */
interface RuleGroup<Input> {
  readonly rowOf: SubjectRule<Input>["rowOf"];
  readonly rules: [Kept<Input>, SubjectRule<Input>][];
}

/** How many rows are judged between two looks at the signal. */
const rowsBetweenLooks = 256;

function grown(bytes: Uint8Array, size: number): Uint8Array {
  if (size <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(size, 2 * bytes.length, 64));
  larger.set(bytes);
  return larger;
}

/**
 * Opens checks on an input that will be edited: findings now, and after each edit only what it may have changed is judged again.
 *
 * At any time `findings()` equals what `runChecks` gives for the input as it is then, without the passes. Availability and
 * settings stay as they were when opened. Checks that do not judge row by row are run whole after every edit.
 * The first run looks at `signal` between checks and every 256 rows. A session that was stopped says so (`isComplete`);
 * open another to have it whole.
 *
 * @param checks - rules
 * @param input - what the rules read; the edits given to `update` may change it
 * @param options - as for `runChecks`; `signal` stops the run, `onProgress` hears of it
 * @returns the session
 *
 * Issues: none.
 * Time: the checks' own; an update O(rows near the edit x checks); space O(rows x checks) bits plus findings.
 * Source: own.
 *
 * @example
 * const card = { id: "demo/short", version: "1", kind: "heuristic", citation: [], needs: [], dataClass: "planFact", params: {} } as const;
 * const short = subjectCheck<Set<string>>(card, { table: "words", subjects: (words) => words, judge: (words, word) => (words.has(word) ? (word.length < 3 ? { outcome: "fail" } : "pass") : undefined), near: (_words, { id }) => [id] });
 * const words = new Set(["go", "slow"]);
 * const session = openChecks([short], words, { today: "2026-05-01" });
 * session.update([{ table: "words", id: "go" }], () => { words.delete("go"); return words; }).disappeared.map(({ subject }) => subject.id); // => ["go"]
 */
export function openChecks<Input>(
  checks: readonly Check<Input>[],
  input: Input,
  options: OpenOptions,
): CheckSession<Input> {
  const { settings, traitsOf } = options;
  const ordinals = new Map<string, Ordinals>();
  const ordinalsOf = (table: string): Ordinals => {
    const known = ordinals.get(table) ?? new Ordinals();
    ordinals.set(table, known);
    return known;
  };
  const found = (check: Check<Input>, verdict: Verdict): Finding | undefined => {
    const setting = settingFor(settings, check.id, verdict.subject, traitsOf);
    return setting.off === true ? undefined : findingOf(check, verdict, setting);
  };

  /** Judges one row and files what was said. */
  const judge = (
    kept: Kept<Input>,
    rule: SubjectRule<Input>,
    now: Input,
    id: string,
    numbers: Ordinals,
    isNew: boolean,
    row?: unknown,
  ): void => {
    let { params } = kept;
    if (params === undefined) {
      const setting = settingFor(settings, kept.check.id, { table: rule.table, id }, traitsOf);
      if (setting.off === true) return;
      params = { ...kept.check.params, ...setting.params };
    }
    const judged = rule.judge(now, id, params, row);
    if (judged === undefined) return;
    if (judged === "pass" || judged.outcome === "pass") {
      const ordinal = numbers.of(id, isNew);
      kept.passed = grown(kept.passed, ordinal + 1);
      kept.passed[ordinal] = 1;
      kept.passes++;
    } else kept.rulings.set(id, judged);
  };

  const listed = (kept: Kept<Input>): Finding[] => {
    const { check, rulings, whole } = kept;
    const table = check.each?.table ?? "";
    return [
      ...whole,
      ...[...rulings].flatMap(([id, ruling]) => found(check, { ...ruling, subject: { table, id } }) ?? []),
    ];
  };

  /** Runs checks from the start; those that judge the same rows go through them together. False when stopped. */
  const runAll = (
    kepts: readonly Kept<Input>[],
    now: Input,
    mayGoOn: (code: string, done: number, total?: number) => boolean,
  ): boolean => {
    const byRow = new Map<SubjectRule<Input>["subjects"], RuleGroup<Input>[]>();
    for (const [done, kept] of kepts.entries()) {
      if (!mayGoOn("checks/checking", done, kepts.length)) return false;
      const { check } = kept;
      kept.rulings.clear();
      kept.passed = new Uint8Array(0);
      kept.passes = kept.wholePasses = 0;
      kept.whole = [];
      const verdict = verdictOnWhole(check, now, options);
      kept.stands = verdict === undefined;
      if (verdict === undefined && check.each !== undefined) {
        const { subjects, rowOf } = check.each;
        const groups = byRow.get(subjects) ?? [];
        byRow.set(subjects, groups);
        const alike = groups.find((group) => group.rowOf === rowOf);
        if (alike === undefined) groups.push({ rowOf, rules: [[kept, check.each]] });
        else alike.rules.push([kept, check.each]);
        continue;
      }
      const params = { ...check.params, ...settingOf(settings, check.id).params };
      const verdicts = verdict === undefined ? check.evaluate(now, params) : [verdict];
      const all = verdicts.flatMap((each) => found(check, each) ?? []);
      kept.whole = all.filter(({ outcome }) => outcome !== "pass");
      kept.wholePasses = all.length - kept.whole.length;
    }
    let rows = 0;
    for (const [subjects, group] of byRow) {
      const first = group[0]?.rules[0]?.[1];
      const numbers = ordinalsOf(first?.table ?? "");
      const areNew = numbers.isEmpty;
      const judgeRow = (id: string, held?: unknown): void => {
        for (const { rowOf, rules } of group) {
          const row = rowOf?.(now, id, held);
          if (rowOf !== undefined && row === undefined) continue;
          for (const [kept, rule] of rules) judge(kept, rule, now, id, numbers, areNew, row);
        }
      };
      const mayJudge = (): boolean => rows++ % rowsBetweenLooks !== 0 || mayGoOn("checks/judging", rows - 1);
      const entries = first?.entries?.(now);
      if (entries === undefined) {
        for (const id of subjects(now)) {
          if (!mayJudge()) return false;
          judgeRow(id);
        }
      } else {
        for (const [id, held] of entries) {
          if (!mayJudge()) return false;
          judgeRow(id, held);
        }
      }
    }
    return mayGoOn("checks/judging", rows, rows);
  };

  let current = input;
  const all: Kept<Input>[] = chosenChecks(checks, options).map((check) => ({
    check,
    params: isOverridden(settings, check.id) ? undefined : { ...check.params, ...settingOf(settings, check.id).params },
    passed: new Uint8Array(0),
    passes: 0,
    rulings: new Map(),
    whole: [],
    wholePasses: 0,
    stands: false,
  }));
  const isComplete = runAll(all, current, (code, done, total) => {
    options.onProgress?.(total === undefined ? { code, done } : { code, done, total });
    return options.signal?.aborted !== true || done === total;
  });

  /** What one row's judgement was before, taken out of the files. */
  const take = (kept: Kept<Input>, id: string, ordinal: number | undefined): Ruling | undefined => {
    const ruling = kept.rulings.get(id);
    kept.rulings.delete(id);
    if (ordinal !== undefined && kept.passed[ordinal] === 1) {
      kept.passed[ordinal] = 0;
      kept.passes--;
    }
    return ruling;
  };

  const nearBy = (memo: Map<SubjectRule<Input>["near"], Set<string>>, touched: readonly Reference[]): void => {
    for (const { check } of all) {
      const near = check.each?.near;
      if (near !== undefined && !memo.has(near)) memo.set(near, new Set());
    }
    for (const [near, ids] of memo) for (const row of touched) for (const id of near(current, row)) ids.add(id);
  };

  return {
    findings: () => all.flatMap(listed).sort(compareFindings),
    counts: () =>
      all
        .map((kept) => {
          const findings = listed(kept);
          const count = (wanted: Outcome): number => findings.filter(({ outcome }) => outcome === wanted).length;
          const rest = { fail: count("fail"), unknown: count("unknown"), inapplicable: count("inapplicable") };
          return { checkId: kept.check.id, pass: kept.passes + kept.wholePasses, ...rest };
        })
        .sort((a, b) => compareText(a.checkId, b.checkId)),
    isComplete,
    update: (touched, edit) => {
      const memo = new Map<SubjectRule<Input>["near"], Set<string>>();
      nearBy(memo, touched);
      current = edit();
      nearBy(memo, touched);
      const appeared: Finding[] = [];
      const disappeared: Finding[] = [];
      let judged = 0;
      const tell = (before: Finding | undefined, after: Finding | undefined): void => {
        if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after)) return;
        if (before !== undefined) disappeared.push(before);
        if (after !== undefined) appeared.push(after);
      };
      for (const kept of all) {
        const { check } = kept;
        const { each } = check;
        const stands = verdictOnWhole(check, current, options) === undefined;
        if (each === undefined || stands !== kept.stands) {
          const before = new Map(listed(kept).map((one) => [one.fingerprint, one]));
          runAll([kept], current, () => true);
          const after = new Map(listed(kept).map((one) => [one.fingerprint, one]));
          judged += after.size + kept.passes;
          for (const key of new Set([...before.keys(), ...after.keys()])) tell(before.get(key), after.get(key));
        } else if (stands) {
          for (const id of memo.get(each.near) ?? []) {
            const numbers = ordinalsOf(each.table);
            const before = take(kept, id, numbers.known(id));
            judge(kept, each, current, id, numbers, false);
            judged++;
            const after = kept.rulings.get(id);
            if (before === undefined && after === undefined) continue;
            // Most rows near an edit say what they said: no finding is made of them, unless overrides may see them otherwise now.
            const isAlike =
              before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after);
            if (isAlike && kept.params !== undefined) continue;
            const subject = { table: each.table, id };
            tell(before && found(check, { ...before, subject }), after && found(check, { ...after, subject }));
          }
        }
      }
      return { appeared: appeared.sort(compareFindings), disappeared: disappeared.sort(compareFindings), judged };
    },
  };
}
