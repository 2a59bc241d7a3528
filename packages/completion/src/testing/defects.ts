import type { SeededDefect } from "@evenkeel/checks/testing";
import type { Outcome, WorkEvent, Workflow, WorkItem } from "@evenkeel/core";
import { changed, type DatedWork } from "@evenkeel/core/testing";

type Defect = SeededDefect<DatedWork>;

/** Puts the defect into one of the items in given states. */
const itemDefect = (
  checkId: string,
  states: readonly string[],
  make: (work: DatedWork, item: WorkItem) => DatedWork,
): Defect => ({
  checkId,
  inject: (work, pick) => {
    const places = (work.plan.items ?? []).filter(
      ({ id, stateId = "" }) => id.startsWith("i") && states.includes(stateId),
    );
    const item = places[pick % places.length];
    return item === undefined ? undefined : { work: make(work, item), expected: [`${checkId} items/${item.id}`] };
  },
});

/** The work with the events about an item made anew. */
const told = (work: DatedWork, id: string, events: (old: readonly WorkEvent[]) => readonly WorkEvent[]): DatedWork => {
  const isAbout = ({ subject }: WorkEvent): boolean => subject.table === "items" && subject.id === id;
  const rest = work.history.events.filter((event) => !isAbout(event));
  return { ...work, history: { ...work.history, events: [...rest, ...events(work.history.events.filter(isAbout))] } };
};
const on = (day: string) => (event: WorkEvent, at: number) => ({ ...event, at: `${day}T0${at}:00:00Z` }) as WorkEvent;

/** One defect for every check of completion; each is found by that check alone. */
export const completionDefects: readonly Defect[] = [
  itemDefect("completion/done-not-accepted", ["done"], (work, { id }) =>
    told(work, id, (events) => events.filter(({ type }) => type !== "accepted").map(on("2026-05-02"))),
  ),
  itemDefect("completion/item-ageing", ["doing"], (work, { id }) =>
    told(work, id, (events) => [
      ...events.map(on("2026-04-01")),
      {
        id: `n${id}`,
        at: "2026-05-12",
        subject: { table: "items", id },
        source: "exact",
        type: "expectationClarified",
      },
    ]),
  ),
  itemDefect("completion/item-blocked", ["todo", "doing", "wait"], (work, { id }) =>
    told(work, id, (events) => [
      ...events,
      { id: `b${id}`, at: "2026-05-12", subject: { table: "items", id }, source: "exact", type: "blocked" },
    ]),
  ),
  {
    checkId: "completion/outcome-not-measured",
    inject: (work, pick) => {
      const places = (work.plan.outcomes ?? []).filter(({ measure }) => measure !== undefined);
      const outcome: Outcome | undefined = places[pick % places.length];
      const { current: _reading, ...measure } = outcome?.measure ?? {};
      if (outcome === undefined) return undefined;
      return {
        work: changed(work, "outcomes", outcome.id, { measure: { ...measure, by: "2026-05-01" } }),
        expected: [`completion/outcome-not-measured outcomes/${outcome.id}`],
      };
    },
  },
  {
    checkId: "completion/promise-overdue",
    inject: (work, pick) => {
      const places = work.plan.commitments ?? [];
      const promise = places[pick % places.length];
      if (promise === undefined) return undefined;
      return {
        work: changed(work, "commitments", promise.id, { due: "2026-05-13" }),
        expected: [`completion/promise-overdue commitments/${promise.id}`],
      };
    },
  },
  itemDefect("completion/stale-work", ["doing"], (work, { id }) => told(work, id, (all) => all.map(on("2026-04-25")))),
  {
    checkId: "completion/wip-limit",
    inject: (work) => {
      const flow: Workflow | undefined = work.plan.workflows?.[0];
      const full = flow?.states.find(({ wipLimit = 0 }) => wipLimit > 0);
      if (flow === undefined || full === undefined) return undefined;
      const states = flow.states.map((state) =>
        state === full ? { ...state, wipLimit: (state.wipLimit ?? 1) - 1 } : state,
      );
      return {
        work: changed(work, "workflows", flow.id, { states }),
        expected: [`completion/wip-limit workflows/${flow.id}/${full.id}`],
      };
    },
  },
];
