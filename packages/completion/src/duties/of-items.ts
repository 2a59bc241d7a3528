import {
  type ItemNode,
  isOpenItem,
  isSharedWork,
  lastEvent,
  onTimeLine,
  ownerOf,
  type WorkContext,
  type WorkEvent,
} from "@evenkeel/core";
import { isAccepted, itemFacts } from "../item-facts.js";
import type { Duty } from "./duty.js";

const millisPerDay = 86_400_000;
/** Days a person has to answer when given something. */
const daysToAcknowledge = 3;
/** Days after which a finished item should have been accepted. */
const daysToAccept = 7;

const made = (duty: Omit<Duty, "isLate" | "whoId">, now: number, whoId: string | undefined): Duty => ({
  ...duty,
  isLate: duty.due < now,
  ...(whoId === undefined ? {} : { whoId }),
});

function acknowledgement(context: WorkContext, item: ItemNode, events: readonly WorkEvent[]): Duty[] {
  const given = lastEvent(events, ["assigned"], context.now);
  if (given?.actor === undefined || given.actor === given.assigneeId) return [];
  const held = item.assignments.find(({ personId }) => personId === given.assigneeId);
  if (held === undefined || held.acceptedOn !== undefined) return [];
  const since = onTimeLine(given.at) ?? context.now;
  const answered = events.some((event) => {
    const at = onTimeLine(event.at) ?? 0;
    const isTheirs = event.actor === given.assigneeId || ("by" in event && event.by === given.assigneeId);
    const isAnswer =
      event.type === "expectationAcknowledged" ||
      event.type === "expectationQuestioned" ||
      event.type === "stateChanged";
    return isTheirs && isAnswer && at >= since && at <= context.now;
  });
  if (answered) return [];
  const { id, title } = item.row;
  const subject = { table: "items" as const, id };
  const command = { type: "acknowledge", subject: { ...subject }, person: given.assigneeId };
  const due = since + daysToAcknowledge * millisPerDay;
  const facts = { title, by: given.actor };
  return [
    made(
      { kind: "acknowledge", subject, code: "completion/duty-acknowledge", due, command, facts },
      context.now,
      given.assigneeId,
    ),
  ];
}

function answer(context: WorkContext, item: ItemNode, events: readonly WorkEvent[]): Duty[] {
  const asked = lastEvent(events, ["expectationQuestioned", "expectationClarified"], context.now);
  if (asked?.type !== "expectationQuestioned") return [];
  const { id, title } = item.row;
  const asker = asked.by ?? asked.actor;
  const giver = lastEvent(events, ["assigned"], context.now)?.actor;
  const owner = ownerOf(item)?.id;
  const whoId = [giver, owner].find((person) => person !== undefined && person !== asker);
  const subject = { table: "items" as const, id };
  const command = { type: "clarify", subject: { ...subject } };
  const due = (onTimeLine(asked.at) ?? context.now) + daysToAcknowledge * millisPerDay;
  const facts = { title, question: asked.question ?? "" };
  const duty = { kind: "answer" as const, subject, code: "completion/duty-answer", due, command, facts, ask: ["note"] };
  return [made(duty, context.now, whoId)];
}

function acceptance(context: WorkContext, item: ItemNode): Duty[] {
  const { category, enteredAt } = itemFacts(context, item);
  if (!isSharedWork(context) || category !== "done" || enteredAt === undefined || item.children.length > 0) return [];
  if ((item.row.acceptanceCriteria ?? []).length === 0 || isAccepted(context, item, enteredAt)) return [];
  const { id, title } = item.row;
  const subject = { table: "items" as const, id };
  const receiver = item.commitments.find(({ toId }) => toId !== undefined)?.toId;
  const accountable = item.assignments.find(({ role }) => role === "accountable" || role === "approver")?.personId;
  const due = enteredAt + daysToAccept * millisPerDay;
  const command = { type: "accept", item: id };
  const duty = {
    kind: "acceptResult" as const,
    subject,
    code: "completion/duty-accept-result",
    due,
    command,
    facts: { title },
  };
  return [made(duty, context.now, receiver ?? accountable)];
}

/** What an item asks of people now: to acknowledge it, to answer a question about it, to accept its result. */
export function dutiesOfItem(context: WorkContext, item: ItemNode): Duty[] {
  const events = context.history.of("items", item.row.id);
  const open = isOpenItem(item);
  return [
    ...(open && events.length > 0 ? [...acknowledgement(context, item, events), ...answer(context, item, events)] : []),
    ...acceptance(context, item),
  ];
}
