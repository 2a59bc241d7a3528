import { type Law, seededLaws, type WorkVariants } from "@evenkeel/checks/testing";
import { type WorkContext, workContext } from "@evenkeel/core";
import { anyPlanWithHistory, type DatedWork, workVariants } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { completionChecks } from "./completion-checks.js";
import { openDuties } from "./duties/duties.js";
import { itemFacts } from "./item-facts.js";
import { nextItems } from "./next/next-items.js";
import { stuckItems } from "./stuck-items.js";
import { completionDefects } from "./testing/defects.js";
import { anySettledWork } from "./testing/settled-work.js";
import type { CompletionInput } from "./types.js";
import { unblockOrder } from "./unblock-order.js";

export { completionDefects } from "./testing/defects.js";
export { anySettledWork } from "./testing/settled-work.js";

/** Plans with histories of every kind, looked at five days later. */
export const anyTangledWork: fc.Arbitrary<DatedWork> = anyPlanWithHistory.map(({ plan, history }) => ({
  plan,
  history,
  now: 1_778_025_600_000,
}));

const expecting = (context: WorkContext): CompletionInput => ({ ...context, expectedDays: 30 });
/** Dated work varied as for other checks, with a service level expectation of 30 days. */
const variants: WorkVariants<DatedWork, CompletionInput> = {
  ...workVariants,
  open: (work) => {
    const { input, isAvailable } = workVariants.open(work);
    return { input: expecting(input), isAvailable };
  },
  edit: (input, from, to) => {
    const { touched, apply } = workVariants.edit(input, from, to);
    return { touched, apply: () => expecting(apply()) };
  },
};

const isOver = (category: string | undefined): boolean => category === "done" || category === "dropped";

/** Laws of pulling, unblocking and duties on any work. */
function listLaws(): Law[] {
  const lists: readonly ((context: WorkContext) => unknown)[] = [
    nextItems,
    stuckItems,
    unblockOrder,
    openDuties,
    (context) => nextItems(context, { policy: "costOfDelay" }),
    (context) => nextItems(context, { policy: "dueDateRisk" }),
    (context) => nextItems(context, { policy: "oldestFirst" }),
    (context) => nextItems(context, { policy: "wipAware" }),
  ];
  return [
    {
      name: "the order of rows does not change what is next, stuck, to unblock or owed",
      statedRuns: 10_000,
      property: fc.property(fc.oneof(anyTangledWork, anySettledWork), fc.constantFrom(...lists), (work, list) => {
        const [one, other] = [work, workVariants.permute(work)].map((each) => canonicalJson(list(workContext(each))));
        return one === other;
      }),
    },
    {
      name: "nothing done, dropped, blocked or waiting for a predecessor is next",
      statedRuns: 10_000,
      property: fc.property(anyTangledWork, (work) => {
        const context = workContext(work);
        return nextItems(context, { most: 99 }).every(({ itemId }) => {
          const item = context.plan.items.get(itemId);
          if (item === undefined) return false;
          const { category, blocked } = itemFacts(context, item);
          const waits = item.incoming.some(
            ({ type, predecessorId }) => type === "FS" && !isOver(context.plan.items.get(predecessorId)?.category),
          );
          return !isOver(category) && blocked === undefined && !waits;
        });
      }),
    },
    {
      name: "fewer items asked for are the first of more",
      statedRuns: 1_000,
      property: fc.property(anyTangledWork, fc.nat(9), (work, most) => {
        const context = workContext(work);
        return (
          canonicalJson(nextItems(context, { most })) === canonicalJson(nextItems(context, { most: 99 }).slice(0, most))
        );
      }),
    },
    {
      name: "each blocker frees what no blocker before it frees, and the first frees most",
      statedRuns: 10_000,
      property: fc.property(anyTangledWork, (work) => {
        const order = unblockOrder(workContext(work));
        const all = order.flatMap(({ frees }) => frees);
        const first = order[0]?.frees.length ?? 0;
        return (
          new Set(all).size === all.length &&
          order.every(({ frees, behind }) => frees.length <= first && frees.length <= behind)
        );
      }),
    },
  ];
}

/** Laws of duties: nothing owed is left out, nothing twice, and each list is the part of the whole that is meant. */
function dutyLaws(): Law[] {
  const anyWork = fc.oneof(
    anyTangledWork,
    anySettledWork,
    fc.tuple(anySettledWork, fc.constantFrom(...completionDefects), fc.nat()).map(([work, { inject }, pick]) => {
      return inject(work, pick)?.work ?? work;
    }),
  );
  return [
    {
      name: "each open promise is owed exactly once, and so is each reading of an outcome without one",
      statedRuns: 10_000,
      property: fc.property(anyWork, (work) => {
        const context = workContext(work);
        const duties = openDuties(context);
        const owed = (table: string): string[] =>
          duties.flatMap(({ subject }) => (subject.table === table ? [subject.id] : [])).sort();
        const promises = (work.plan.commitments ?? []).filter(({ state = "open" }) => state === "open");
        const readings = [...context.plan.outcomes.values()].filter(
          ({ row, children }) =>
            row.measure !== undefined &&
            children.length === 0 &&
            row.measure.current === undefined &&
            context.history.of("outcomes", row.id).every(({ type }) => type !== "outcomeRead"),
        );
        return (
          canonicalJson(owed("commitments")) === canonicalJson(promises.map(({ id }) => id).sort()) &&
          canonicalJson(owed("outcomes")) === canonicalJson(readings.map(({ row }) => row.id).sort())
        );
      }),
    },
    {
      name: "no duty is listed twice, and a person's list is their part of everyone's",
      statedRuns: 10_000,
      property: fc.property(anyWork, fc.constantFrom("ana", "ben", "caro", "nobody"), (work, personId) => {
        const context = workContext(work);
        const all = openDuties(context);
        const keys = all.map(({ kind, subject, whoId }) => canonicalJson([kind, subject, whoId ?? ""]));
        const teams = new Set((context.plan.people.get(personId)?.teams ?? []).map(({ id }) => id));
        const theirs = all.filter(({ whoId = "" }) => whoId === personId || teams.has(whoId));
        const isOrdered = all.every(({ due }, at) => at === 0 || (all[at - 1]?.due ?? 0) <= due);
        const own = openDuties(context, { personId });
        return isOrdered && new Set(keys).size === keys.length && canonicalJson(own) === canonicalJson(theirs);
      }),
    },
  ];
}

/** Laws of completion: checks found exactly, lists that do not hang on the order of rows. */
export function completionLaws(): Law[] {
  return [...seededLaws(completionChecks, anySettledWork, completionDefects, variants), ...listLaws(), ...dutyLaws()];
}
