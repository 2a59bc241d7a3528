import type { Container } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table, warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addRecord } from "../trackers/records.js";
import { either, eitherValue } from "../trackers/values.js";
import {
  type Board,
  idOf,
  innerJson,
  labelsOf,
  type MondayContext,
  mondayFlow,
  type Pulse,
  typeOf,
} from "./context.js";

type Path = readonly (string | number)[];

const isBoard = (value: Json): value is JsonObject =>
  isObject(value) &&
  idOf(value) !== undefined &&
  !Array.isArray(member(value, "column_values")) &&
  (Array.isArray(member(value, "columns")) ||
    Array.isArray(member(value, "groups")) ||
    Array.isArray(member(value, "activity_logs")) ||
    isObject(member(value, "items_page")));

const isPulse = (value: Json): value is JsonObject =>
  isObject(value) &&
  idOf(value) !== undefined &&
  textAt(value, "name") !== undefined &&
  (Array.isArray(member(value, "column_values")) ||
    (isObject(member(value, "group")) && eitherValue(value, "created_at", "board", "state") !== undefined));

const isLog = (value: Json): value is JsonObject =>
  isObject(value) && textAt(value, "event") !== undefined && eitherValue(value, "data", "created_at") !== undefined;

/** A board that only items name. */
export function boardOf(context: MondayContext, id: string): Board {
  const before = context.boards.get(id);
  if (before !== undefined) return before;
  const board: Board = { id, value: {}, path: [], columns: new Map(), logs: [], hasLogs: false };
  context.boards.set(id, board);
  return board;
}

function addColumns(context: MondayContext, board: Board, columns: readonly Json[], path: Path): void {
  for (const [index, column] of columns.entries()) {
    const id = idOf(column);
    if (id === undefined || !isObject(column)) continue;
    const at = [...path, index, "settings_str"];
    const settings = innerJson(context, eitherValue(column, "settings_str", "settings"), at, [board.id, id]);
    const type = typeOf(context, textAt(column, "type") ?? "");
    context.places.set(column, "column");
    board.columns.set(id, {
      id,
      title: textAt(column, "title") ?? id,
      type,
      labels: type === "status" ? labelsOf(settings) : undefined,
    });
  }
}

function addBoard(context: MondayContext, value: JsonObject, path: Path): Board {
  const { draft, places } = context;
  const board = boardOf(context, idOf(value) as string);
  const isFirst = Object.keys(board.value).length === 0;
  if (isFirst) {
    board.value = value;
    board.path = path;
  }
  places.set(value, isFirst ? "board" : "page");
  addColumns(context, board, listAt(value, "columns"), [...path, "columns"]);
  for (const group of listAt(value, "groups"))
    if (isObject(group) && idOf(group) !== undefined) places.set(group, "group");
  if (Array.isArray(member(value, "activity_logs"))) board.hasLogs = true;
  if (member(value, "items_page", "cursor") !== undefined)
    warn(draft, "monday-page-short", [...path, "items_page"], [board.id], {
      board: board.id,
      found: listAt(value, "items_page", "items").length,
    });
  return board;
}

interface Step {
  readonly value: Json;
  readonly path: Path;
  readonly board: string | undefined;
  readonly holder: string | undefined;
}

function addPulse(context: MondayContext, step: Step & { readonly value: JsonObject }): Pulse {
  const { value, path, holder } = step;
  const boardId = idOf(member(value, "board")) ?? step.board ?? "";
  boardOf(context, boardId);
  const pulse: Pulse = { id: idOf(value) as string, value, path, boardId, holder };
  return addRecord(context, context.pulses, pulse, "item", "monday-repeated-item");
}

/** Finds boards, items, items within items and logged activity wherever they stand. */
export function collect(context: MondayContext, root: Json): void {
  const stack: Step[] = [{ value: root, path: [], board: undefined, holder: undefined }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path } = step;
    if (typeof value !== "object" || value === null) continue;
    let { board, holder } = step;
    let keys: readonly string[] = Object.keys(value);
    if (isLog(value)) {
      const data = innerJson(context, member(value, "data"), [...path, "data"], []);
      const of = boardOf(context, either(data, "board_id") ?? board ?? "");
      context.places.set(value, "log");
      of.hasLogs = true;
      of.logs.push({ value, path });
      continue;
    }
    if (isPulse(value)) {
      const pulse = addPulse(context, { ...step, value });
      [board, holder] = [undefined, pulse.id];
      keys = ["subitems"];
    } else if (isBoard(value)) {
      board = addBoard(context, value, path).id;
      keys = keys.filter((key) => key !== "columns");
    }
    const members: { readonly [key: string]: Json } = value as never;
    for (const key of [...keys].reverse()) {
      const each = Object.hasOwn(members, key) ? members[key] : undefined;
      if (typeof each === "object" && each !== null)
        stack.push({ value: each, path: [...path, Array.isArray(value) ? Number(key) : key], board, holder });
    }
  }
}

/** Reads boards and their groups as containers. */
export function readBoards(context: MondayContext): void {
  const { draft } = context;
  for (const { id, value, path } of context.boards.values()) {
    if (Object.keys(value).length === 0) continue;
    const row = defined<Container>({
      id,
      name: textAt(value, "name") ?? id,
      kind: "board",
      workflowId: mondayFlow.id,
      archived: textAt(value, "state") === "archived" ? true : undefined,
      sources: [sourceOf(draft, "monday", id, undefined, either(value, "url"))],
      customFields: keptFields(context, value, "board"),
    });
    addRow(draft, "containers", row, path);
    for (const [index, group] of listAt(value, "groups").entries()) {
      const groupId = idOf(group);
      if (groupId === undefined || !isObject(group)) continue;
      if (typeof member(group, "position") === "string") context.positions++;
      const isGone = member(group, "archived") === true || member(group, "deleted") === true;
      const isAdded = addRow(
        draft,
        "containers",
        defined<Container>({
          id: `${id}:${groupId}`,
          name: textAt(group, "title") ?? groupId,
          kind: "section",
          parentId: id,
          rank: numberAt(group, "position"),
          archived: isGone ? true : undefined,
          customFields: keptFields(context, group, "group"),
        }),
        [...path, "groups", index],
      );
      if (!isAdded) draft.lost.set(group, "a group with this id was read before");
    }
  }
}

/** The container of a group, also of one no board describes. */
export function groupOf(context: MondayContext, boardId: string, group: Json | undefined): string | undefined {
  const id = typeof group === "string" ? group : idOf(group);
  if (id === undefined) return undefined;
  const key = `${boardId}:${id}`;
  const rows = table(context.draft, "containers");
  if (!rows.has(key))
    rows.set(
      key,
      defined<Container>({
        id: key,
        name: textAt(group, "title") ?? id,
        kind: "section",
        parentId: rows.has(boardId) ? boardId : undefined,
      }),
    );
  return key;
}
