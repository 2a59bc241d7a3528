import type { DateConstraint, Estimate, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { durationMinutes } from "../duration-text.js";
import { parseForeignTime } from "../foreign-time.js";
import { notePerson } from "../people.js";
import { addStamps } from "../stamps.js";
import type { TaskText, Token, TokenName } from "./tokens.js";

/** A task line with its place. */
export interface TaskPlace {
  readonly marker: string;
  readonly line: number;
  readonly rank: number;
  readonly parentId: string | undefined;
  readonly sectionId: string | undefined;
}

const markers = new Map([
  [" ", "todo"],
  ["x", "done"],
  ["X", "done"],
  ["-", "dropped"],
  ["/", "doing"],
]);

function valuesOf(text: TaskText, name: TokenName): string[] {
  return text.tokens.filter((token) => token.name === name).map((token) => token.value);
}

/** An id made of the title's words, told apart by a number where it is taken. */
function slug(draft: Draft, title: string): string {
  const base =
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "item";
  const items = table(draft, "items");
  let id = base;
  for (let count = 2; items.has(id); count++) id = `${base}-${count}`;
  return id;
}

function dateOf(draft: Draft, text: TaskText, name: TokenName, place: TaskPlace, unused: Token[]): string | undefined {
  const token = text.tokens.find((each) => each.name === name);
  if (token === undefined) return undefined;
  const time = parseForeignTime(token.value);
  if (time.ok) return time.text;
  unused.push(token);
  warn(draft, "any-impossible-date", [place.line], [], {
    field: name,
    found: token.value.slice(0, 60),
    expected: "2026-05-01",
  });
  return undefined;
}

function estimatesOf(text: TaskText): Estimate[] | undefined {
  const list = valuesOf(text, "estimate").map((value): Estimate => {
    const minutes = durationMinutes(value);
    if (minutes !== undefined) return { of: "effort", basis: "original", value: { kind: "single", amount: minutes } };
    const of = value.endsWith("p") ? "points" : "size";
    return { of, basis: "original", value: { kind: "single", amount: Number.parseFloat(value) } };
  });
  return list.length > 0 ? list : undefined;
}

function keptOf(text: TaskText, place: TaskPlace, unused: readonly Token[]): WorkItem["customFields"] {
  const kept = new Map<string, Json>();
  for (const name of ["scheduled", "priority", "recurrence", "onCompletion", "block"] as const) {
    const [value] = valuesOf(text, name);
    if (value !== undefined) kept.set(name, value);
  }
  const [time] = valuesOf(text, "time");
  if (time !== undefined && valuesOf(text, "due").length === 0) kept.set("time", time);
  for (const token of unused) kept.set(token.name, token.written);
  if (!markers.has(place.marker)) kept.set("marker", place.marker);
  return kept.size === 0 ? undefined : Object.fromEntries(kept);
}

function addPeople(draft: Draft, id: string, text: TaskText): string | undefined {
  const names = [...new Set(valuesOf(text, "person"))];
  for (const [index, name] of names.entries()) {
    const personId = notePerson(draft, "markdown", { id: name, name });
    addRow(draft, "assignments", {
      id: `${id}:${name}`,
      itemId: id,
      personId,
      role: index === 0 ? "accountable" : "responsible",
    });
  }
  return names[0];
}

/** A due day with the time of day beside it. */
function dueOf(due: string | undefined, time: string | undefined): string | undefined {
  if (due === undefined || time === undefined || due.length > 10) return due;
  const at = parseForeignTime(`${due} ${time}`);
  return at.ok ? at.text : due;
}

/** Reads one task line into an item and gives its id; undefined when its id was used before. */
export function readTaskLine(draft: Draft, text: TaskText, place: TaskPlace): string | undefined {
  const id = valuesOf(text, "id")[0] ?? slug(draft, text.title);
  const unused: Token[] = [];
  const date = (name: TokenName) => dateOf(draft, text, name, place, unused);
  const [created, done, dropped, start, promised] = [
    date("created"),
    date("done"),
    date("dropped"),
    date("start"),
    date("promised"),
  ];
  const outcomes = valuesOf(text, "for");
  const labels = valuesOf(text, "label");
  const constraints: DateConstraint[] = start === undefined ? [] : [{ kind: "startNoEarlierThan", at: start }];
  const item = defined<WorkItem>({
    id,
    title: text.title === "" ? id : text.title,
    kind: "task",
    parentId: place.parentId,
    memberships: place.sectionId === undefined ? undefined : [{ containerId: place.sectionId }],
    workflowId: "progress",
    stateId: markers.get(place.marker),
    rank: place.rank,
    outcomeIds: outcomes.length > 0 ? outcomes : undefined,
    labels: labels.length > 0 ? labels : undefined,
    estimates: estimatesOf(text),
    constraints: constraints.length > 0 ? constraints : undefined,
    dueDate: dueOf(date("due"), valuesOf(text, "time")[0]),
    createdAt: created,
    finishedAt: done,
    sources: [sourceOf(draft, "markdown", id)],
    customFields: keptOf(text, place, unused),
  });
  if (!addRow(draft, "items", item, [place.line])) return undefined;
  for (const title of outcomes) table(draft, "outcomes").set(title, { id: title, title });
  const byId = addPeople(draft, id, text);
  if (promised !== undefined) {
    addRow(
      draft,
      "commitments",
      defined({
        id: `${id}:promise`,
        byId,
        subject: { table: "items", id } as const,
        due: promised,
        state: markers.get(place.marker) === "done" ? ("met" as const) : ("open" as const),
      }),
    );
  }
  addStamps(
    draft,
    id,
    { created, finished: done, dropped },
    { first: "todo", active: "doing", done: "done", dropped: "dropped" },
  );
  return id;
}
