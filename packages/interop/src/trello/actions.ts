import { compareText, type Json } from "@evenkeel/kernel";
import { note } from "../draft.js";
import { addTo } from "../group.js";
import { isObject, listAt, member, textAt } from "../json-text.js";
import { sortable } from "../trackers/noted-time.js";
import { either, eitherValue } from "../trackers/values.js";
import { idOf, personOf, type TrelloContext } from "./context.js";
import { boardTime } from "./times.js";

/** What an action did, in one set of words for both tools. */
export type Doing =
  | { readonly does: "create"; readonly list: string | undefined; readonly enters: boolean }
  | { readonly does: "move"; readonly from: string | undefined; readonly list: string }
  | { readonly does: "archive"; readonly on: boolean }
  | { readonly does: "complete"; readonly on: boolean }
  | { readonly does: "assign" | "unassign"; readonly person: string }
  | { readonly does: "check"; readonly item: string; readonly on: boolean }
  | { readonly does: "date"; readonly field: string; readonly from: Json | undefined; readonly to: Json | undefined }
  | { readonly does: "change"; readonly field: string; readonly from: Json | undefined; readonly to: Json | undefined };

/** An action on a card, or the archiving of a list. */
export interface Action {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly card: string;
  readonly what: readonly Doing[];
}

/** A list that was archived or brought back. */
export interface ListClosure {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly list: string;
  readonly closed: boolean;
}

const origins = new Set(["createCard", "copyCard", "convertToCardFromCheckItem", "moveCardToBoard", "emailCard"]);
const fieldNames: { readonly [key: string]: string } = { due: "dueDate", start: "start" };

/** The changes an `updateCard` states: each member of `data.old` is one, whatever else stands beside it. */
function changesOf(data: Json | undefined): Doing[] {
  const old = member(data, "old");
  const card = member(data, "card");
  const list = textAt(data, "listAfter", "id") ?? textAt(card, "idList");
  const moved: Doing[] =
    list !== undefined && (member(data, "listBefore") !== undefined || textAt(old, "idList") !== undefined)
      ? [{ does: "move", from: textAt(data, "listBefore", "id") ?? textAt(old, "idList"), list }]
      : [];
  const rest = isObject(old) ? Object.keys(old).filter((key) => key !== "idList") : [];
  return [
    ...moved,
    ...rest.map((key): Doing => {
      const [from, to] = [member(old, key), member(card, key)];
      if (key === "closed") return { does: "archive", on: to === true };
      if (key === "dueComplete") return { does: "complete", on: to === true };
      const field = fieldNames[key];
      return field === undefined ? { does: "change", field: key, from, to } : { does: "date", field, from, to };
    }),
  ];
}

function ofTrello(context: TrelloContext, type: string, action: Json): Doing[] {
  const data = member(action, "data");
  if (origins.has(type)) {
    const list = textAt(data, "list", "id") ?? textAt(data, "card", "idList");
    return [{ does: "create", list, enters: type === "moveCardToBoard" }];
  }
  if (type === "updateCard") return changesOf(data);
  if (type === "addMemberToCard" || type === "removeMemberFromCard") {
    const id = textAt(data, "idMember") ?? textAt(data, "member", "id") ?? idOf(member(action, "member"));
    const person = personOf(context, id, member(action, "member"));
    return person === undefined ? [] : [{ does: type === "addMemberToCard" ? "assign" : "unassign", person }];
  }
  if (type === "updateCheckItemStateOnCard") {
    const item = textAt(data, "checkItem", "id");
    return item === undefined ? [] : [{ does: "check", item, on: textAt(data, "checkItem", "state") === "complete" }];
  }
  if (type === "updateCustomFieldItem") {
    const [from, to] = [member(data, "old", "value"), member(data, "customFieldItem", "value")];
    return [{ does: "change", field: textAt(data, "customField", "name") ?? "customField", from, to }];
  }
  const text = eitherValue(data, "text", "attachment", "checklist", "label");
  return [{ does: "change", field: type, from: undefined, to: text }];
}

