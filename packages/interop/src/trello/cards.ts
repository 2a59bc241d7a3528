import type { Assignment, Container, Membership, WorkItem } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { addEvent, addRow, defined, keepDangling, sourceOf, table, warn } from "../draft.js";
import { isObject, listAt, member, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { spanOfMoves } from "../trackers/flow.js";
import { either, eitherValue } from "../trackers/values.js";
import type { Action } from "./actions.js";
import { boardFlow, checkFlow, idOf, instantOfId, personOf, rankOf, type TrelloContext } from "./context.js";
import { boardTime } from "./times.js";

type Path = readonly (string | number)[];

/** A card with its id and place. */
export interface Card {
  readonly id: string;
  readonly value: Json;
  readonly path: Path;
}

/** Reads records of a list once each, by id; what has no id, or one read before, is said and left out. */
export function readRecords(context: TrelloContext, list: readonly Json[], base: Path, place: string): Card[] {
  const { draft, places } = context;
  const seen = new Map<string, Json>();
  const found: Card[] = [];
  for (const [index, value] of list.entries()) {
    const path = [...base, index];
    const id = idOf(value);
    draft.counts.read++;
    const before = id === undefined ? undefined : seen.get(id);
    if (!isObject(value) || id === undefined) {
      warn(draft, "trello-not-a-card", path, [], { position: index, place });
      if (typeof value === "object" && value !== null) draft.lost.set(value, "no id");
      draft.counts.rejected++;
    } else if (before !== undefined) {
      const isSame = canonicalJson(before) === canonicalJson(value);
      if (!isSame) warn(draft, "any-duplicate-id", path, [id], { id, table: "items" });
      draft.lost.set(value, "a record with this id was read before");
      draft.counts[isSame ? "merged" : "rejected"]++;
    } else {
      seen.set(id, value);
      places.set(value, place);
      draft.counts.imported++;
      found.push({ id, value, path });
    }
  }
  return found;
}

function labelsOf(context: TrelloContext, card: Json): string[] | undefined {
  const names = listAt(card, "labels").map((label) => either(label, "name", "color") ?? idOf(label));
  const ids = [...listAt(card, "idLabels"), ...listAt(card, "labelIds")].map((id) =>
    typeof id === "string" ? (context.labels.get(id) ?? id) : undefined,
  );
  const labels = (names.length > 0 ? names : ids).filter((name) => name !== undefined);
  const states = eitherValue(card, "labels", "idLabels", "labelIds") !== undefined;
  return states ? [...new Set(labels)] : undefined;
}

const texts = (values: readonly Json[]): string[] =>
  values.filter((value): value is string => typeof value === "string" && value !== "");

function assign(
  context: TrelloContext,
  itemId: string,
  person: string | undefined,
  role: Assignment["role"],
  path: Path,
): void {
  const personId = personOf(context, person);
  if (personId !== undefined)
    addRow(context.draft, "assignments", { id: `${itemId}:${personId}`, itemId, personId, role }, path);
}

function addPeople(context: TrelloContext, item: string, card: Json, path: Path): void {
  const assignees = texts(listAt(card, "assignees"));
  const members = texts([...listAt(card, "idMembers"), ...listAt(card, "members")]);
  const role = assignees.length > 0 ? "informed" : "responsible";
  const all = [...assignees.map((id) => [id, "responsible"] as const), ...members.map((id) => [id, role] as const)];
  const seen = new Set<string>();
  for (const [person, as] of all) {
    if (seen.has(person)) continue;
    seen.add(person);
    assign(context, item, person, as, path);
  }
}

function membershipsOf(context: TrelloContext, card: Json, stateId: string | undefined): Membership[] | undefined {
  const containers = table(context.draft, "containers");
  const [list, lane] = [either(card, "idList", "listId"), either(card, "swimlaneId")];
  const rank = rankOf(card);
  const own =
    list !== undefined && containers.has(list) ? [defined<Membership>({ containerId: list, stateId, rank })] : [];
  const lanes = lane !== undefined && containers.has(lane) ? [{ containerId: lane }] : [];
  return own.length + lanes.length > 0 ? [...own, ...lanes] : undefined;
}

/** Reads a card into an item, its state and dates of work still open. */
export function readCard(context: TrelloContext, card: Card, stateId: string | undefined): WorkItem {
  const { draft, tool } = context;
  const { id, value, path } = card;
  const time = (...names: string[]) =>
    boardTime(
      draft,
      eitherValue(value, ...names),
      [...path, names.find((name) => member(value, name) !== undefined) ?? ""],
      [id],
    );
  const start = time("start", "startAt");
  const made = instantOfId(id);
  const body = either(value, "desc", "description");
  const key = either(value, "shortLink", "idShort", "cardNumber");
  const list = either(value, "idList", "listId");
  if (list !== undefined && !context.states.has(list)) {
    warn(draft, "any-dangling-reference", [...path, "idList"], [id, list], {
      item: id,
      reference: list,
      field: "idList",
    });
  }
  return defined<WorkItem>({
    id,
    title: either(value, "name", "title") ?? "",
    kind: "task",
    body: body === undefined ? undefined : { text: body, markup: "markdown" },
    parentId: either(value, "parentId"),
    workflowId: stateId === undefined ? undefined : boardFlow,
    stateId,
    memberships: membershipsOf(context, value, stateId),
    rank: rankOf(value),
    labels: labelsOf(context, value),
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: time("due", "dueAt"),
    createdAt: time("createdAt") ?? made,
    updatedAt: time("dateLastActivity", "modifiedAt"),
    finishedAt: time("endAt"),
    sources: [sourceOf(draft, tool, id, key, either(value, "url", "shortUrl"))],
    customFields: keptFields(context, value, "card"),
  });
}

/** Adds a card's item with those who work on it. */
export function addCard(context: TrelloContext, item: WorkItem, card: Card): void {
  addRow(context.draft, "items", item, card.path);
  addPeople(context, item.id, card.value, card.path);
}

/** Resolves parents, and cards that are attached to cards, once all are there. */
export function linkCards(context: TrelloContext, cards: readonly Card[]): void {
  const items = table(context.draft, "items");
  const byLink = new Map(cards.map((card) => [textAt(card.value, "shortLink") ?? card.id, card.id]));
  for (const { id, value, path } of cards) {
    const item = items.get(id);
    const parent = item?.parentId;
    if (item !== undefined && parent !== undefined && (parent === id || !items.has(parent))) {
      const { parentId: _left, ...rest } = item;
      items.set(id, rest);
      keepDangling(context.draft, id, parent, "parent", [...path, "parentId"]);
    }
    for (const attachment of listAt(value, "attachments")) {
      const link = /^https?:\/\/trello\.com\/c\/([^/?#]+)/.exec(textAt(attachment, "url") ?? "")?.[1];
      const other = link === undefined ? undefined : byLink.get(link);
      const relation = `${id}>${other}:attachment`;
      if (other === undefined || other === id || table(context.draft, "relations").has(relation)) continue;
      addRow(context.draft, "relations", {
        id: relation,
        kind: "relates",
        fromId: id,
        toId: other,
        sourceKind: "attachment",
      });
    }
  }
}

/** A check item with the card and checklist it stands in. */
export interface Check {
  readonly record: Card;
  readonly card: string | undefined;
  readonly checklist: string | undefined;
}

/** Reads the checklists: each a section of its card, its check items with their checklist. */
export function readChecklists(context: TrelloContext, board: Json, cards: readonly Card[]): Check[] {
  const { draft, places } = context;
  const checks: Check[] = [];
  const known = new Set<string>();
  const cardOf = new Map<string, string>();
  const own = listAt(board, "checklists").map(
    (value, index) => [value, ["checklists", index] as Path, undefined] as const,
  );
  const onCards = cards.flatMap((card) =>
    listAt(card.value, "checklists").map(
      (value, index) => [value, [...card.path, "checklists", index] as Path, card.id] as const,
    ),
  );
  for (const [value, path, holder] of [...own, ...onCards]) {
    const id = idOf(value);
    if (!isObject(value) || id === undefined) continue;
    places.set(value, "checklist");
    if (known.has(id)) {
      draft.lost.set(value, "a checklist with this id was read before");
      continue;
    }
    known.add(id);
    const card = either(value, "idCard", "cardId") ?? holder;
    if (card !== undefined) cardOf.set(id, card);
    const row: Container = { id, name: either(value, "name", "title") ?? id, kind: "section" };
    addRow(draft, "containers", row, path);
    for (const record of readRecords(context, listAt(value, "checkItems"), [...path, "checkItems"], "checkItem"))
      checks.push({ record, card, checklist: id });
  }
  for (const record of readRecords(context, listAt(board, "checklistItems"), ["checklistItems"], "checkItem")) {
    const checklist = either(record.value, "checklistId");
    const card = either(record.value, "cardId") ?? (checklist === undefined ? undefined : cardOf.get(checklist));
    checks.push({ record, card, checklist });
  }
  return checks;
}

const checkStates = [
  { id: "incomplete", name: "Incomplete", category: "proposed" },
  { id: "complete", name: "Complete", category: "done" },
] as const;
const checkState = (on: boolean): string => (on ? "complete" : "incomplete");

/** Adds check items as items under their card, with the recorded marks. */
export function addChecks(
  context: TrelloContext,
  checks: readonly Check[],
  actions: ReadonlyMap<string, readonly Action[]>,
): void {
  const { draft, tool } = context;
  if (checks.length > 0)
    table(draft, "workflows").set(checkFlow, { id: checkFlow, name: "Checklist", states: checkStates });
  for (const { record, card, checklist } of checks) {
    const { id, value, path } = record;
    const isDone = textAt(value, "state") === "complete" || member(value, "isFinished") === true;
    const marks = (card === undefined ? [] : (actions.get(card) ?? [])).flatMap((action) =>
      action.what.flatMap((doing) =>
        doing.does === "check" && doing.item === id ? [{ ...action, to: checkState(doing.on) }] : [],
      ),
    );
    const parent = card !== undefined && table(draft, "items").has(card) ? card : undefined;
    const { finishedAt } = spanOfMoves({ stateId: undefined, at: undefined }, marks, (state) =>
      state === "complete" ? "done" : "proposed",
    );
    const createdAt = boardTime(draft, member(value, "createdAt"), [...path, "createdAt"], [id]) ?? instantOfId(id);
    const stateId = checkState(isDone);
    const rank = rankOf(value);
    const item = defined<WorkItem>({
      id,
      title: either(value, "name", "title") ?? "",
      kind: "checklistItem",
      parentId: parent,
      workflowId: checkFlow,
      stateId,
      memberships:
        checklist !== undefined && table(draft, "containers").has(checklist)
          ? [defined<Membership>({ containerId: checklist, stateId, rank })]
          : undefined,
      rank,
      dueDate: boardTime(draft, eitherValue(value, "due", "dueAt"), [...path, "due"], [id]),
      createdAt,
      finishedAt: isDone ? finishedAt : undefined,
      sources: [sourceOf(draft, tool, id)],
      customFields: keptFields(context, value, "checkItem"),
    });
    if (!addRow(draft, "items", item, path)) {
      draft.lost.set(value as object, "a record with this id was read before");
      draft.counts.imported--;
      draft.counts.rejected++;
      continue;
    }
    if (card !== undefined && parent === undefined) keepDangling(draft, id, card, "card", path);
    assign(context, id, either(value, "idMember"), "responsible", path);
    const subject = { table: "items", id } as const;
    if (createdAt !== undefined)
      addEvent<"created">(draft, {
        id: `${id}:+created`,
        at: createdAt,
        subject,
        source: "inferred",
        type: "created",
        stateId: "incomplete",
      });
    for (const { id, at, actor, to } of marks)
      addEvent<"stateChanged">(draft, { id, at, actor, subject, source: "exact", type: "stateChanged", to });
    draft.quality[marks.length > 0 ? "exact" : createdAt === undefined ? "unavailable" : "fromTimestamps"]++;
  }
}
