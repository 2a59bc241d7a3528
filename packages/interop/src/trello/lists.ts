import type { Container } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, assume, defined, note, sourceOf, table, warn } from "../draft.js";
import { isObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { answeredCategory } from "../state-answers.js";
import { keptFields } from "../trackers/account.js";
import { categoryOfWords } from "../trackers/flow.js";
import { either, eitherValue } from "../trackers/values.js";
import { boardFlow, idOf, rankOf, type TrelloContext } from "./context.js";

const isClosed = (value: Json): boolean => eitherValue(value, "closed", "archived") === true;

/** Reads the board itself, its lists as containers and states, and its swimlanes as sections. */
export function readLists(context: TrelloContext, board: Json): ReadonlyMap<string, boolean> {
  const { draft, tool, places } = context;
  const boardId = idOf(board) ?? "board";
  places.set(board as object, "board");
  const url = either(board, "url", "shortUrl");
  const boardName = either(board, "name", "title");
  if (boardName !== undefined) draft.plan = { ...draft.plan, title: boardName };
  addRow(
    draft,
    "containers",
    defined<Container>({
      id: boardId,
      name: boardName ?? boardId,
      kind: "board",
      workflowId: boardFlow,
      archived: isClosed(board) ? true : undefined,
      sources: [sourceOf(draft, tool, boardId, undefined, url)],
    }),
  );
  const closed = new Map<string, boolean>();
  for (const [index, list] of listAt(board, "lists").entries()) {
    const id = idOf(list);
    if (!isObject(list) || id === undefined) continue;
    places.set(list, "list");
    const name = either(list, "name", "title") ?? id;
    const row = defined<Container>({
      id,
      name,
      kind: "list",
      parentId: boardId,
      workflowId: boardFlow,
      rank: rankOf(list),
      archived: isClosed(list) ? true : undefined,
      sources: [sourceOf(draft, tool, id)],
      customFields: keptFields(context, list, "list"),
    });
    if (!addRow(draft, "containers", row, ["lists", index])) {
      draft.lost.set(list, "a list with this id was read before");
      continue;
    }
    closed.set(id, isClosed(list));
    if (isClosed(list)) note(draft, "trello-archived-list", ["lists", index], [id], { list: name.slice(0, 80) });
    const category = answeredCategory(draft, name, id) ?? categoryOfWords(name);
    if (category === undefined) {
      warn(draft, "trello-list-category-unknown", ["lists", index], [id], {
        list: name.slice(0, 80),
        category: "active",
      });
      assume(draft, "category", `${name.slice(0, 80)}: active`, "the name of the list tells nothing");
    }
    const hasLimit = textAt(list, "softLimit") ?? (member(list, "wipLimit", "enabled") === true ? "yes" : undefined);
    const limit = numberAt(list, "softLimit") ?? numberAt(list, "wipLimit", "value");
    context.states.set(id, {
      id,
      name,
      category: category ?? "active",
      ...(hasLimit !== undefined && limit !== undefined ? { wipLimit: limit } : {}),
    });
  }
  for (const [index, lane] of listAt(board, "swimlanes").entries()) {
    const id = idOf(lane);
    if (!isObject(lane) || id === undefined) continue;
    places.set(lane, "swimlane");
    const rank = numberAt(lane, "sort");
    const row = defined<Container>({
      id,
      name: either(lane, "title", "name") ?? id,
      kind: "section",
      parentId: boardId,
      rank,
      archived: isClosed(lane) ? true : undefined,
      customFields: keptFields(context, lane, "swimlane"),
    });
    if (!addRow(draft, "containers", row, ["swimlanes", index])) draft.lost.set(lane, "its id was read before");
  }
  return closed;
}

/** Keeps on the board what of it has no place, once every record in it is known. */
export function keepBoard(context: TrelloContext, board: Json): void {
  const containers = table(context.draft, "containers");
  const id = idOf(board) ?? "board";
  const row = containers.get(id);
  const customFields = keptFields(context, board, "board");
  if (row !== undefined && customFields !== undefined) containers.set(id, { ...row, customFields });
}
