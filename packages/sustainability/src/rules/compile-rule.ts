import type { Check, CheckParams, Verdict } from "@evenkeel/checks";
import { assert, parseDay } from "@evenkeel/kernel";
import type { SustainabilityInput } from "../types.js";
import { madeAgain } from "../working-time/made-again.js";
import { measures } from "../working-time/measures/index.js";
import type { WorkSource } from "../working-time/work-source.js";
import { workingTime } from "../working-time/working-time.js";
import { boundOf } from "./bounds.js";
import { type CompiledRule, checkIdOf, tableOf } from "./compiled-rule.js";
import { measureParams } from "./measure-params.js";
import { appliesTo, tellPerson } from "./person-verdicts.js";
import type { RulePack, RuleSpec } from "./types.js";

const fieldOf: Readonly<Record<WorkSource, string>> = {
  records: "workIntervals.from",
  plan: "assignments.effortMinutes",
  onCall: "onCallShifts.from",
};

const amountsRemembered = 256;

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
    amountOf: madeAgain((value) => ({ value, unit: measure.unit }), amountsRemembered),
    needs: measure.needs?.(params) ?? [],
    workField: fieldOf[source],
    source,
    jurisdictions: places === undefined ? undefined : new Set(places),
    latest: last?.until === Number.POSITIVE_INFINITY ? last.bound : undefined,
    latestSince: last?.since ?? 0,
    boundOn: (day) => versions.find(({ since, until }) => since <= day && day <= until)?.bound,
  };
}

/** Tells what a rule says of everybody. */
function tellOf(
  rule: CompiledRule,
  input: SustainabilityInput,
  params: CheckParams,
  told: (verdict: Verdict) => void,
): void {
  const { spec, source } = rule;
  const subject = { table: "document", id: spec.id };
  const isForNobody =
    (input.people ?? []).length > 0 && input.people?.every((row) => appliesTo(rule, row) === false) === true;
  if (isForNobody) {
    told({ outcome: "inapplicable", subject });
    return;
  }
  const time = workingTime(input, source);
  if (time === undefined) {
    told({ outcome: "unknown", subject, missing: [rule.workField] });
    return;
  }
  let isAny = false;
  for (const person of time.people) if (tellPerson(rule, time, person, params, told)) isAny = true;
  if (!isAny) told({ outcome: "inapplicable", subject });
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
      const verdicts: Verdict[] = [];
      tellOf(rule, input, params, (verdict) => verdicts.push(verdict));
      return verdicts;
    },
    tell: (input, params, told) => tellOf(rule, input, params, told),
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
