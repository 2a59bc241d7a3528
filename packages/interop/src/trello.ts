import type { Coverage } from "@evenkeel/core";
import { issue, type Json, type Result, refuse } from "@evenkeel/kernel";
import { coversOf } from "./covers.js";
import { decodeSource } from "./decode.js";
import { assume, createDraft, defined, note, warn } from "./draft.js";
import { finish } from "./finish.js";
import { isObject, listAt, member, parseJson, textAt } from "./json-text.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { tallyPlaces } from "./trackers/account.js";
import { sortable } from "./trackers/noted-time.js";
import { either, eitherValue } from "./trackers/values.js";
import { readActions } from "./trello/actions.js";
import { addCard, addChecks, type Card, linkCards, readCard, readChecklists, readRecords } from "./trello/cards.js";
import { idOf, personOf, type TrelloContext } from "./trello/context.js";
import { trelloFates } from "./trello/fates.js";
import { addCardFlow, addWorkflow, type Standing, stateOf } from "./trello/flow.js";
import { keepBoard, readLists } from "./trello/lists.js";
import type { Import, ReadOptions, Source } from "./types.js";

/** Actions after which an export cuts. */
const actionCap = 1000;

function coverageOf(tool: string, hasActions: boolean): Coverage[] {
  const covers = coversOf(tool);
  return [
    covers("containers", "name", "archived", "rank"),
    covers(
      "items",
      ...["title", "kind", "body", "parentId", "stateId", "memberships", "rank", "labels", "constraints", "dueDate"],
      ...["createdAt", "updatedAt", ...(hasActions ? ["startedAt", "finishedAt"] : [])],
    ),
    covers("workflows", "states"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name"),
    covers("assignments", "itemId", "personId", "role"),
    hasActions
      ? covers("events", "created", "stateChanged", "assigned", "unassigned", "dateChanged", "changed")
      : covers("events", "created"),
  ];
}

function notePeople(context: TrelloContext, board: Json): void {
  for (const person of [...listAt(board, "members"), ...listAt(board, "users")]) {
    if (!isObject(person)) continue;
    // On a WeKan board `members` only says who may see it.
    if (idOf(person) === undefined) continue;
    context.places.set(person, "member");
    personOf(context, idOf(person), person);
  }
  for (const label of listAt(board, "labels")) {
    const id = idOf(label);
    if (!isObject(label) || id === undefined) continue;
    context.places.set(label, "label");
    context.labels.set(id, either(label, "name", "color") ?? id);
  }
  for (const name of ["actions", "activities"]) {
    for (const action of listAt(board, name)) if (isObject(action)) context.places.set(action, "action");
  }
}

function readBoard(context: TrelloContext, board: Json): void {
  const { draft } = context;
  notePeople(context, board);
  const archivedLists = readLists(context, board);
  const cards = readRecords(context, listAt(board, "cards"), ["cards"], "card");
  const checks = readChecklists(context, board, cards);
  const ids = new Set(cards.map((card) => card.id));
  const { onCards, closures, oldest } = readActions(context, board, (id) => ids.has(id));
  const standings = new Map<Card, Standing>();
  for (const card of cards) {
    const list = either(card.value, "idList", "listId");
    standings.set(card, {
      list: list !== undefined && context.states.has(list) ? list : undefined,
      archived: eitherValue(card.value, "closed", "archived") === true,
      complete: member(card.value, "dueComplete") === true,
      listArchived: list !== undefined && archivedLists.get(list) === true,
    });
  }
  for (const [card, now] of standings) {
    const actions = onCards.get(card.id) ?? [];
    const item = readCard(context, card, stateOf(context, now));
    const isMade = actions.some((action) => action.what.some((doing) => doing.does === "create"));
    const isCut =
      !isMade && oldest !== undefined && item.createdAt !== undefined && sortable(item.createdAt) < sortable(oldest);
    const flow = addCardFlow(context, item, now, actions, closures, isCut);
    const isGap = oldest !== undefined && flow.last !== item.stateId;
    if (isGap) {
      const facts = { card: item.title.slice(0, 80), found: flow.last ?? "", expected: item.stateId ?? "" };
      warn(draft, "trello-history-gap", card.path, [card.id], facts);
    }
    if (isCut || isGap) draft.truncated.push({ table: "items", id: item.id });
    if (isCut) context.cut.push(item.id);
    if (!isMade && item.createdAt !== undefined && member(card.value, "createdAt") === undefined)
      context.fromId.push(item.id);
    const quality =
      oldest === undefined
        ? item.createdAt === undefined
          ? "unavailable"
          : "fromTimestamps"
        : isCut || isGap
          ? "truncated"
          : "exact";
    draft.quality[quality]++;
    const isDone = item.stateId !== undefined && context.states.get(item.stateId)?.category === "done";
    const finishedAt = (isDone ? flow.finishedAt : undefined) ?? item.finishedAt;
    const { createdAt, startedAt } = flow;
    addCard(context, { ...item, ...defined({ createdAt, startedAt, finishedAt }) }, card);
  }
  addWorkflow(context);
  linkCards(context, cards);
  addChecks(context, checks, onCards);
  noteHistory(context, board, cards.length, oldest);
}

function noteHistory(context: TrelloContext, board: Json, cards: number, oldest: string | undefined): void {
  const { draft, tool } = context;
  const name = Array.isArray(member(board, "actions")) ? "actions" : "activities";
  const count = listAt(board, name).length;
  if (context.cut.length > 0) {
    const facts = { actions: count, cards: context.cut.length, oldest: oldest ?? "", cap: actionCap };
    warn(draft, "trello-actions-capped", [name], context.cut.slice(0, 20), facts);
  }
  if (cards > 0 && oldest === undefined) note(draft, "trello-no-actions", [], [], { cards });
  if (context.fromId.length > 0) {
    note(draft, "trello-created-from-id", ["cards"], context.fromId.slice(0, 20), { cards: context.fromId.length });
    assume(draft, "created", "the seconds a card's id begins with", "no recorded creation");
  }
  assume(draft, "started", "first move into a list of category active", "names of lists");
  assume(draft, "done", "last move into a list of category done, or the mark complete", "names of lists");
  if (context.states.has("archived"))
    assume(draft, "dropped", "archived outside a list of category done", "no other end is stated");
  draft.coverage = coverageOf(tool, oldest !== undefined);
}

/** The board of an input: the export itself, an API's answer that wraps it, or a list of cards alone. */
function boardOf(value: Json): Json | undefined {
  const isBoard = (each: Json | undefined) =>
    isObject(each) &&
    Array.isArray(member(each, "cards")) &&
    (Array.isArray(member(each, "lists")) || idOf(each) !== undefined);
  if (isBoard(value)) return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const list = value as readonly Json[];
  if (list.length === 1 && isBoard(list[0])) return list[0];
  return list.every((each) => either(each, "idList", "listId") !== undefined) ? { cards: value } : undefined;
}

/**
 * Reads a board as Trello exports it (JSON), or as WeKan does: lists as states, cards and check items as items, members, labels,
 * dates, and the recorded actions as history.
 *
 * Moves have their exact instants, whatever the order of the actions. An export holds the newest 1,000 actions: a card older than
 * the oldest of them and without a recorded creation is marked truncated, and no start is stated for it. What a list means is
 * judged by its English name; a card archived outside a list that means done counts as dropped, one marked complete as done.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history, report
 *
 * Issues: interop/any-*, interop/trello-*.
 * Time O(n log n), space O(n).
 * Source: Atlassian, Trello REST API, objects board, card and action; WeKan, board export.
 *
 * @example
 * orThrow(readTrello('{"id":"b","lists":[{"id":"l","name":"Done"}],"cards":[{"id":"c","name":"Dig","idList":"l"}]}')).plan.items[0].stateId; // => "l"
 */
export function readTrello(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const parsed = parseJson(decoded.value.text, limits);
  if (!parsed.ok) return parsed;
  const board = boardOf(parsed.value);
  if (board === undefined) {
    const facts = { found: decoded.value.text.trim().slice(0, 40), expected: "a board with cards" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const count = listAt(board, "cards").length;
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  const draft = createDraft("trello", options);
  draft.assumptions.push(...decoded.value.assumptions);
  const tool = textAt(board, "_id") !== undefined || Array.isArray(member(board, "swimlanes")) ? "wekan" : "trello";
  const context: TrelloContext = {
    draft,
    tool,
    fateOf: trelloFates(draft),
    places: new Map(),
    states: new Map(),
    labels: new Map(),
    fromId: [],
    cut: [],
  };
  readBoard(context, board);
  keepBoard(context, board);
  tallyPlaces(context, parsed.value);
  return finish(draft);
}
