import type { Row, TableName, WorkPlan } from "@evenkeel/core";
import { applyCommand, type Command, type Edited, parseCommand } from "@evenkeel/edit";
import { canonicalJson, compareText, type Issue, issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { isObject, listAt, member, parseJson } from "./json-text.js";
import { limitsOf } from "./limits.js";
import type { IdMap } from "./map-ids.js";
import { mapCommand } from "./overlay/command-ids.js";
import { groundsOf, mapGround, standingOf, valueAt } from "./overlay/ground.js";
import type { Ground, Overlaid, OverlaidDocuments, Overlay, OverlayEntry } from "./overlay/types.js";
import { type NamedRow, nameRow, rowFinder } from "./source-key.js";

export type { Ground, Overlaid, OverlaidDocuments, Overlay, OverlayEntry } from "./overlay/types.js";
export type { NamedRow } from "./source-key.js";

/** An overlay without answers. */
export const emptyOverlay: Overlay = { format: "evenkeel-overlay", formatVersion: 1, entries: [] };

const wrong = (path: Issue["path"], found: string, expected: string): Issue =>
  issue("interop/overlay-wrong-format", { path, facts: { found: found.slice(0, 40), expected } });

const isText = (value: Json | undefined): boolean => typeof value === "string";
const isName = (value: Json): boolean => isText(member(value, "table")) && isText(member(value, "id"));

function entryFaults(value: Json, path: Issue["path"]): readonly Issue[] {
  const command = parseCommand(member(value, "command"));
  const faults = command.ok
    ? []
    : command.issues.map((found) => ({ ...found, path: [...path, "command", ...found.path] }));
  const lists = (["rows", "upon"] as const).flatMap((key) => {
    const list = member(value, key);
    const isRight =
      Array.isArray(list) && list.every((each) => isName(each) && (key === "rows" || isText(member(each, "field"))));
    return isRight ? [] : [wrong([...path, key], typeof list, "rows by table and id")];
  });
  return [...faults, ...lists];
}

/**
 * Reads an overlay: answers and manual facts kept beside an export.
 *
 * @param text - JSON as `writeOverlay` gives it
 * @returns the overlay, or every fault
 *
 * Issues: interop/any-invalid-json, interop/overlay-wrong-format, interop/overlay-repeated, and those of `parseCommand`.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * orThrow(openOverlay(writeOverlay(emptyOverlay))).entries; // => []
 */
export function openOverlay(text: string): Result<Overlay> {
  const parsed = parseJson(text, limitsOf({}), "plain");
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  if (member(value, "format") !== "evenkeel-overlay" || !Array.isArray(member(value, "entries")))
    return refuse([
      wrong(["format"], canonicalJson(member(value, "format") ?? ""), 'format "evenkeel-overlay" with entries'),
    ]);
  if (member(value, "formatVersion") !== 1)
    return refuse([wrong(["formatVersion"], canonicalJson(member(value, "formatVersion") ?? ""), "1")]);
  const seen = new Set<string>();
  const faults = listAt(value, "entries").flatMap((entry, index): readonly Issue[] => {
    const id = member(member(entry, "command"), "id");
    if (typeof id !== "string" || !seen.has(id)) {
      if (typeof id === "string") seen.add(id);
      return isObject(entry)
        ? entryFaults(entry, ["entries", index])
        : [wrong(["entries", index], typeof entry, "an entry")];
    }
    return [issue("interop/overlay-repeated", { path: ["entries", index], subject: [id], facts: { id } })];
  });
  const [first, ...rest] = faults;
  return first === undefined ? ok(value as unknown as Overlay) : refuse([first, ...rest]);
}

/**
 * Writes an overlay as JSON, an entry after the other as they were given; equal overlays give equal bytes.
 *
 * @param overlay - from `openOverlay` or `addToOverlay`
 * @returns indented JSON
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * writeOverlay(emptyOverlay).includes("evenkeel-overlay"); // => true
 */
export function writeOverlay(overlay: Overlay): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(overlay)), null, 2)}\n`;
}

/** Rows of the export that an answer speaks of; rows an earlier answer made are not among them. */
function namesOf(plan: WorkPlan, command: Command, upon: readonly Ground[]): NamedRow[] {
  const names = new Map<string, NamedRow>();
  const note: IdMap = (id, tables) => {
    for (const table of tables as readonly TableName[]) {
      const row = ((plan[table] ?? []) as readonly Row[]).find((each) => each.id === id);
      if (row !== undefined) names.set(`${table} ${id}`, nameRow(table, row));
    }
    return id;
  };
  mapCommand(command, note);
  for (const ground of upon) mapGround(ground, note);
  return [...names.values()];
}

/** The entry in the words of this import; or the name of a row that it no longer has. */
function translated(entry: OverlayEntry, find: (name: NamedRow) => string | undefined): OverlayEntry | NamedRow {
  const ids = new Map<string, string>();
  for (const name of entry.rows) {
    const id = find(name);
    if (id === undefined) return name;
    ids.set(`${name.table} ${name.id}`, id);
  }
  const map = (id: string, tables: readonly string[]): string =>
    tables.map((table) => ids.get(`${table} ${id}`)).find((each) => each !== undefined) ?? id;
  const upon = entry.upon.map((ground) => mapGround(ground, map));
  return { ...entry, command: mapCommand(entry.command, map), upon };
}

/** Text of a value in an issue. */
const shown = (value: Json | undefined): string =>
  value === undefined ? "" : (typeof value === "string" ? value : canonicalJson(value)).slice(0, 80);

function conflictOf(
  plan: WorkPlan,
  edited: Edited,
  { command, upon }: OverlayEntry,
  index: number,
): Issue[] | "settled" {
  const standings = upon.map((ground) => ({ ground, standing: standingOf(plan, edited.plan, ground) }));
  if (standings.length > 0 && standings.every(({ standing }) => standing === "as-answered")) return "settled";
  return standings
    .filter(({ standing }) => standing === "otherwise")
    .map(({ ground }) =>
      issue("interop/overlay-conflict", {
        severity: "warning",
        path: ["entries", index, "command"],
        subject: [command.id, ground.id],
        facts: {
          entry: command.id,
          table: ground.table,
          row: ground.id,
          field: ground.field,
          before: shown(ground.value),
          now: shown(valueAt(plan, ground)),
        },
      }),
    );
}

/** A table and the fields of it that an answer spoke of. */
function coveredBy({ patches }: Edited): [TableName, string][] {
  return patches.flatMap((patch): [TableName, string][] => {
    if (patch.op === "remove" || patch.op === "unset") return [];
    return patch.op === "set"
      ? [[patch.table, patch.field]]
      : Object.keys(patch.value as object).map((field) => [patch.table, field]);
  });
}

/** The plan that says of what answers spoke that it is covered, where it says so at all. */
function withCoverage(plan: WorkPlan, spoken: readonly (readonly [TableName, string])[]): WorkPlan {
  if (plan.coverage === undefined || spoken.length === 0) return plan;
  const own = plan.coverage.filter(({ tool }) => tool === "overlay");
  const fields = new Map(own.map((each) => [each.table as string, new Set(each.fields)]));
  for (const [table, field] of spoken) fields.set(table, (fields.get(table) ?? new Set()).add(field));
  const rows = [...fields].map(([table, names]) => ({
    tool: "overlay",
    table: table as TableName,
    fields: [...names].sort(compareText),
  }));
  return {
    ...plan,
    coverage: [
      ...plan.coverage.filter(({ tool }) => tool !== "overlay"),
      ...rows.sort((a, b) => compareText(a.table, b.table)),
    ],
  };
}

/**
 * Puts answers and manual facts onto an import, one after the other, each by the ids its source gave the rows.
 *
 * An answer whose row is gone, that the export now contradicts, or that an invariant forbids, is left out with an issue and stays
 * in the overlay; the rest applies. What the export now says as answered is settled and changes nothing. Answers of which the
 * history already tells are not applied again, so that the same overlay twice adds nothing. The order of rows does not matter.
 *
 * @param read - plan, history and records of an import
 * @param overlay - from `openOverlay`
 * @returns the documents with the answers, and an issue for each that was left out
 *
 * Issues: none that refuse; beside the documents interop/overlay-orphan, interop/overlay-conflict, interop/overlay-refused.
 * Time O(entries x rows of the tables they touch), space the same.
 * Source: own; command log replayed onto a new base, as in three-way merging.
 *
 * @example
 * import { readMarkdown } from "@evenkeel/interop/markdown";
 * const read = orThrow(readMarkdown("- [ ] Dig id:dig"));
 * const answer = { id: "a1", at: "2026-05-01T08:00:00Z", type: "change", table: "items", target: "dig", set: { reason: "Ships need depth" } } as const;
 * const overlay = orThrow(addToOverlay(read, emptyOverlay, [answer]));
 * applyOverlay(orThrow(readMarkdown("- [ ] Fill id:fill\n- [x] Dig id:dig")), overlay).plan.items.map(({ reason }) => reason); // => [undefined, "Ships need depth"]
 */
export function applyOverlay(read: OverlaidDocuments, overlay: Overlay): Overlaid {
  const find = rowFinder(read.plan);
  const told = new Set(read.history.events.map(({ id }) => id.replace(/\/\d+$/, "")));
  const events = [...read.history.events];
  const issues: Issue[] = [];
  const spoken: [TableName, string][] = [];
  let plan = read.plan;
  for (const [index, entry] of overlay.entries.entries()) {
    const { id } = entry.command;
    if (told.has(id)) continue;
    const path = ["entries", index, "command"];
    const here = translated(entry, find);
    if (!("command" in here)) {
      const facts = { entry: id, table: here.table, row: here.title ?? here.id };
      issues.push(issue("interop/overlay-orphan", { severity: "warning", path, subject: [id, here.id], facts }));
      continue;
    }
    const edited = applyCommand(plan, here.command);
    if (!edited.ok) {
      for (const { code, subject } of edited.issues)
        issues.push(
          issue("interop/overlay-refused", {
            severity: "warning",
            path,
            subject: [id, ...subject],
            facts: { entry: id, reason: code, rows: [...subject] },
          }),
        );
      continue;
    }
    const conflicts = conflictOf(plan, edited.value, here, index);
    if (conflicts === "settled") continue;
    issues.push(...conflicts);
    if (conflicts.length > 0) continue;
    plan = edited.value.plan;
    events.push(...edited.value.events);
    spoken.push(...coveredBy(edited.value));
    told.add(id);
  }
  const history = events.length === read.history.events.length ? read.history : { ...read.history, events };
  return { plan: withCoverage(plan, spoken), history, records: read.records, issues };
}

/**
 * Adds answers or manual facts to an overlay, each with the rows it speaks of and what they said when it was given; an answer with
 * the id of an earlier one takes its place.
 *
 * @param read - the import as it was read, without the overlay
 * @param overlay - what was answered before
 * @param commands - edits, in the order they are to be replayed
 * @returns the overlay with them, or every reason against one
 *
 * Issues: those of `applyCommand`, with the command's index first in the path.
 * Time O((entries + commands) x rows of the tables they touch), space the same.
 * Source: own.
 *
 * @example
 * const read = { plan: { formatVersion: 1 }, history: { formatVersion: 1, events: [] }, records: { formatVersion: 1 } } as const;
 * const goal = { id: "g1", at: "2026-05-01T08:00:00Z", type: "add", table: "outcomes", row: { id: "deep", title: "Ships of 4 m get in" } } as const;
 * orThrow(addToOverlay(read, emptyOverlay, [goal])).entries.length; // => 1
 */
export function addToOverlay(read: OverlaidDocuments, overlay: Overlay, commands: readonly Command[]): Result<Overlay> {
  const replaced = new Set(commands.map(({ id }) => id));
  const kept = { ...overlay, entries: overlay.entries.filter(({ command }) => !replaced.has(command.id)) };
  const entries = [...kept.entries];
  let { plan } = applyOverlay(read, kept);
  for (const [index, command] of commands.entries()) {
    const edited = applyCommand(plan, command);
    if (!edited.ok) {
      const [first, ...rest] = edited.issues;
      const at = (found: Issue): Issue => ({ ...found, path: [index, ...found.path] });
      return refuse([at(first), ...rest.map(at)]);
    }
    const upon = groundsOf(plan, command, edited.value.patches);
    entries.push({ command, rows: namesOf(read.plan, command, upon), upon });
    plan = edited.value.plan;
  }
  return ok({ ...kept, entries });
}
