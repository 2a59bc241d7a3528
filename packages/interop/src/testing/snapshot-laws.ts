import { onTimeLine, type WorkEvent, type WorkPlan } from "@evenkeel/core";
import { applyCommand } from "@evenkeel/edit";
import { anyEdits } from "@evenkeel/edit/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { inferHistory, type Snapshot } from "../snapshots.js";
import type { Law } from "./law.js";
import { reversedRows, withRows } from "./rows.js";

const day = (index: number): string => `2026-06-${String(index + 1).padStart(2, "0")}T08:00:00Z`;

/** Exports of a plan that is edited between them. */
const snapshotsOf = (without: readonly string[]): fc.Arbitrary<readonly Snapshot[]> =>
  anyEdits.map(({ plan, commands }) => {
    const sourced = withRows(plan, (row, table) => ({ ...row, sources: [{ tool: "demo", id: `${table}:${row.id}` }] }));
    const plans: WorkPlan[] = [sourced];
    for (const command of commands.slice(0, 12)) {
      if (without.includes(command.type)) continue;
      const edited = applyCommand(plans.at(-1) ?? sourced, command);
      if (edited.ok) plans.push(edited.value.plan);
    }
    return plans.map((each, index) => ({ at: day(index), plan: each, history: { formatVersion: 1, events: [] } }));
  });

const anySnapshots = snapshotsOf([]);
/** Without rows that later carry the sources of others, so that every row keeps its own id. */
const anyPlainSnapshots = snapshotsOf(["split", "merge"]);

const textOf = (snapshots: readonly Snapshot[]): string => {
  const found = inferHistory(snapshots);
  return canonicalJson(found.ok ? found.value.history : found.issues);
};
const eventsOf = (snapshots: readonly Snapshot[]): readonly WorkEvent[] => {
  const found = inferHistory(snapshots);
  return found.ok ? found.value.history.events : [];
};

/** The state an item is in at an instant, by the events alone. */
function stateAt(
  events: readonly WorkEvent[],
  id: string,
  until: number,
  first: string | undefined,
): string | undefined {
  let state = first;
  for (const event of events) {
    if (event.subject.table !== "items" || event.subject.id !== id || (onTimeLine(event.at) ?? 0) > until) continue;
    if (event.type === "created") state = event.stateId;
    if (event.type === "stateChanged" && event.containerId === undefined) state = event.to;
    if (event.type === "changed" && event.field === "stateId") state = undefined;
  }
  return state;
}

/** Laws of histories inferred from successive exports. */
export function snapshotLaws(): Law[] {
  return [
    {
      name: "one export any number of times adds nothing",
      statedRuns: 2_000,
      property: fc.property(anySnapshots, fc.integer({ min: 2, max: 4 }), ([first], times) =>
        first === undefined
          ? true
          : eventsOf(Array.from({ length: times }, (_none, at) => ({ ...first, at: day(at) }))).length === 0,
      ),
    },
    {
      name: "the order of the exports changes nothing",
      statedRuns: 2_000,
      property: fc.property(anySnapshots, (snapshots) => textOf([...snapshots].reverse()) === textOf(snapshots)),
    },
    {
      name: "the order of the rows of an export changes nothing",
      statedRuns: 2_000,
      property: fc.property(
        anySnapshots,
        (snapshots) =>
          textOf(snapshots.map((each) => ({ ...each, plan: reversedRows(each.plan) }))) === textOf(snapshots),
      ),
    },
    {
      name: "an export twice between the others adds no event, it only narrows the intervals",
      statedRuns: 2_000,
      property: fc.property(anySnapshots, (snapshots) => {
        const doubled = snapshots.flatMap((each) => [each, { ...each, at: each.at.replace("T08", "T20") }]);
        const plain = (events: readonly WorkEvent[]): string[] => events.map(({ id }) => id);
        return canonicalJson(plain(eventsOf(doubled))) === canonicalJson(plain(eventsOf(snapshots)));
      }),
    },
    {
      name: "every item is at every export in the state that its events give",
      statedRuns: 2_000,
      property: fc.property(anyPlainSnapshots, (snapshots) => {
        const events = eventsOf(snapshots);
        const firsts = new Map(snapshots[0]?.plan.items?.map(({ id, stateId }) => [id, stateId]));
        return snapshots.every(({ at, plan }) =>
          (plan.items ?? []).every(
            ({ id, stateId }) => stateAt(events, id, onTimeLine(at) ?? 0, firsts.get(id)) === stateId,
          ),
        );
      }),
    },
    {
      name: "recorded events win: where the exports tell every change of state, none is inferred",
      statedRuns: 2_000,
      property: fc.property(anyPlainSnapshots, (snapshots) => {
        const recorded = eventsOf(snapshots).flatMap((event): WorkEvent[] =>
          event.type === "stateChanged"
            ? [
                {
                  ...event,
                  id: `recorded ${event.id}`,
                  source: "exact",
                  at: event.at.replace("T08", "T07"),
                  extensions: {},
                },
              ]
            : [],
        );
        const told = snapshots.map((each) => ({ ...each, history: { formatVersion: 1 as const, events: recorded } }));
        const moves = eventsOf(told).filter(({ type }) => type === "stateChanged");
        return moves.length === recorded.length && moves.every(({ source }) => source === "exact");
      }),
    },
  ];
}
