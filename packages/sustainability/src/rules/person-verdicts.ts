import type { CheckParams, Reference, Verdict } from "@evenkeel/checks";
import { assert, formatDay, formatInstant, formatLocal } from "@evenkeel/kernel";
import type { WorkingPerson } from "../types.js";
import { type EvidenceRows, evidenceRows } from "../working-time/evidence.js";
import { madeAgain } from "../working-time/made-again.js";
import type { PersonWork } from "../working-time/person-work.js";
import { Readings } from "../working-time/readings.js";
import type { Judged, WorkingTime } from "../working-time/working-time.js";
import { type CompiledRule, checkIdOf, tableOf } from "./compiled-rule.js";
import type { Failure } from "./failure.js";
import { judgePerson } from "./judge-person.js";

const out = new Readings();
const textsRemembered = 16_384;
const instantText = /* @__PURE__ */ madeAgain(formatInstant, textsRemembered);
const localText = /* @__PURE__ */ madeAgain(formatLocal, textsRemembered);

/** Whether a rule holds for a person: by a jurisdiction, or by the country that a region's code begins with. */
export function appliesTo({ jurisdictions }: CompiledRule, row: WorkingPerson | undefined): boolean | undefined {
  if (jurisdictions === undefined) return true;
  const place = row?.jurisdiction?.toUpperCase();
  if (place === undefined) return undefined;
  const region = place.indexOf("-");
  return jurisdictions.has(place) || (region > 0 && jurisdictions.has(place.slice(0, region)));
}

/** An instant as the person's clock shows it; without a clock in UTC. */
function shown({ clock }: PersonWork, instant: number): string {
  return clock === undefined ? instantText(instant) : localText(clock.toLocal(instant));
}

/** Rows as references; rows of leave without an id are named by their first day. */
function referencesOf(rule: CompiledRule, { sheet }: WorkingTime, work: PersonWork, rows: EvidenceRows): Reference[] {
  const table = tableOf[rule.source];
  const references: Reference[] = rows.work.map((at) => ({ table, id: sheet.idOf(sheet.rowAt?.[at] ?? at) }));
  for (const at of rows.leave) {
    const leave = work.leave[at];
    references.push({ table: "leave", id: leave?.id ?? formatDay(leave?.from ?? 0) });
  }
  return references;
}

function failureVerdict(
  rule: CompiledRule,
  time: WorkingTime,
  work: PersonWork,
  subject: Reference,
  failure: Failure,
): Verdict {
  const { bound, value, worst } = failure;
  const rows = evidenceRows(time.sheet, work, rule, worst, bound);
  const verdict: Verdict = {
    outcome: "fail",
    subject,
    personId: subject.id,
    measured: rule.amountOf(value),
    threshold: rule.amountOf(bound.value),
    window: { from: instantText(failure.from), to: instantText(failure.to) },
    evidence: referencesOf(rule, time, work, rows),
    facts: {
      check: checkIdOf(rule),
      subject: subject.id,
      person: subject.id,
      rule: rule.spec.title,
      value,
      limit: bound.value,
      from: shown(work, worst.from),
      to: shown(work, worst.to),
      windows: failure.windows,
    },
  };
  return rule.spec.severity === undefined ? verdict : { ...verdict, severity: rule.spec.severity };
}

function tellFailures(
  rule: CompiledRule,
  time: WorkingTime,
  { id, subject, work }: Judged,
  failures: readonly Failure[],
  told: (verdict: Verdict) => void,
): void {
  assert(work !== undefined, "who has no work has no failure");
  if (time.kept === undefined) for (const failure of failures) told(failureVerdict(rule, time, work, subject, failure));
  else {
    const verdictOn = (failure: Failure): Verdict => failureVerdict(rule, time, work, subject, failure);
    for (const { verdict } of time.kept.renew(rule, id, work, failures, verdictOn)) told(verdict);
  }
}

/** Tells what a rule says of one person; whether it says anything. */
export function tellPerson(
  rule: CompiledRule,
  time: WorkingTime,
  person: Judged,
  params: CheckParams,
  told: (verdict: Verdict) => void,
): boolean {
  const { id: personId, subject, alone } = person;
  if (rule.source === "onCall" && person.work === undefined) return false;
  const applies = appliesTo(rule, person.row);
  if (applies === false) return false;
  if (applies === undefined) {
    told({ outcome: "unknown", subject, missing: ["people.jurisdiction"] });
    return true;
  }
  const limit = Number(params["limit"]);
  const ruling = judgePerson(rule, person, time, out, limit === rule.latest?.value ? undefined : limit);
  switch (ruling.outcome) {
    case "unknown":
      told({ outcome: "unknown", subject, missing: ruling.missing });
      break;
    case "inapplicable":
      told({ outcome: "inapplicable", subject, personId, evidence: alone });
      break;
    case "pass": {
      const { value, bound } = ruling;
      if (value === undefined || bound === undefined) told({ outcome: "pass", subject, personId, evidence: alone });
      else {
        const [measured, threshold] = [rule.amountOf(value), rule.amountOf(bound.value)];
        told({ outcome: "pass", subject, personId, measured, threshold, evidence: alone });
      }
      break;
    }
    case "fail":
      tellFailures(rule, time, person, ruling.failures, told);
  }
  return true;
}
