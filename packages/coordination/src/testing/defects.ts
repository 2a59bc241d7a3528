import type { SeededDefect } from "@evenkeel/checks/testing";
import type { Assignment, Dependency, Person, WorkEvent, WorkItem } from "@evenkeel/core";
import { added, changed, type DatedWork, dropped } from "@evenkeel/core/testing";

type Defect = SeededDefect<DatedWork>;

const itemsOf = ({ plan }: DatedWork): readonly WorkItem[] => plan.items ?? [];
const itemAt = (work: DatedWork, id: string): WorkItem | undefined => itemsOf(work).find((item) => item.id === id);
const isOpen = (item: WorkItem | undefined): boolean => item?.kind === "task" && item.stateId !== "done";
const isActive = (item: WorkItem | undefined): boolean => item?.stateId === "doing";
const doerOf = ({ plan }: DatedWork, itemId: string): Assignment | undefined =>
  plan.assignments?.find((row) => row.itemId === itemId && row.role === "responsible");
const newcomer = (more: Partial<Person>): Person => ({
  id: "new",
  name: "new",
  active: true,
  away: [],
  skills: ["paint", "wire"],
  zone: "Europe/Berlin",
  ...more,
});

const itemDefect = (
  checkId: string,
  suits: (item: WorkItem, work: DatedWork) => boolean,
  make: (work: DatedWork, item: WorkItem) => DatedWork,
): Defect => ({
  checkId,
  inject: (work, pick) => {
    const places = itemsOf(work).filter((item) => isOpen(item) && suits(item, work));
    const item = places[pick % places.length];
    return item === undefined ? undefined : { work: make(work, item), expected: [`${checkId} items/${item.id}`] };
  },
});

const linkDefect = (
  checkId: string,
  suits: (before: WorkItem, after: WorkItem, link: Dependency) => boolean,
  make: (work: DatedWork, link: Dependency) => DatedWork,
): Defect => ({
  checkId,
  inject: (work, pick) => {
    const places = (work.plan.dependencies ?? []).filter((link) => {
      const [before, after] = [itemAt(work, link.predecessorId), itemAt(work, link.successorId)];
      return before !== undefined && after !== undefined && isOpen(after) && suits(before, after, link);
    });
    const link = places[pick % places.length];
    return link === undefined
      ? undefined
      : { work: make(work, link), expected: [`${checkId} dependencies/${link.id}`] };
  },
});

const withEvents = (work: DatedWork, events: readonly WorkEvent[]): DatedWork => ({
  ...work,
  history: { ...work.history, events: [...work.history.events, ...events] },
});
const handoffEvents = (id: string, steps: readonly (readonly [string, string])[]): WorkEvent[] =>
  steps.map(
    ([type, at], index) =>
      ({ id: `zz${index}`, at, subject: { table: "dependencies", id }, source: "exact", type }) as unknown as WorkEvent,
  );
const always = (): boolean => true;

