import { formatInstant, type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { beyondLimit, limitsOf } from "../limits.js";
import type { Limits, ReadOptions, Source } from "../types.js";
import { type ArchiveLimits, readDirectory } from "./directory.js";
import { packStored, type UnpackedFile, unpack } from "./unpack.js";

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** A sheet as texts, every row as wide as the sheet; an empty cell is an empty text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Files of an archive at most, and how far they may have shrunk; a sheet of equal cells shrinks to a hundredth. */
const [mostEntries, mostRatio] = [2_000, 400];
/** Cells of a sheet at most, empty ones among them. */
const mostCells = 20_000_000;

const isSheetPart = (name: string): boolean => name.endsWith(".xml") || name.endsWith(".xml.rels");

const second = 1000;
const dayLength = 86_400_000;
/** 1899-12-31; what lies before, on the day zero of the dates from 1900, is a time of day alone. */
const firstDay = -2_209_075_200_000;

/** A date of a sheet is a day, a local time or a time of day; it never has a zone. */
function timeText(at: number): string {
  const whole = Math.round(at / second) * second;
  const text = formatInstant(whole).replace("Z", "");
  if (whole < firstDay) return text.slice(11, 16);
  if (whole % dayLength === 0) return text.slice(0, 10);
  return text.replace(/(T\d\d:\d\d):00$/, "$1");
}

function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value instanceof Date ? timeText(value.getTime()) : "";
}

function column(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Places of cells are read before the cells are: one cell at the far corner of an empty sheet would fill it with empty ones. */
function placeFault({ name, bytes }: UnpackedFile, limits: Limits): Issue | undefined {
  if (!/worksheets\/[^/]+\.xml$/.test(name)) return undefined;
  let [rows, columns] = [0, 0];
  for (const [, letters = "", digits = ""] of new TextDecoder("utf-8")
    .decode(bytes)
    .matchAll(/\sr\s*=\s*["']([A-Za-z]{0,4})(\d{0,9})["']/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, column(letters));
  }
  if (rows > limits.rows) return beyondLimit("rows", rows, limits.rows, [name]);
  if (columns > limits.columns) return beyondLimit("columns", columns, limits.columns, [name]);
  if (rows * columns > mostCells)
    return issue("interop/xlsx-archive-bomb", { facts: { what: "cells", found: rows * columns, limit: mostCells } });
  return undefined;
}

/** The files that hold cells, judged and unpacked. */
async function partsOf(source: Uint8Array, limits: Limits): Promise<Result<readonly UnpackedFile[]>> {
  const bounds: ArchiveLimits = { entries: mostEntries, bytes: limits.bytes * 4, ratio: mostRatio };
  const directory = readDirectory(source, bounds, isSheetPart);
  if (!directory.ok) return directory;
  const files: UnpackedFile[] = [];
  for (const entry of directory.value) {
    const file = await unpack(source, entry);
    if ("code" in file) return refuse([file]);
    const fault = placeFault(file, limits);
    if (fault !== undefined) return refuse([fault]);
    files.push(file);
  }
  return ok(files);
}

function tooLong(sheets: readonly Sheet[], limits: Limits): Issue | undefined {
  for (const { name, rows } of sheets) {
    for (const [row, cells] of rows.entries()) {
      const longest = cells.find((cell) => cell.length > limits.textLength);
      if (longest !== undefined) return beyondLimit("textLength", longest.length, limits.textLength, [name, row]);
    }
  }
  return undefined;
}

/** The sheets of a workbook as texts; an archive that would unpack to more than the bounds is refused before it does. */
export async function readSheets(source: Source, options: ReadOptions): Promise<Result<readonly Sheet[]>> {
  const limits = limitsOf(options);
  if (typeof source === "string") {
    const facts = { found: source.trim().slice(0, 40), expected: "bytes of a workbook" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  if (source.length > limits.bytes) return refuse([beyondLimit("bytes", source.length, limits.bytes)]);
  const parts = await partsOf(source, limits);
  if (!parts.ok) return parts;
  const { default: read } = await import("read-excel-file/universal");
  try {
    const sheets = await read(packStored(parts.value).buffer as ArrayBuffer, { trim: false });
    const texts = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
    const fault = tooLong(texts, limits);
    return fault === undefined ? ok(texts) : refuse([fault]);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.slice(0, 120) : "";
    return refuse([issue("interop/xlsx-unreadable", { facts: { reason } })]);
  }
}
