import { type DependencyNode, lastEvent, onTimeLine, type WorkContext } from "@evenkeel/core";
import type { Duty } from "./duty.js";

/** Days a receiver has to answer an offer. */
const daysToAnswer = 2;
const millisPerDay = 86_400_000;

/** What a handoff asks of its giver or receiver now: to offer it, to offer it again, or to accept it. */
export function dutyOfHandoff(context: WorkContext, { row, before, after }: DependencyNode): Duty[] {
  const { id, handoff } = row;
  if (handoff === undefined || after.category === "dropped" || after.category === "done") return [];
  const moved = lastEvent(
    context.history.of("dependencies", id),
    ["handoffOffered", "handoffAccepted", "handoffReturned"],
    context.now,
  );
  const events = { handoffOffered: "offered", handoffAccepted: "accepted", handoffReturned: "returned" } as const;
  const state = moved === undefined ? handoff.state : events[moved.type];
  const since = moved === undefined ? undefined : onTimeLine(moved.at);
  const subject = { table: "dependencies" as const, id };
  const what = handoff.what ?? before.row.title;
  const owed = (text: string | undefined): number =>
    (text === undefined ? undefined : onTimeLine(text, true)) ?? context.now;
  const made = (duty: Pick<Duty, "kind" | "code" | "due" | "command" | "facts">, whoId: string | undefined): Duty[] => [
    { ...duty, subject, isLate: duty.due < context.now, ...(whoId === undefined ? {} : { whoId }) },
  ];
  if (state === "offered") {
    const due = since === undefined ? owed(handoff.neededBy) : since + daysToAnswer * millisPerDay;
    const command = { type: "handoff", dependency: id, change: "accept" };
    return made(
      { kind: "acceptHandoff", code: "completion/duty-accept-handoff", due, command, facts: { what } },
      handoff.to,
    );
  }
  const isGiven = before.category === "done";
  if (state === "accepted" || (state === undefined && !isGiven)) return [];
  const code = state === "returned" ? "completion/duty-offer-again" : "completion/duty-offer-handoff";
  const command = { type: "handoff", dependency: id, change: "offer" };
  const due = owed(handoff.promisedBy ?? handoff.neededBy);
  return made({ kind: "offerHandoff", code, due, command, facts: { what, to: after.row.title } }, handoff.from);
}
