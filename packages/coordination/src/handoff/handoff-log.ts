import { type Dependency, onTimeLine, type WorkContext, type WorkEvent } from "@evenkeel/core";

/** Where a handoff stands. */
export interface HandoffStanding {
  readonly state: "agreed" | "offered" | "accepted" | "returned";
  /** Milliseconds UTC since it stands so; absent when only the plan says so. */
  readonly since?: number;
  /** Times it was returned. */
  readonly bounces: number;
  /** Milliseconds between offers and the answers to them, summed; open offers count until now. */
  readonly waitedMillis: number;
  /** Who has to act: the receiver of what is offered, the giver of what is returned. */
  readonly heldBy?: string;
}

const meaning = { handoffOffered: "offered", handoffAccepted: "accepted", handoffReturned: "returned" } as const;
type HandoffEvent = Extract<WorkEvent, { readonly type: keyof typeof meaning }>;
const isHandoff = (event: WorkEvent): event is HandoffEvent => event.type in meaning;

/**
 * Where a handoff stands in its life: agreed, offered, accepted or returned; how long it waited and how often it bounced.
 *
 * Events decide; without any, the plan's own state. An answer without an offer before it adds no waiting.
 *
 * @param context - the work
 * @param dependencyId - a dependency with a handoff
 * @returns its standing, or undefined when the dependency hands nothing over
 *
 * Issues: none.
 * Time O(events of the dependency), space O(1).
 * Source: own; after conversations for action, Winograd & Flores (1986).
 *
 * @example
 * import { indexPlan, workContext } from "@evenkeel/core";
 * handoffStanding(workContext({ plan: { formatVersion: 1 }, now: 0 }), "d"); // => undefined
 */
export function handoffStanding(context: WorkContext, dependencyId: string): HandoffStanding | undefined {
  const row = context.plan.row("dependencies", dependencyId);
  return row === undefined ? undefined : standingOf(context, row);
}

/** The same of a dependency that the caller has at hand. */
export function standingOf(context: WorkContext, { id, handoff }: Dependency): HandoffStanding | undefined {
  if (handoff === undefined) return undefined;
  let state: HandoffStanding["state"] = "agreed";
  let [bounces, waitedMillis] = [0, 0];
  let since: number | undefined;
  for (const event of context.history.of("dependencies", id)) {
    const at = onTimeLine(event.at);
    if (!isHandoff(event) || at === undefined || at > context.now) continue;
    if (state === "offered" && event.type !== "handoffOffered") waitedMillis += at - (since ?? at);
    if (event.type === "handoffReturned") bounces++;
    if (event.type !== "handoffOffered" || state !== "offered") since = at;
    state = meaning[event.type];
  }
  if (since === undefined) state = handoff.state ?? "agreed";
  else if (state === "offered") waitedMillis += context.now - since;
  const heldBy = state === "offered" ? handoff.to : state === "accepted" ? undefined : handoff.from;
  const standing = since === undefined ? { state, bounces, waitedMillis } : { state, since, bounces, waitedMillis };
  return heldBy === undefined ? standing : { ...standing, heldBy };
}
