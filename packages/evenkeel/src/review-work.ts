import { visibleFindings } from "@evenkeel/checks";
import { interview } from "@evenkeel/clarity";
import { nextItems, openDuties, stuckItems, unblockOrder } from "@evenkeel/completion";
import { logicHealth, measureBoundaries, teamMatrix } from "@evenkeel/coordination";
import {
  keptRecords,
  openItems,
  privatePeople,
  validateHistory,
  validatePlan,
  type WorkHistory,
  workContext,
} from "@evenkeel/core";
import { effectivenessInputFromPlan } from "@evenkeel/effectiveness/from-plan";
import { formatDay, type Issue, ok, parseTimeText, type Result, refuse } from "@evenkeel/kernel";
import { chartsOf } from "./review/charts.js";
import { Collector } from "./review/collector.js";
import { decisionsWaiting } from "./review/decisions-waiting.js";
import { findAll } from "./review/find.js";
import { firstActions } from "./review/first-actions.js";
import { measureEffect } from "./review/measure-effect.js";
import { measureFlow } from "./review/measure-flow.js";
import { named, namesOf } from "./review/names.js";
import { promiseOutlook } from "./review/promise-outlook.js";
import { promiseRecords } from "./review/promise-records.js";
import { schedulePlan } from "./review/schedule-projects.js";
import { teamShares } from "./review/team-shares.js";
import type { Review, ReviewInput } from "./review/types.js";

const noHistory: WorkHistory = { formatVersion: 1, events: [] };

function instantOf(text: string): Result<number> {
  const parsed = parseTimeText(text, ["now"]);
  if (!parsed.ok) return parsed;
  const time = parsed.value;
  return ok(time.form === "day" ? time.day * 86_400_000 : Number(time.form === "local" ? time.local : time.instant));
}

function merged(...lists: readonly (readonly Issue[])[]): Issue[] {
  const seen = new Set<string>();
  return lists.flat().filter((found) => {
    const key = JSON.stringify([found.code, found.path, found.subject]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * Reviews work: is it clear, when will it be done, will the promises hold, where is too much asked, and why.
 *
 * It takes what the documents have: a part that is missing makes its measures unavailable and its checks unknown,
 * never fine. Findings about persons' records are only in it for the person or a stated grant, as shares for teams.
 * Same input, same bytes.
 *
 * @param input - documents, instant of the review, viewer
 * @returns one review; at most five things to do first, then what a contributor, a lead and an executive ask
 *
 * Issues: kernel/invalid-time-text, core/records-expired, core/retention-without-days, and those of `validatePlan` and `validateHistory` when the documents are refused.
 * Time O(n log n) for the documents beside the forecast's O(days^2), space O(n).
 * Source: own.
 *
 * @example
 * const review = orThrow(reviewWork({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, now: "2026-05-01" }));
 * review.contributor.next.map((next) => next.title); // => ["Paint"]
 */
export function reviewWork(input: ReviewInput): Result<Review> {
  const { plan, history, viewer } = input;
  const instant = instantOf(input.now);
  const valid = [instant, validatePlan(plan), ...(history === undefined ? [] : [validateHistory(history, plan)])];
  const [fault, ...faults] = valid.flatMap((result) => (result.ok ? [] : result.issues));
  if (fault !== undefined || !instant.ok) return refuse([fault as Issue, ...faults]);
  const now = instant.value;
  const kept = keptRecords(input.records ?? { formatVersion: 1 }, plan, now, viewer?.personId);
  const records = input.records === undefined ? {} : { records: kept.records };
  const names = namesOf(plan);
  const schedules = schedulePlan(plan, {
    today: formatDay(Math.floor(now / 86_400_000)),
    ...(input.preset === undefined ? {} : { preset: input.preset }),
    ...(input.zone === undefined ? {} : { zone: input.zone }),
  });
  const context = workContext({ plan, now, ...(history === undefined ? {} : { history }) });
  const flow = measureFlow(plan, history ?? noHistory, context);
  const found = findAll({ ...input, ...records }, context, schedules, flow.flow.expectation?.days);
  const shown = visibleFindings(found.findings, viewer, {
    today: formatDay(Math.floor(now / 86_400_000)),
    privateIds: privatePeople(plan),
  });
  const teams = teamShares(found.findings, input, now);
  const findings = shown.visible.map((finding) => named(finding, names));
  const collect = new Collector();
  const known = history ?? noHistory;
  const recorded = promiseRecords(plan, known, now, collect);
  const [commitments, ...others] = recorded;
  const effectiveness = effectivenessInputFromPlan(plan, now, history, records.records);
  const sources = { plan, history: known, ...records };
  const effect = measureEffect(effectiveness, sources, collect);
  const promises = promiseOutlook({
    context,
    schedules,
    names,
    ...(flow.forecast === undefined ? {} : { forecast: flow.forecast.forecast }),
    ...(commitments === undefined ? {} : { record: commitments.record }),
  });
  const whose = viewer?.personId === undefined ? {} : { personId: viewer.personId };
  const atRisk = new Set(promises.filter(({ standing }) => standing === "at-risk").map((each) => each.commitmentId));
  const open = new Set(openItems(plan).map(({ id }) => id));
  const review: Review = {
    formatVersion: 1,
    title: input.title ?? plan.title ?? plan.projects?.[0]?.name ?? "Work",
    now: input.now,
    counts: {
      items: (plan.items ?? []).length,
      open: open.size,
      people: (plan.people ?? []).length,
      events: history?.events.length ?? 0,
    },
    first: firstActions({ context, findings: shown.visible, promises, names }),
    contributor: {
      next: nextItems(context, whose),
      duties: openDuties(context, { ...whose, atRisk }).map((duty) => named(duty, names)),
    },
    lead: {
      flow: flow.flow,
      ...(flow.forecast === undefined ? {} : { forecast: flow.forecast }),
      ageing: flow.ageing,
      stuck: stuckItems(context),
      unblock: unblockOrder(context),
      boundaries: measureBoundaries(context),
      teams: teamMatrix(context),
      logic: logicHealth(context),
      load: found.load,
      teamShares: teams.shares.map((share) => named(share, names)),
    },
    executive: {
      ...effect,
      promises,
      ...(commitments === undefined || commitments.record.promises === 0 ? {} : { record: commitments.record }),
      otherRecords: others.filter(({ record }) => record.promises > 0),
      decisions: decisionsWaiting(plan, names),
    },
    schedules: schedules.projects.filter(({ schedule }) => schedule.activities.some(({ id }) => open.has(id))),
    questions: interview(context, shown.visible),
    findings: findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown"),
    passed: found.passed + findings.filter(({ outcome }) => outcome === "pass").length,
    ran: found.ran,
    withheld: shown.withheld,
    grants: shown.grants,
    publishedShares: teams.published,
    unavailable: [...schedules.unavailable, ...flow.unavailable, ...collect.unavailable],
    issues: merged(
      valid.flatMap((result) => result.issues),
      kept.issues,
      schedules.issues,
      flow.issues,
      found.issues,
      collect.issues,
    ),
    charts: chartsOf({ plan, flow, load: found.load, records: recorded, names, now }),
    names: { people: Object.fromEntries(names.people), items: Object.fromEntries(names.items) },
  };
  return ok(review, review.issues);
}
