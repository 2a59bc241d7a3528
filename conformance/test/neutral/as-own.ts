import type { StateCategory, WorkEvent, WorkHistory, WorkPlan } from "@evenkeel/core";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { writeOcel } from "@evenkeel/interop/ocel";
import { created, endOf, items, type State, startOf, stateOf } from "./project.js";
import { movesOf } from "./words.js";

const categories: { readonly [S in State]: StateCategory } = {
  todo: "proposed",
  doing: "active",
  waiting: "waiting",
  done: "done",
  cancelled: "dropped",
};

const plan: WorkPlan = {
  formatVersion: 1,
  workflows: [
    {
      id: "board",
      name: "Board",
      states: Object.entries(categories).map(([id, category]) => ({ id, name: id, category })),
    },
  ],
  people: ["Ada", "Bo", "Cy"].map((name) => ({ id: name.toLowerCase(), name })),
  items: items.map((item) => {
    const [startedAt, finishedAt] = [startOf(item), endOf(item, "done")];
    return {
      id: `pier-${item.number}`,
      title: item.title,
      kind: "task",
      workflowId: "board",
      stateId: stateOf(item),
      createdAt: created,
      ...(item.due === undefined ? {} : { dueDate: item.due }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(finishedAt === undefined ? {} : { finishedAt }),
    };
  }),
  dependencies: items.flatMap(({ number, after }) =>
    after.map((other) => ({
      id: `${other}>${number}`,
      predecessorId: `pier-${other}`,
      successorId: `pier-${number}`,
      type: "FS" as const,
    })),
  ),
  assignments: items.map(({ number, owner }) => ({
    id: `owner-${number}`,
    itemId: `pier-${number}`,
    personId: owner.toLowerCase(),
    role: "responsible",
  })),
};

const history: WorkHistory = {
  formatVersion: 1,
  events: items.flatMap((item): WorkEvent[] => {
    const about = (at: string, name: string) => ({
      id: `${item.number}:${name}`,
      at,
      subject: { table: "items", id: `pier-${item.number}` } as const,
      source: "exact" as const,
    });
    return [
      { ...about(created, "created"), type: "created", stateId: "todo" },
      ...movesOf(item).map(
        ({ at, from, to }, index): WorkEvent => ({ ...about(at, `move-${index}`), type: "stateChanged", from, to }),
      ),
      ...(item.blocked ?? []).flatMap(([from, to], index): WorkEvent[] => [
        { ...about(from, `blocked-${index}`), type: "blocked" },
        ...(to === undefined ? [] : [{ ...about(to, `unblocked-${index}`), type: "unblocked" as const }]),
      ]),
    ];
  }),
};

/** An object-centric event log of our own documents. */
export const ocel = (): string => writeOcel({ plan, history });
/** The documents themselves. */
export const native = (): string => writeEvenkeelJson({ plan, history });
