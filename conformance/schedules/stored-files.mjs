import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readWork } from "@evenkeel/interop";
import { orThrow } from "@evenkeel/kernel";
import { readCaptured } from "./captured.mjs";

/** Sets of files with stored dates, by folder. */
const sets = [
  { folder: "mspdi", vendor: "MS Project", ends: ".xml", read: readStored },
  { folder: "mspdi-converted", vendor: "MS Project, converted", ends: ".mspdi.xml", read: readConverted },
  { folder: "xer", vendor: "Primavera", ends: ".xer", read: readScheduled },
  { folder: "pmxml", vendor: "Primavera", ends: "xml", read: readScheduled },
  { folder: "p6-captured", vendor: "Primavera, captured", ends: "-input.json", read: readCaptured },
];

/** All files of the sets under a folder. */
export function storedFiles(root) {
  return sets.flatMap(({ folder, ...set }) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path).filter((name) => name.endsWith(set.ends));
    return names.sort().map((name) => ({ ...set, folder, name, path: join(path, name) }));
  });
}

const storedOf = (plan) =>
  new Map(
    (plan.schedules ?? [])
      .filter(({ kind }) => kind === "imported")
      .flatMap(({ items }) => items.map((row) => [row.itemId, row])),
  );

/** A plan as the public reader gives it, and the stored dates beside it. */
async function readStored(path) {
  const { plan } = orThrow(await readWork(readFileSync(path), { name: basename(path) }));
  return { plan, stored: storedOf(plan), finishes: finishesOf(plan) };
}

/**
 * A Primavera plan: activities without early dates were never scheduled, and start and finish are not compared, as
 * levelling moves them away from the early dates; the longest path follows them.
 */
async function readScheduled(path) {
  const { plan, stored } = await readStored(path);
  const items = new Map((plan.items ?? []).map((item) => [item.id, item]));
  const scheduled = [...stored].filter(([, row]) => row.earlyStart !== undefined);
  const isMoved = ([id, row]) => !isStarted(items.get(id)) && row.start !== undefined && row.start !== row.earlyStart;
  const levelled = new Set(scheduled.filter(isMoved).map(([id]) => items.get(id).projectId));
  const rows = scheduled.map(([id, { start: _start, finish: _finish, isOnLongestPath, ...row }]) => {
    const isKept = isOnLongestPath !== undefined && !levelled.has(items.get(id).projectId);
    return [id, isKept ? { ...row, isOnLongestPath } : row];
  });
  return { plan, stored: new Map(rows), finishes: new Map() };
}

/** The stored finish of each project. */
function finishesOf(plan) {
  const known = (plan.projects ?? []).map(({ id, customFields }) => [id, customFields?.FinishDate]);
  return new Map(known.filter(([, finish]) => typeof finish === "string"));
}

/** A plan converted from the binary format: what the tool stored stands beside it, the floats in the XML are not its. */
async function readConverted(path) {
  const { plan } = await readStored(path);
  const expected = JSON.parse(readFileSync(path.replace(/\.mspdi\.xml$/, ".expected.json"), "utf8"));
  const started = new Set((plan.items ?? []).filter(isStarted).map(({ id }) => id));
  const rows = expected.tasks.map((task) => [String(task.uid), convertedRow(task, started.has(String(task.uid)))]);
  const finishes = (plan.projects ?? []).map(({ id }) => [id, expected.projectFinish]);
  return { plan, stored: new Map(rows), finishes: new Map(finishes.filter(([, finish]) => finish)) };
}

const isStarted = ({ schedule }) => schedule?.actualStart !== undefined;

function convertedRow(task, isBegun) {
  const { startSlackMin: startFloat, finishSlackMin: finishFloat } = task;
  const known = startFloat !== null && finishFloat !== null;
  const row = {
    earlyStart: task.es,
    earlyFinish: task.ef,
    lateStart: task.ls,
    lateFinish: task.lf,
    start: task.start,
    finish: task.finish,
    totalFloatMinutes: known ? (isBegun ? finishFloat : Math.min(startFloat, finishFloat)) : null,
    freeFloatMinutes: task.freeSlackMin,
    startFloatMinutes: startFloat,
    finishFloatMinutes: finishFloat,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
