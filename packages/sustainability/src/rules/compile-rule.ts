import type { Check, CheckParams, Reference, Verdict } from "@evenkeel/checks";
import { assert, formatDay, formatInstant, formatLocal, type LocalMillis, parseDay } from "@evenkeel/kernel";
import type { SustainabilityInput, WorkingPerson } from "../types.js";
import { type EvidenceRows, evidenceRows } from "../working-time/evidence.js";
import { measures } from "../working-time/measures/index.js";
import type { PersonWork } from "../working-time/person-work.js";
import { Readings } from "../working-time/readings.js";
import { type Judged, type WorkingTime, type WorkSource, workingTime } from "../working-time/working-time.js";
import { boundOf, keeps } from "./bounds.js";
import type { CompiledRule } from "./compiled-rule.js";
import { type Failure, judgePerson } from "./judge-person.js";
import { keptFor } from "./kept-verdicts.js";
import { measureParams } from "./measure-params.js";
import { type PersonView, viewsOf } from "./person-views.js";
import type { RulePack, RuleSpec } from "./types.js";

const fieldOf: Readonly<Record<WorkSource, string>> = {
  records: "workIntervals.from",
  plan: "assignments.effortMinutes",
  onCall: "onCallShifts.from",
};
const tableOf: Readonly<Record<WorkSource, string>> = {
  records: "workIntervals",
  plan: "plannedWork",
  onCall: "onCallShifts",
};

const dayOf = (text: string): number => {
  const day = parseDay(text);
  assert(day.ok, "days of a rule that was read are days");
  return day.value;
};

/** A rule of a pack that `readRulePack` accepts, with its measure and versions ready. */
export function compileRule(spec: RuleSpec, pack: RulePack, source: WorkSource): CompiledRule {
  const measure = measures.get(spec.measure);
  assert(measure !== undefined, "a rule that was read names a measure");
  const params = measureParams(measure, spec.with);
  const versions = spec.versions.map(({ since, until, bound }) => ({
    since: dayOf(since),
    until: until === undefined ? Number.POSITIVE_INFINITY : dayOf(until),
    bound: boundOf(bound),
  }));
  const last = versions.at(-1);
  const places = spec.jurisdictions ?? pack.jurisdictions;
  return {
    spec,
    measure,
    read: measure.reader(params),
    rolls: measure.rolls === true,
    needs: measure.needs?.(params) ?? [],
    workField: fieldOf[source],
    source,
    jurisdictions: places === undefined ? undefined : new Set(places),
    latest: last?.until === Number.POSITIVE_INFINITY ? last.bound : undefined,
    latestSince: last?.since ?? 0,
    boundOn: (day) => versions.find(({ since, until }) => since <= day && day <= until)?.bound,
  };
}

const out = new Readings();

/** Whether a rule holds for a person: by a jurisdiction, or by the country that a region's code begins with. */
function appliesTo({ jurisdictions }: CompiledRule, row: WorkingPerson | undefined): boolean | undefined {
  if (jurisdictions === undefined) return true;
  const place = row?.jurisdiction?.toUpperCase();
  if (place === undefined) return undefined;
  const region = place.indexOf("-");
  return jurisdictions.has(place) || (region > 0 && jurisdictions.has(place.slice(0, region)));
}

/** An instant as the person's clock shows it; without a clock in UTC. */
function shown(person: Judged, instant: number): string {
  const clock = person.work?.clock;
  return clock === undefined ? formatInstant(instant) : formatLocal(clock.toLocal(instant) as LocalMillis);
}

const checkIdOf = ({ spec, source }: CompiledRule): string => (source === "plan" ? `${spec.id}-planned` : spec.id);

/** Rows as references; rows of leave without an id are named by their first day. */
function referencesOf(rule: CompiledRule, { sheet }: WorkingTime, work: PersonWork, rows: EvidenceRows): Reference[] {
  const table = tableOf[rule.source];
  const references: Reference[] = rows.work.map((at) => ({ table, id: sheet.idOf(sheet.rowAt[at] ?? 0) }));
  for (const at of rows.leave) {
    const leave = work.leave[at];
    references.push({ table: "leave", id: leave?.id ?? formatDay(leave?.from ?? 0) });
  }
  return references;
}

function failureVerdict(
  rule: CompiledRule,
  time: WorkingTime,
  person: Judged,
  work: PersonWork,
  subject: Reference,
  failure: Failure,
): Verdict {
  const { id } = person;
  const { bound, value, worst } = failure;
  const rows = evidenceRows(time.sheet, work, rule, worst, (each) => !keeps(each, bound));
  const unit = rule.measure.unit;
  const verdict: Verdict = {
    outcome: "fail",
    subject,
    personId: id,
    measured: { value, unit },
    threshold: { value: bound.value, unit },
    window: { from: formatInstant(failure.from), to: formatInstant(failure.to) },
    evidence: referencesOf(rule, time, work, rows),
    facts: {
      check: checkIdOf(rule),
      subject: id,
      person: id,
      rule: rule.spec.title,
      value,
      limit: bound.value,
      from: shown(person, worst.from),
      to: shown(person, worst.to),
      windows: failure.windows,
    },
  };
  return rule.spec.severity === undefined ? verdict : { ...verdict, severity: rule.spec.severity };
}