function ofWekan(context: TrelloContext, type: string, activity: Json): Doing[] {
  const list = textAt(activity, "listId");
  if (/^(createCard|importCard|copyCard)$/.test(type)) return [{ does: "create", list, enters: false }];
  if (type === "moveCard" && list !== undefined) {
    const from = textAt(activity, "oldListId");
    return from === list ? [] : [{ does: "move", from, list }];
  }
  if (type === "archivedCard" || type === "restoredCard") return [{ does: "archive", on: type === "archivedCard" }];
  if (/^(un)?join(Member|Assignee)$/.test(type)) {
    const person = personOf(context, either(activity, "assigneeId", "memberId"));
    return person === undefined ? [] : [{ does: type.startsWith("un") ? "unassign" : "assign", person }];
  }
  if (type === "checkedItem" || type === "uncheckedItem") {
    const item = textAt(activity, "checklistItemId");
    return item === undefined ? [] : [{ does: "check", item, on: type === "checkedItem" }];
  }
  if (type === "a-dueAt" || type === "a-startAt") {
    const [from, to] = [member(activity, "timeOldValue"), member(activity, "timeValue")];
    return [{ does: "date", field: type === "a-dueAt" ? "dueDate" : "start", from, to }];
  }
  return [{ does: "change", field: type, from: undefined, to: eitherValue(activity, "commentId", "labelId", "value") }];
}

/** Oldest first, those of one instant by id. */
export const byTime = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  compareText(sortable(a.at), sortable(b.at)) || compareText(a.id, b.id);

/** The actions of a board, oldest first whatever their order in the file; those on no card of it are said and left out. */
export function readActions(
  context: TrelloContext,
  board: Json,
  isCard: (id: string) => boolean,
): { readonly onCards: ReadonlyMap<string, Action[]>; readonly closures: ListClosure[]; readonly oldest?: string } {
  const { draft } = context;
  const name = Array.isArray(member(board, "actions")) ? "actions" : "activities";
  const onCards = new Map<string, Action[]>();
  const closures: ListClosure[] = [];
  const seen = new Set<string>();
  let oldest: string | undefined;
  let missing = 0;
  for (const [index, action] of listAt(board, name).entries()) {
    if (!isObject(action)) continue;
    const leave = (why: string) => draft.lost.set(action, why);
    const at = boardTime(draft, eitherValue(action, "date", "createdAt"), [name, index, "date"]);
    const type = either(action, "type", "activityType") ?? "";
    const id = idOf(action) ?? `${name}:${index}`;
    if (at === undefined || seen.has(id)) {
      leave(at === undefined ? "no time" : "the same action again");
      continue;
    }
    seen.add(id);
    if (oldest === undefined || sortable(at) < sortable(oldest)) oldest = at;
    const data = member(action, "data");
    const card = textAt(data, "card", "id") ?? textAt(action, "cardId");
    const list = textAt(data, "list", "id") ?? textAt(action, "listId");
    const actor = personOf(context, either(action, "idMemberCreator", "userId"), member(action, "memberCreator"));
    const wasClosed =
      type === "archivedList" ? false : type === "updateList" ? member(data, "old", "closed") : undefined;
    if (wasClosed !== undefined && list !== undefined) {
      closures.push({ id, at, actor, list, closed: wasClosed !== true });
      continue;
    }
    if (card === undefined || !isCard(card)) {
      if (card !== undefined) missing++;
      leave(card === undefined ? "a change of the board, not of work" : "its card is not in the export");
      continue;
    }
    const what = name === "actions" ? ofTrello(context, type, action) : ofWekan(context, type, action);
    addTo(onCards, card, { id, at, actor, card, what });
  }
  if (missing > 0) note(draft, "trello-card-missing", [name], [], { count: missing });
  for (const actions of onCards.values()) actions.sort(byTime);
  closures.sort(byTime);
  return oldest === undefined ? { onCards, closures } : { onCards, closures, oldest };
}
