import type { Dependency, Relation, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, tallyJson, textAt } from "../json-text.js";
import { compileFates, fates } from "../tally.js";

const shapes = new Set(["rectangle", "diamond", "ellipse"]);
const frames = new Set(["frame", "magicframe"]);

const fateOf = compileFates(
  fates(
    "mapped",
    undefined,
    "type > report",
    "version > report",
    "elements/*/id > items.id",
    "elements/*/type > items",
    "elements/*/text > items.title",
    "elements/*/originalText > items.title",
    "elements/*/containerId > items.title",
    "elements/*/startBinding/elementId > dependencies.predecessorId",
    "elements/*/endBinding/elementId > dependencies.successorId",
    "elements/*/startArrowhead > dependencies",
    "elements/*/endArrowhead > dependencies",
    "elements/*/frameId > items.memberships",
    "elements/*/name > containers.name",
  ),
  { fate: "dropped", why: "looks of the drawing" },
);

interface Element {
  readonly id: string;
  readonly type: string;
  readonly source: JsonObject;
  readonly path: readonly (string | number)[];
}

/** Elements that are there; deleted and nameless ones are left out. */
function elementsOf(draft: Draft, value: Json): Element[] {
  return listAt(value, "elements").flatMap((source, index): Element[] => {
    const [id, type] = [textAt(source, "id"), textAt(source, "type")];
    const isThere = isObject(source) && id !== undefined && id !== "" && type !== undefined;
    if (!isThere || member(source, "isDeleted") === true) {
      if (typeof source === "object" && source !== null) draft.lost.set(source, isThere ? "deleted" : "no element");
      return [];
    }
    return [{ id, type, source, path: ["elements", index] }];
  });
}

function wordsOf(element: Element): string {
  return (textAt(element.source, "originalText") ?? textAt(element.source, "text") ?? "").trim();
}

/** Title and body of a note: its first line, and the whole where there are more. */
export function noteText(text: string): Pick<WorkItem, "title" | "body"> {
  const [title = ""] = text.split(/\r\n|\n|\r/);
  return title === text ? { title } : { title: title.trim(), body: { text, markup: "plain" } };
}

function addNote(draft: Draft, element: Element, text: string, rank: number): boolean {
  const frame = textAt(element.source, "frameId");
  const item = defined<WorkItem>({
    id: element.id,
    body: undefined,
    ...noteText(text),
    kind: "task",
    memberships: frame !== undefined && table(draft, "containers").has(frame) ? [{ containerId: frame }] : undefined,
    rank,
    sources: [sourceOf(draft, "excalidraw", element.id)],
  });
  return addRow(draft, "items", item, element.path);
}

/** Where an arrow's heads are; drawings without them are of times when every arrow had one at its end. */
function headsOf({ source }: Element): { readonly start: boolean; readonly end: boolean } {
  const has = (name: string, otherwise: boolean) =>
    Object.hasOwn(source, name) ? textAt(source, name) !== undefined : otherwise;
  return { start: has("startArrowhead", false), end: has("endArrowhead", true) };
}

/** An arrow between two notes: the one it starts from comes before; one with two heads or none only relates them. */
function addArrow(
  draft: Draft,
  arrow: Element,
  noteOf: (id: string | undefined) => string | undefined,
  label: string | undefined,
): boolean {
  const from = textAt(arrow.source, "startBinding", "elementId");
  const to = textAt(arrow.source, "endBinding", "elementId");
  const [predecessorId, successorId] = [noteOf(from), noteOf(to)];
  if (predecessorId === undefined || successorId === undefined || predecessorId === successorId) {
    warn(draft, "sticky-loose-arrow", arrow.path, [arrow.id], { arrow: arrow.id, from: from ?? "", to: to ?? "" });
    draft.lost.set(arrow.source, "does not tie two notes");
    return false;
  }
  const { start, end } = headsOf(arrow);
  const [fromId, toId] = start && !end ? [successorId, predecessorId] : [predecessorId, successorId];
  const shared = {
    id: arrow.id,
    sources: [sourceOf(draft, "excalidraw", arrow.id)],
    customFields: label === undefined ? undefined : { label },
  };
  if (start === end)
    return addRow(draft, "relations", defined<Relation>({ ...shared, kind: "relates", fromId, toId }), arrow.path);
  const row = defined<Dependency>({ ...shared, predecessorId: fromId, successorId: toId, type: "FS" });
  return addRow(draft, "dependencies", row, arrow.path);
}

/** Reads a drawing of Excalidraw: texts and shapes with a text are notes, arrows between them links, frames containers. */
export function readDrawing(draft: Draft, value: Json): void {
  const elements = elementsOf(draft, value);
  const byId = new Map(elements.map((each) => [each.id, each]));
  const texts = new Map<string, string>();
  for (const each of elements) {
    const holder = textAt(each.source, "containerId");
    if (each.type === "text" && holder !== undefined && byId.has(holder)) texts.set(holder, wordsOf(each));
  }
  const holderOf = (element: Element | undefined): string | undefined => {
    const holder = element === undefined ? undefined : textAt(element.source, "containerId");
    return element?.type === "text" && holder !== undefined && byId.has(holder) ? holder : element?.id;
  };
  for (const each of elements) {
    if (!frames.has(each.type)) continue;
    const name = textAt(each.source, "name") ?? each.id;
    addRow(
      draft,
      "containers",
      { id: each.id, name, kind: "section", rank: table(draft, "containers").size },
      each.path,
    );
  }
  const count = (isRead: boolean): void => {
    draft.counts.read++;
    draft.counts[isRead ? "imported" : "rejected"]++;
  };
  for (const each of elements) {
    const isFree = each.type === "text" && holderOf(each) === each.id;
    const text = isFree ? wordsOf(each) : shapes.has(each.type) ? (texts.get(each.id) ?? "") : undefined;
    if (text === undefined) continue;
    if (text !== "") count(addNote(draft, each, text, table(draft, "items").size));
    else draft.lost.set(each.source, "no text");
  }
  const items = table(draft, "items");
  const noteOf = (id: string | undefined): string | undefined => {
    const holder = id === undefined ? undefined : holderOf(byId.get(id));
    return holder !== undefined && items.has(holder) ? holder : undefined;
  };
  for (const each of elements) if (each.type === "arrow") count(addArrow(draft, each, noteOf, texts.get(each.id)));
  const known = new Set(["text", "arrow", ...frames, ...shapes]);
  for (const each of elements) if (!known.has(each.type)) draft.lost.set(each.source, "a drawing without text");
  tallyJson(draft.tally, value, "", fateOf, draft.lost);
}
