import { type ItemNode, onTimeLine, type StateCategory, type WorkContext, type WorkEvent } from "@evenkeel/core";

/** What history and plan together say of an item now. Instants in milliseconds UTC. */
export interface ItemFacts {
  readonly category?: StateCategory;
  /** First entry into an active state, else the item's own stamp. */
  readonly startedAt?: number;
  /** Last entry into the category it is in, else the item's own stamp where it is done. */
  readonly enteredAt?: number;
  /** Set while it is blocked; `from` is absent when only the plan says so. */
  readonly blocked?: { readonly from?: number; readonly reason?: string };
  /** Last event about it. */
  readonly lastAt?: number;
}

const stateOf = (event: WorkEvent): string | undefined =>
  event.type === "stateChanged" ? event.to : event.type === "created" ? event.stateId : undefined;

function workflowOf({ plan }: WorkContext, { row }: ItemNode): string | undefined {
  const board = row.memberships?.[0]?.containerId;
  return row.workflowId ?? (board === undefined ? undefined : plan.row("containers", board)?.workflowId);
}

/** The facts of an item as of the context's instant; later events are not seen. */
export function itemFacts(context: WorkContext, item: ItemNode): ItemFacts {
  const { row } = item;
  const flow = workflowOf(context, item);
  let [category, startedAt, enteredAt, lastAt]: [StateCategory | undefined, ...(number | undefined)[]] = [undefined];
  let blocked: ItemFacts["blocked"];
  for (const event of context.history.of("items", row.id)) {
    const at = onTimeLine(event.at);
    if (at === undefined || at > context.now) continue;
    lastAt = at;
    const state = stateOf(event);
    const entered = state === undefined ? undefined : context.plan.meaning(state, flow);
    if (entered !== undefined) {
      if (entered !== category) enteredAt = at;
      category = entered;
      if (entered === "active") startedAt ??= at;
    }
    if (event.type === "blocked")
      blocked ??= { from: at, ...(event.reason === undefined ? {} : { reason: event.reason }) };
    if (event.type === "unblocked") blocked = undefined;
  }
  const reason = row.blockedReason === undefined ? {} : { reason: row.blockedReason };
  const stands = blocked ?? (row.blocked === true ? reason : undefined);
  category ??= item.category;
  const stamp = row.startedAt ?? row.schedule?.actualStart;
  const started = startedAt ?? (stamp === undefined ? undefined : onTimeLine(stamp));
  const finish = row.finishedAt ?? row.schedule?.actualFinish;
  const entered = enteredAt ?? (category === "done" && finish !== undefined ? onTimeLine(finish) : undefined);
  return {
    ...(category === undefined ? {} : { category }),
    ...(started === undefined ? {} : { startedAt: started }),
    ...(entered === undefined ? {} : { enteredAt: entered }),
    ...(stands === undefined ? {} : { blocked: stands }),
    ...(lastAt === undefined ? {} : { lastAt }),
  };
}

/** Whether a finished item was accepted: by an event since it was finished, or because each criterion is marked as met. */
export function isAccepted(context: WorkContext, { row }: ItemNode, since: number): boolean {
  const criteria = row.acceptanceCriteria ?? [];
  if (criteria.length > 0 && criteria.every(({ met }) => met === true)) return true;
  return context.history.of("items", row.id).some((event) => {
    const at = onTimeLine(event.at);
    return event.type === "accepted" && at !== undefined && at >= since && at <= context.now;
  });
}
