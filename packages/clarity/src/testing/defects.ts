import type { SeededDefect } from "@evenkeel/checks/testing";
import type { Assignment, Dependency, Outcome, WorkItem } from "@evenkeel/core";
import { added, changed, type DatedWork, dropped, silenced } from "@evenkeel/core/testing";

type Defect = SeededDefect<DatedWork>;
type Fields = Readonly<Record<string, unknown>>;

const itemsOf = ({ plan }: DatedWork): readonly WorkItem[] => plan.items ?? [];
const assignmentsOf = ({ plan }: DatedWork, id: string): readonly Assignment[] =>
  (plan.assignments ?? []).filter(({ itemId }) => itemId === id);
const open = ({ kind, stateId }: WorkItem): boolean => kind === "task" && stateId !== "done";
const active = (item: WorkItem): boolean => item.stateId === "doing";
const inSprint = ({ plan }: DatedWork, { id }: WorkItem): boolean =>
  plan.timeboxes?.[0]?.itemIds?.includes(id) === true;

/** A defect of one open item that the condition picks. */
const itemDefect = (
  checkId: string,
  make: (work: DatedWork, item: WorkItem) => DatedWork,
  suits: (item: WorkItem, work: DatedWork) => boolean = () => true,
  also: readonly string[] = [],
): Defect => ({
  checkId,
  inject: (work, pick) => {
    const places = itemsOf(work).filter((item) => open(item) && suits(item, work));
    const item = places[pick % places.length];
    if (item === undefined) return undefined;
    return { work: make(work, item), expected: [checkId, ...also].map((id) => `${id} items/${item.id}`) };
  },
});
const itemFields = (checkId: string, fields: Fields, suits?: (item: WorkItem, work: DatedWork) => boolean): Defect =>
  itemDefect(checkId, (work, { id }) => changed(work, "items", id, fields), suits);

/** A defect of one outcome below the goal. */
const outcomeDefect = (checkId: string, fields: (row: Outcome) => Fields): Defect => ({
  checkId,
  inject: (work, pick) => {
    const places = (work.plan.outcomes ?? []).filter(({ parentId }) => parentId === "goal");
    const row = places[pick % places.length];
    if (row === undefined) return undefined;
    return { work: changed(work, "outcomes", row.id, fields(row)), expected: [`${checkId} outcomes/${row.id}`] };
  },
});

/** A defect of one dependency whose successor is open, and whose predecessor suits. */
const linkDefect = (
  checkId: string,
  fields: (row: Dependency) => Fields,
  suits: (before: WorkItem) => boolean,
): Defect => ({
  checkId,
  inject: (work, pick) => {
    const byId = new Map(itemsOf(work).map((item) => [item.id, item]));
    const places = (work.plan.dependencies ?? []).filter(({ predecessorId, successorId }) => {
      const [before, after] = [byId.get(predecessorId), byId.get(successorId)];
      return before !== undefined && after !== undefined && open(after) && suits(before);
    });
    const row = places[pick % places.length];
    if (row === undefined) return undefined;
    return {
      work: changed(work, "dependencies", row.id, fields(row)),
      expected: [`${checkId} dependencies/${row.id}`],
    };
  },
});

const part = (id: string, parentId: string | undefined): Outcome => ({
  id,
  title: `Guests notice ${id}`,
  why: `It was asked for in ${id}`,
  ...(parentId === undefined ? {} : { parentId }),
  measure: { metric: "guests who notice", unit: "%", baseline: 1, target: 2, by: "2026-12-31" },
});
const served = (work: DatedWork, ...ids: readonly string[]): DatedWork =>
  changed(work, "items", "e0", { outcomeIds: ["o0", ...ids] });
const fixed = (checkId: string, subject: string, make: (work: DatedWork) => DatedWork): Defect => ({
  checkId,
  inject: (work) => ({ work: make(work), expected: [`${checkId} ${subject}`] }),
});