function failureVerdicts(
  rule: CompiledRule,
  time: WorkingTime,
  person: Judged,
  subject: Reference,
  failures: readonly Failure[],
): readonly Verdict[] {
  const { work, id } = person;
  assert(work !== undefined, "who has no work has no failure");
  const verdictOn = (failure: Failure): Verdict => failureVerdict(rule, time, person, work, subject, failure);
  return keptFor(time)?.renew(rule, id, work, failures, verdictOn) ?? failures.map(verdictOn);
}

/** What a rule says of one person, as verdicts. */
export function verdictsOn(
  rule: CompiledRule,
  time: WorkingTime,
  { person, subject, beyond }: PersonView,
  params: CheckParams,
): readonly Verdict[] {
  if (rule.source === "onCall" && person.work === undefined) return [];
  const applies = appliesTo(rule, person.row);
  if (applies === false) return [];
  if (applies === undefined) return [{ outcome: "unknown", subject, missing: ["people.jurisdiction"] }];
  const limit = Number(params["limit"]);
  const ruling = judgePerson(rule, person, time, out, limit === rule.latest?.value ? undefined : limit, beyond);
  const personId = person.id;
  switch (ruling.outcome) {
    case "unknown":
      return [{ outcome: "unknown", subject, missing: ruling.missing }];
    case "inapplicable":
      return [{ outcome: "inapplicable", subject, personId }];
    case "pass": {
      const { value, bound } = ruling;
      const unit = rule.measure.unit;
      const measured =
        value === undefined || bound === undefined
          ? {}
          : { measured: { value, unit }, threshold: { value: bound.value, unit } };
      return [{ outcome: "pass", subject, personId, ...measured }];
    }
    case "fail":
      return failureVerdicts(rule, time, person, subject, ruling.failures);
  }
}

function checkOf(rule: CompiledRule): Check<SustainabilityInput> {
  const { spec, source } = rule;
  const last = spec.versions.at(-1);
  const needs = [
    rule.workField,
    ...(source === "plan" ? [] : [`${tableOf[source]}.to`]),
    ...(rule.jurisdictions === undefined ? [] : ["people.jurisdiction"]),
    ...rule.needs,
  ];
  return {
    id: checkIdOf(rule),
    version: "1.0.0",
    kind: spec.kind,
    citation: last?.citation ?? spec.citation,
    needs,
    dataClass: source === "plan" ? "planFact" : "record",
    params: { limit: rule.latest?.value ?? boundOf(last?.bound ?? { atLeast: 0 }).value },
    since: spec.versions[0]?.since ?? "",
    ...(spec.unverified === undefined ? {} : { unverified: spec.unverified }),
    evaluate: (input, params) => {
      const time = workingTime(input, source);
      const subject = { table: "document", id: spec.id };
      const isForNobody =
        (input.people ?? []).length > 0 && input.people?.every((row) => appliesTo(rule, row) === false) === true;
      if (isForNobody) return [{ outcome: "inapplicable", subject }];
      if (time === undefined) return [{ outcome: "unknown", subject, missing: [rule.workField] }];
      const verdicts: Verdict[] = [];
      for (const view of viewsOf(time))
        for (const verdict of verdictsOn(rule, time, view, params)) verdicts.push(verdict);
      return verdicts.length > 0 ? verdicts : [{ outcome: "inapplicable", subject }];
    },
  };
}

/**
 * Checks made of packs of rules: each judges the working time of everyone it holds for.
 *
 * A failure names measured value, limit, window and the rows it rests on: without any of them it would not be one. Of
 * rolling windows that overlap, one failure is told, with the worst window. What is missing is unknown, never fine.
 * Information, not legal advice.
 *
 * @param packs - as `readRulePack` accepts them
 * @param source - recorded work (a record, for the person alone), or work as a schedule lays it out (a plan fact)
 * @returns one check a rule, in the order of the packs
 *
 * Issues: none.
 * Time of a check O(intervals + days) for a person, beside the rows of evidence; space O(failures).
 * Source: the citation of each rule.
 *
 * @example
 * ruleChecks([], "records"); // => []
 */
export function ruleChecks(packs: readonly RulePack[], source: "records" | "plan"): Check<SustainabilityInput>[] {
  return packs.flatMap((pack) =>
    pack.rules.flatMap((spec) => {
      const measure = measures.get(spec.measure);
      if (source === "plan") return measure?.forPlans === true ? [checkOf(compileRule(spec, pack, "plan"))] : [];
      return [checkOf(compileRule(spec, pack, measure?.onCall === true ? "onCall" : "records"))];
    }),
  );
}
