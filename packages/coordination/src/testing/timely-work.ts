import type { Assignment, Commitment, Dependency, Outcome, Person, WorkEvent, WorkItem } from "@evenkeel/core";
import { anyClearWork, type DatedWork } from "@evenkeel/core/testing";
import * as fc from "fast-check";

/** Items come in chains of four: what is before is done first. */
const chainLength = 4;
const skills = ["paint", "wire"];
const zones = ["Europe/Berlin", "Europe/London", "Europe/Madrid"];
const day = (at: number): string => `2026-06-${String(1 + (at % 28)).padStart(2, "0")}`;

const numberOf = (id: string): number => Number(id.slice(1));
const isLeaf = ({ id }: WorkItem): boolean => id.startsWith("i");

function stateOf(at: number, progress: readonly number[]): string {
  const [chain, place] = [Math.floor(at / chainLength), at % chainLength];
  const reached = (progress[chain % progress.length] ?? 0) % (chainLength + 1);
  if (place < reached) return "done";
  return place === reached && chain % 2 === 0 ? "doing" : "todo";
}

function timely(item: WorkItem, leaves: number, progress: readonly number[]): WorkItem {
  if (!isLeaf(item)) return item;
  const at = numberOf(item.id);
  const stateId = stateOf(at, progress);
  const [chain, place] = [Math.floor(at / chainLength), at % chainLength];
  return {
    ...item,
    stateId,
    skills: [skills[at % 2] ?? "paint"],
    ...(stateId === "done" ? { finishedAt: "2026-05-13T08:00:00Z" } : {}),
    ...((place === 1 || place === 2) && at + 1 < leaves ? { schedule: { kind: "task", durationMinutes: 480 } } : {}),
    ...(chain % 2 === 1 ? { constraints: [{ kind: "startNoEarlierThan", at: day(at) }] } : { constraints: [] }),
  };
}

const linkOf = (link: Dependency): Dependency[] => {
  const at = numberOf(link.predecessorId);
  if (at % chainLength === chainLength - 1) return [];
  return [{ ...link, ...(at % 3 === 0 ? { lag: { amount: 480, unit: "minutes", basis: "working" } } : {}) }];
};
const claimOf = (row: Assignment): Assignment =>
  row.role === "responsible"
    ? { ...row, units: 1, during: { from: day(numberOf(row.itemId)), to: day(numberOf(row.itemId)) } }
    : row;
const promiseOf = (at: number, byId: string): Commitment => ({
  id: `c${at}`,
  byId,
  subject: { table: "items", id: `i${at}` },
  due: `2026-07-${String(1 + at).padStart(2, "0")}`,
  madeAt: "2026-05-04",
  state: "open",
});
const madeEvent = ({ id, byId, due }: Commitment): WorkEvent => ({
  id: `m${id}`,
  at: "2026-05-04T08:00:00Z",
  subject: { table: "commitments", id },
  source: "exact",
  type: "commitmentMade",
  due,
  ...(byId === undefined ? {} : { actor: byId }),
});
const shared = (id: string, ownerId: string): Outcome => ({
  id,
  title: "Guests sleep well",
  why: "Tired guests do not return",
  ownerId,
  weight: 1,
  measure: { metric: "noise at night", unit: "dB", baseline: 40, target: 30, by: "2026-12-31" },
});

/** Clear work in which also everything is timed and agreed: chains in order, promises in order, nobody claimed twice. */
export const anyTimelyWork: fc.Arbitrary<DatedWork> = fc
  .tuple(anyClearWork, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }))
  .map(([{ plan, history, now }, progress]) => {
    const leaves = (plan.items ?? []).filter(isLeaf).length;
    const items = (plan.items ?? []).map((item) => timely(item, leaves, progress));
    const promised = items.filter(isLeaf).map(({ id }) => promiseOf(numberOf(id), "ana"));
    return {
      now,
      history: { formatVersion: 1, events: [...history.events, ...promised.map(madeEvent)] },
      plan: {
        ...plan,
        items,
        people: (plan.people ?? []).map((person: Person, at) => ({ ...person, skills, zone: zones[at] ?? "UTC" })),
        outcomes: [...(plan.outcomes ?? []), shared("sa", "ana"), shared("sb", "ben")],
        dependencies: (plan.dependencies ?? []).flatMap(linkOf),
        assignments: (plan.assignments ?? []).map(claimOf),
        commitments: promised,
      },
    };
  });