/** One defect for every coordination check; each is found by that check alone. */
export const coordinationDefects: readonly Defect[] = [
  itemDefect("coordination/assignee-away", isActive, (work, { id }) =>
    changed(
      added(work, "people", newcomer({ away: [{ from: "2026-05-10", to: "2026-05-20" }] })),
      "assignments",
      doerOf(work, id)?.id ?? "",
      { personId: "new" },
    ),
  ),
  {
    checkId: "coordination/claimed-twice",
    inject: (work) => {
      const claims = (work.plan.assignments ?? []).filter(
        (row) => row.role === "responsible" && row.personId === "ana" && isOpen(itemAt(work, row.itemId)),
      );
      const [first, second] = claims;
      if (first === undefined || second === undefined) return undefined;
      const clash = changed(work, "assignments", second.id, { during: first.during });
      return { work: clash, expected: ["coordination/claimed-twice people/ana"] };
    },
  },
  linkDefect("coordination/handoff-bounced", always, (work, { id }) =>
    withEvents(
      work,
      handoffEvents(id, [
        ["handoffOffered", "2026-05-05T08:00:00Z"],
        ["handoffReturned", "2026-05-06T08:00:00Z"],
        ["handoffOffered", "2026-05-07T08:00:00Z"],
        ["handoffReturned", "2026-05-08T08:00:00Z"],
        ["handoffOffered", "2026-05-09T08:00:00Z"],
        ["handoffAccepted", "2026-05-10T08:00:00Z"],
      ]),
    ),
  ),
  linkDefect("coordination/handoff-not-accepted", always, (work, { id }) =>
    withEvents(work, handoffEvents(id, [["handoffOffered", "2026-05-05T08:00:00Z"]])),
  ),
  linkDefect(
    "coordination/handoff-not-accepted",
    ({ stateId }) => stateId === "done",
    (work, { id, handoff }) => {
      const { state: _accepted, ...agreed } = handoff ?? {};
      return changed(work, "dependencies", id, { handoff: agreed });
    },
  ),
  itemDefect("coordination/hard-constraint", always, (work, { id }) =>
    changed(work, "items", id, { constraints: [{ kind: "mustStartOn", at: "2026-06-01" }] }),
  ),
  linkDefect("coordination/lead", always, (work, { id }) =>
    changed(work, "dependencies", id, { lag: { amount: -480, unit: "minutes", basis: "working" } }),
  ),
  itemDefect("coordination/missing-skill", always, (work, { id }) => changed(work, "items", id, { skills: ["weld"] })),
  linkDefect("coordination/need-before-promise", always, (work, { id, handoff }) =>
    changed(work, "dependencies", id, { handoff: { ...handoff, promisedBy: "2026-07-05" } }),
  ),
  linkDefect("coordination/no-shared-hours", always, (work, { id, handoff }) =>
    changed(added(work, "people", newcomer({ zone: "Pacific/Auckland" })), "dependencies", id, {
      handoff: { ...handoff, to: "new" },
    }),
  ),
  itemDefect(
    "coordination/open-end",
    ({ id }, work) => Number(id.slice(1)) % 4 === 2 && itemAt(work, `i${Number(id.slice(1)) + 1}`) !== undefined,
    (work, { id }) => dropped(work, "dependencies", (row) => (row as Dependency).predecessorId === id),
  ),
  {
    checkId: "coordination/outcome-misaligned",
    inject: (work) => ({
      work: changed(work, "outcomes", "sb", {
        measure: { metric: "noise at night", unit: "dB", baseline: 40, target: 32, by: "2026-12-31" },
      }),
      expected: ["coordination/outcome-misaligned outcomes/sb"],
    }),
  },
  linkDefect(
    "coordination/priority-inversion",
    (before) => isOpen(before),
    (work, { successorId }) => changed(work, "items", successorId, { classOfService: "expedite" }),
  ),
  linkDefect("coordination/promise-before-input", always, (work, { predecessorId }) =>
    changed(work, "commitments", `c${predecessorId.slice(1)}`, { due: "2026-08-30" }),
  ),
  {
    checkId: "coordination/promise-unacknowledged",
    inject: (work, pick) => {
      const rows = work.plan.commitments ?? [];
      const row = rows[pick % rows.length];
      if (row === undefined) return undefined;
      const events = work.history.events.map((event) =>
        event.subject.id === row.id && event.type === "commitmentMade" ? { ...event, actor: "caro" } : event,
      );
      return {
        work: { ...work, history: { ...work.history, events } },
        expected: [`coordination/promise-unacknowledged commitments/${row.id}`],
      };
    },
  },
  itemDefect(
    "coordination/ready-but-idle",
    ({ id, stateId }, work) => {
      const at = Number(id.slice(1));
      return stateId === "todo" && at % 4 > 0 && itemAt(work, `i${at - 1}`)?.stateId === "done";
    },
    (work, { id }) => changed(work, "items", `i${Number(id.slice(1)) - 1}`, { finishedAt: "2026-05-01T08:00:00Z" }),
  ),
  {
    checkId: "coordination/scarce-skill",
    inject: (work) => {
      const [first, second] = itemsOf(work)
        .filter(isActive)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      if (first === undefined || second === undefined) return undefined;
      const solo = added(work, "people", newcomer({ skills: ["gild"] }));
      const both = [first, second].reduce(
        (next, { id }) =>
          changed(changed(next, "items", id, { skills: ["gild"] }), "assignments", doerOf(next, id)?.id ?? "", {
            personId: "new",
          }),
        solo,
      );
      return { work: both, expected: ["coordination/scarce-skill people/new"] };
    },
  },
  linkDefect(
    "coordination/started-before-input",
    (before, after) => isOpen(before) && after.stateId === "todo",
    (work, { successorId }) => changed(work, "items", successorId, { stateId: "doing" }),
  ),
];
