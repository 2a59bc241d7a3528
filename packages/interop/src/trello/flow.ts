import type { EventBase, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addEvent, type EventOf, type Loose, table } from "../draft.js";
import { type Move, spanOfMoves } from "../trackers/flow.js";
import { type Action, byTime, type Doing, type ListClosure } from "./actions.js";
import { boardFlow, type ListState, type TrelloContext } from "./context.js";

/** Where a card stands: its list, and whether it or the list is archived, or it is marked complete. */
export interface Standing {
  readonly list: string | undefined;
  readonly archived: boolean;
  readonly complete: boolean;
  readonly listArchived: boolean;
}

const extra: { readonly [id: string]: ListState } = {
  archived: { id: "archived", name: "Archived", category: "dropped" },
  complete: { id: "complete", name: "Marked complete", category: "done" },
};

/** The state a standing means: its list, unless it left the board from a list that is not the end, or was marked complete there. */
export function stateOf(context: TrelloContext, standing: Standing): string | undefined {
  const category = standing.list === undefined ? undefined : context.states.get(standing.list)?.category;
  if (category === "done" || category === "dropped") return standing.list;
  const other = standing.complete ? "complete" : standing.archived || standing.listArchived ? "archived" : undefined;
  if (other === undefined) return standing.list;
  context.states.set(other, extra[other] as ListState);
  return other;
}

/** A step of a card's history: one doing of an action, or its list's archiving. */
interface Step {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly doing: Doing | { readonly does: "list"; readonly list: string; readonly closed: boolean };
}

function stepsOf(actions: readonly Action[], closures: readonly ListClosure[]): Step[] {
  const own = actions.flatMap(({ id, at, actor, what }) =>
    what.map((doing, index): Step => ({ id: index === 0 ? id : `${id}:${index}`, at, actor, doing })),
  );
  if (closures.length === 0) return own;
  const of = closures.map(
    ({ id, at, actor, list, closed }): Step => ({ id: `${id}:list`, at, actor, doing: { does: "list", list, closed } }),
  );
  return [...own, ...of].sort(byTime);
}

/** Where the card stood before its first step: what the steps say first, else how it stands now. */
function initialStanding(steps: readonly Step[], now: Standing): Standing {
  const doings = steps.map((step) => step.doing);
  type Of<Does> = Extract<Step["doing"], { readonly does: Does }>;
  const firstOf = <Does extends Step["doing"]["does"]>(does: Does, on?: string): Of<Does> | undefined =>
    doings.find((doing): doing is Of<Does> => doing.does === does && (doing.does !== "list" || doing.list === on));
  const made = firstOf("create");
  const moved = firstOf("move");
  const archived = firstOf("archive");
  const complete = firstOf("complete");
  const list = moved === undefined ? now.list : moved.from;
  const first = made?.list ?? list;
  const closed = firstOf("list", first);
  // A card that was made here was neither complete nor archived; of another nothing is recorded but how it stands.
  const isOld = made?.enters !== false;
  return {
    list: first,
    archived: archived === undefined ? isOld && now.archived : !archived.on,
    complete: complete === undefined ? isOld && now.complete : !complete.on,
    listArchived: closed === undefined ? now.list === first && now.listArchived : !closed.closed,
  };
}

function after(standing: Standing, doing: Step["doing"]): Standing {
  if (doing.does === "move") return { ...standing, list: doing.list, listArchived: false };
  if (doing.does === "create" && doing.enters) return { ...standing, list: doing.list ?? standing.list };
  if (doing.does === "archive") return { ...standing, archived: doing.on };
  if (doing.does === "complete") return { ...standing, complete: doing.on };
  if (doing.does === "list" && doing.list === standing.list) return { ...standing, listArchived: doing.closed };
  return standing;
}

const filled = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

type PlainType = "assigned" | "unassigned" | "dateChanged" | "changed" | "membershipChanged";

/** The event of a doing that changes no state; undefined where it is none. */
function plainEvent(event: Loose<EventBase>, doing: Step["doing"]): Loose<EventOf<PlainType>> | undefined {
  switch (doing.does) {
    case "assign":
    case "unassign":
      return { ...event, type: `${doing.does}ed`, assigneeId: doing.person, role: "responsible" };
    case "move":
      return { ...event, type: "membershipChanged", containerId: doing.list, change: "added" };
    case "date":
      return { ...event, type: "dateChanged", field: doing.field, from: filled(doing.from), to: filled(doing.to) };
    case "change":
      return { ...event, type: "changed", field: doing.field, from: doing.from, to: doing.to };
    case "archive":
    case "complete":
      return { ...event, type: "changed", field: doing.does, from: !doing.on, to: doing.on };
    default:
      return undefined;
  }
}

/** What the history of a card amounts to. */
export interface CardFlow {
  readonly createdAt?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  /** The state after the last step. */
  readonly last: string | undefined;
}

/** What tells where a card stood before. */
const standingSteps: ReadonlySet<Step["doing"]["does"]> = new Set(["move", "archive", "complete", "list"]);

/** Adds the events of a card: every move with its instant, and what archiving and marking complete mean for its state. */
export function addCardFlow(
  context: TrelloContext,
  item: WorkItem,
  now: Standing,
  actions: readonly Action[],
  closures: readonly ListClosure[],
  isCut: boolean,
): CardFlow {
  const { draft } = context;
  const steps = stepsOf(actions, closures);
  let standing = initialStanding(steps, now);
  const initial = stateOf(context, standing);
  const made = steps.find((step) => step.doing.does === "create" && !step.doing.enters);
  const createdAt = made?.at ?? item.createdAt;
  const subject = { table: "items", id: item.id } as const;
  // How a card stands now tells nothing of its beginning where no step does.
  const isUntold = isCut || (made === undefined && !steps.some((step) => standingSteps.has(step.doing.does)));
  if (createdAt !== undefined) {
    addEvent<"created">(draft, {
      id: made?.id ?? `${item.id}:+created`,
      at: createdAt,
      subject,
      actor: made?.actor,
      source: made === undefined ? "inferred" : "exact",
      type: "created",
      stateId: isUntold ? undefined : initial,
    });
  }
  const moves: Move[] = [];
  let state = initial;
  for (const step of steps) {
    if (step === made) continue;
    const before = standing;
    standing = after(before, step.doing);
    const next = stateOf(context, standing);
    const { id, at, actor } = step;
    const event = { id, at, actor, subject, source: "exact" } as const;
    if (next !== undefined && (next !== state || (step.doing.does === "create" && step.doing.enters))) {
      const containerId = step.doing.does === "list" ? undefined : standing.list;
      addEvent<"stateChanged">(draft, { ...event, type: "stateChanged", from: state, to: next, containerId });
      moves.push({ at, to: next });
      state = next;
      continue;
    }
    const isStaying = step.doing.does === "move" && before.list === standing.list;
    const plain = isStaying ? undefined : plainEvent(event, step.doing);
    if (plain !== undefined) addEvent<PlainType>(draft, plain);
  }
  const start = isUntold ? { stateId: undefined, at: undefined } : { stateId: initial, at: createdAt };
  const span = spanOfMoves(start, moves, (id) => context.states.get(id)?.category);
  return { createdAt, startedAt: isCut ? undefined : span.startedAt, finishedAt: span.finishedAt, last: state };
}

/** Puts the lists, and the states cards needed besides, into the plan as a workflow. */
export function addWorkflow(context: TrelloContext): void {
  const states = [...context.states.values()];
  if (states.length > 0) table(context.draft, "workflows").set(boardFlow, { id: boardFlow, name: "Lists", states });
}
