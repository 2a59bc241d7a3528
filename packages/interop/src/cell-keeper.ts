import type { Json } from "@evenkeel/kernel";
import { beyondHeader, groupColumns, putCell } from "./csv-columns.js";
import { patternOf } from "./row-shapes.js";

/** Texts of a column that are told apart; where there are more, hardly any repeats. */
const mostTexts = 256;
/** Rows of cells that are told apart. */
const mostRows = 1024;
/** Sets of filled columns that are told apart. */
const mostShapes = 256;

/** Cells by header. */
type Cells = { [name: string]: Json };

/** A text of a column that is held once, and which of them it is. */
interface HeldText {
  readonly text: string;
  readonly number: number;
}

/** Holds the texts of columns once; undefined where a column has too many. */
function textHolder(width: number): (index: number, cell: string) => HeldText | undefined {
  const held: (Map<string, HeldText> | undefined)[] = Array.from({ length: width }, () => new Map());
  return (index, cell) => {
    const texts = held[index];
    const before = texts?.get(cell);
    if (before !== undefined || texts === undefined) return before;
    if (texts.size === mostTexts) {
      held[index] = undefined;
      return undefined;
    }
    const text = { text: cell, number: texts.size };
    texts.set(cell, text);
    return text;
  };
}

/** Rows that fill the same columns, each under a name of its own. */
interface Shape {
  readonly columns: readonly number[];
  readonly names: readonly string[];
  readonly pattern: Cells;
  /** Rows of held texts, by the numbers of their texts. */
  readonly rows: Map<number, Cells>;
}

function fits({ columns }: Shape, filled: readonly number[], count: number): boolean {
  for (let at = 0; at < columns.length; at++) if (columns[at] !== filled[at]) return false;
  return columns.length === count;
}

function cellsOf({ names, pattern }: Shape, texts: readonly string[]): Cells {
  const cells = { ...pattern };
  for (let at = 0; at < names.length; at++) cells[names[at] as string] = texts[at] as string;
  return cells;
}

function holds(cells: Cells, names: readonly string[], texts: readonly string[]): boolean {
  for (let at = 0; at < names.length; at++) if (cells[names[at] as string] !== texts[at]) return false;
  return true;
}

/** The cells of a row of held texts: those of an equal row before, where there was one. */
function heldCells(shape: Shape, texts: readonly string[], numbers: number): Cells {
  const { names, rows } = shape;
  const before = rows.get(numbers);
  if (before !== undefined && holds(before, names, texts)) return before;
  const cells = cellsOf(shape, texts);
  if (rows.size < mostRows) rows.set(numbers, cells);
  return cells;
}

const shapeOf = (header: readonly string[], columns: readonly number[]): Shape => {
  const names = columns.map((index) => header[index] as string);
  return { columns, names, pattern: patternOf(names), rows: new Map() };
};

/**
 * `keptCells` for the rows of a table one after the other. A text that repeats in its column is held once, a row that fills the
 * columns a row before filled is made in its shape, and one that says the same as a row before is that row: tables have many
 * rows, few texts and fewer shapes.
 */
export function cellKeeper(
  header: readonly string[],
  kept: readonly boolean[],
  keepBeyond: boolean,
): (row: readonly string[]) => { readonly [name: string]: Json } | undefined {
  const groups = groupColumns(header);
  const isLone = header.map((name) => name !== "__proto__" && groups.get(name)?.length === 1);
  const hold = textHolder(header.length);
  const shapes = new Map<number, Shape>();
  // Columns and texts of one row after the other: what was filled before stays behind the count.
  const filled: number[] = [];
  const texts: string[] = [];
  return (row) => {
    let count = 0;
    let isSimple = true;
    let isHeld = true;
    let columns = 0;
    let numbers = 0;
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] as string;
      if (cell === "" || !(index < header.length ? kept[index] : keepBeyond) || cell.trim() === "") continue;
      const held = hold(index, cell);
      isSimple &&= isLone[index] === true;
      isHeld &&= held !== undefined;
      columns = (Math.imul(columns, 31) + index) | 0;
      numbers = (Math.imul(numbers, 31) + (held?.number ?? 0)) | 0;
      filled[count] = index;
      texts[count] = held?.text ?? cell;
      count++;
    }
    if (count === 0) return undefined;
    const shape = isSimple ? shapes.get(columns) : undefined;
    if (shape !== undefined && fits(shape, filled, count))
      return isHeld ? heldCells(shape, texts, numbers) : cellsOf(shape, texts);
    const cells: Cells = {};
    for (let at = 0; at < count; at++) {
      const name = header[filled[at] as number] ?? beyondHeader;
      const text = texts[at] as string;
      if (isSimple) cells[name] = text;
      else putCell(cells, name, text);
    }
    if (isSimple && shapes.size < mostShapes) shapes.set(columns, shapeOf(header, filled.slice(0, count)));
    return cells;
  };
}