const nobodysItem = { parentId: undefined, outcomeIds: undefined };
const isSpare = (item: WorkItem, work: DatedWork): boolean =>
  itemsOf(work).filter(({ parentId }) => parentId === item.parentId).length > 1;

/** One defect for every clarity check; each is found by that check alone, unless it says otherwise. */
export const clarityDefects: readonly Defect[] = [
  itemFields("clarity/missing-outcome", { ...nobodysItem, reason: "Guests asked for it" }, isSpare),
  itemDefect(
    "clarity/missing-reason",
    (work, { id }) => changed(work, "items", id, { ...nobodysItem, reason: undefined }),
    isSpare,
    ["clarity/missing-outcome"],
  ),
  itemFields("clarity/missing-acceptance", { acceptanceCriteria: undefined }, (item) => !active(item)),
  itemFields("clarity/unobservable-acceptance", { acceptanceCriteria: [{ text: "It is nice" }] }),
  itemDefect("clarity/missing-owner", (work, { id }) =>
    dropped(work, "assignments", (row) => (row as Assignment).itemId === id),
  ),
  itemDefect("clarity/not-one-accountable", (work, { id }) =>
    added(work, "assignments", { id: "zz", itemId: id, personId: "caro", role: "accountable" }),
  ),
  itemDefect("clarity/owner-unavailable", (work, { id }) => {
    const absent = added(work, "people", { id: "gone", name: "gone", active: false, away: [] });
    return assignmentsOf(work, id).reduce(
      (next, row) => changed(next, "assignments", row.id, { personId: "gone" }),
      absent,
    );
  }),
  itemDefect("clarity/owner-unavailable", (work, { id }) => {
    const away = [{ from: "2026-05-01", to: "2026-10-31" }];
    const absent = added(work, "people", { id: "gone", name: "gone", active: true, away });
    return assignmentsOf(work, id).reduce(
      (next, row) => changed(next, "assignments", row.id, { personId: "gone" }),
      absent,
    );
  }),
  itemDefect("clarity/unresolved-responsibility", (work, { id }) =>
    dropped(
      work,
      "assignments",
      (row) => (row as Assignment).itemId === id && (row as Assignment).role === "responsible",
    ),
  ),
  itemDefect(
    "clarity/stale-expectation",
    (work, { id }) => {
      const old = { clarifiedAt: "2026-03-01T08:00:00Z", createdAt: "2026-02-01T08:00:00Z" };
      return silenced(changed(work, "items", id, old), ({ subject }) => subject.id === id);
    },
    (item) => active(item) || item.stateId === "wait",
  ),
  itemDefect("clarity/unacknowledged-assignment", (work, { id }) =>
    silenced(work, ({ subject, type }) => subject.id === id && type === "expectationAcknowledged"),
  ),
  {
    checkId: "clarity/duplicate-item",
    inject: (work, pick) => {
      const places = itemsOf(work).filter(open);
      const item = places[pick % places.length];
      if (item === undefined) return undefined;
      const id = `zz${item.id}`;
      const twin = added(work, "items", { ...item, id, title: `${item.title.toUpperCase()}!`.replace("AC ", "ac ") });
      const owners = assignmentsOf(work, item.id).map((row) => ({ ...row, id: `zz${row.id}`, itemId: id }));
      const glossary = added(twin, "terms", ...strange(item.title));
      return { work: added(glossary, "assignments", ...owners), expected: [`clarity/duplicate-item items/${id}`] };
    },
  },
  itemFields("clarity/missing-size", { estimates: undefined }, (item, work) => inSprint(work, item) && !active(item)),
  itemFields("clarity/too-large", {
    estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 40 } }],
  }),
  fixed("clarity/too-entangled", "items/i0", (work) => {
    const first = { predecessorId: "i0", type: "FS" };
    const handoff = work.plan.dependencies?.[0]?.handoff;
    const more = [2, 3, 4, 5, 6].map((at) => ({ ...first, id: `zz${at}`, successorId: `i${at}`, handoff }));
    return added(work, "dependencies", ...more);
  }),
  itemDefect(
    "clarity/never-discussed",
    (work, { id }) =>
      silenced(
        changed(work, "items", id, { estimates: undefined }),
        ({ subject, type }) => subject.id === id && type !== "created",
      ),
    (item, work) => active(item) && !inSprint(work, item),
  ),
  itemFields("clarity/not-ready", { labels: undefined }, active),
  itemFields("clarity/contradicts-parent", { dueDate: "2026-10-01" }),
  itemDefect("clarity/too-many-consulted", (work, { id }) => {
    const asked = [0, 1, 2, 3, 4, 5].map((at) => ({ id: `zz${at}`, itemId: id, personId: "ben", role: "consulted" }));
    return added(work, "assignments", ...asked);
  }),
  itemDefect("clarity/undefined-term", (work, item) =>
    changed(work, "items", item.id, { title: `${item.title} with HVAC` }),
  ),
  fixed("clarity/ambiguous-term", "terms/zz", (work) =>
    added(work, "terms", { id: "zz", term: "Visitor", meaning: "a person who looks at a room" }),
  ),
  outcomeDefect("clarity/incomplete-measure", ({ measure }) => ({ measure: { ...measure, by: undefined } })),
  outcomeDefect("clarity/target-not-ahead", ({ measure }) => ({ measure: { ...measure, direction: "decrease" } })),
  outcomeDefect("clarity/measure-counts-work", ({ measure }) => ({
    measure: { ...measure, metric: "tickets closed" },
  })),
  fixed("clarity/missing-why", "outcomes/goal", (work) => changed(work, "outcomes", "goal", { why: "Guests return" })),
  fixed("clarity/okr-shape", "outcomes/goal", (work) => {
    const missing = 6 - (work.plan.outcomes ?? []).filter(({ parentId }) => parentId === "goal").length;
    const ids = Array.from({ length: missing }, (_none, at) => `zz${at}`);
    return served(added(work, "outcomes", ...ids.map((id) => part(id, "goal"))), ...ids);
  }),
  fixed("clarity/outcome-without-goal", "outcomes/zz", (work) =>
    served(added(work, "outcomes", part("zz", undefined)), "zz"),
  ),
  fixed("clarity/unserved-outcome", "outcomes/zz", (work) => added(work, "outcomes", part("zz", "goal"))),
  linkDefect(
    "clarity/missing-handoff",
    () => ({ handoff: undefined }),
    () => true,
  ),
  linkDefect(
    "clarity/missing-handoff",
    ({ handoff }) => ({ handoff: { ...handoff, acceptance: undefined } }),
    () => true,
  ),
  linkDefect(
    "clarity/unaware-receiver",
    ({ handoff }) => ({ handoff: { ...handoff, state: "offered" } }),
    (before) => active(before) || before.stateId === "done",
  ),
  itemDefect("clarity/text-smell", (work, item) =>
    changed(work, "items", item.id, { title: `${item.title}, which may take longer` }),
  ),
  itemFields("clarity/text-smell", {
    acceptanceCriteria: [{ text: "Several guests praise the quietest room", observable: "state" }],
  }),
  outcomeDefect("clarity/why-smell", () => ({ why: "Guests could come back" })),
  fixed("clarity/open-decision", "decisions/q1", (work) => changed(work, "decisions", "q1", { deciderId: undefined })),
  fixed("clarity/open-decision", "decisions/q1", (work) => changed(work, "decisions", "q1", { by: "2026-05-10" })),
];

/** Words in capitals that a shouted title makes, as terms of their own. */
function strange(title: string): object[] {
  const words = `${title.toUpperCase()}!`.replace("AC ", "ac ").match(/\b[A-Z][A-Z0-9]{1,7}\b/g) ?? [];
  return words.map((word, at) => ({ id: `zzt${at}`, term: word, meaning: `the word ${word}` }));
}
