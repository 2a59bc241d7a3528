import { parseForeignTime } from "../foreign-time.js";
import type { TargetField } from "./target-field.js";

/** What one column seems to stand for. */
export interface ColumnProposal {
  readonly header: string;
  /** Absent where nothing speaks for any. */
  readonly target?: TargetField;
  /** 0..1; from 0.8 on the header says so and the cells do not contradict, below it is the cells alone that suggest it. */
  readonly confidence: number;
  /** What speaks for it, in words. */
  readonly evidence: string;
}

const key = /^[A-Z][A-Z0-9]{0,9}-\d+$|^#?\d+$/;
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const states =
  /^(to ?do|open|new|backlog|in progress|doing|active|blocked|waiting|review|done|closed|resolved|cancelled|canceled)$/i;

interface Look {
  readonly share: (test: (cell: string) => boolean) => number;
  readonly distinct: number;
  readonly length: number;
}

function lookAt(cells: readonly string[]): Look {
  return {
    share: (test) => cells.filter(test).length / cells.length,
    distinct: new Set(cells).size / cells.length,
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length,
  };
}

const isTime = (cell: string): boolean => parseForeignTime(cell, "dmy").ok || parseForeignTime(cell, "mdy").ok;

/** What the cells of a column alone suggest; each guess stands well below what a header says. */
export function suggestByCells(header: string, cells: readonly string[]): ColumnProposal {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const guess = (target: TargetField, confidence: number, evidence: string): ColumnProposal => ({
    header,
    target,
    confidence,
    evidence,
  });
  if (filled.length === 0) return { header, confidence: 0, evidence: "no cells" };
  const { share, distinct, length } = lookAt(filled);
  if (share((cell) => key.test(cell)) === 1 && distinct === 1 && filled.length > 1)
    return guess("id", 0.5, "every cell is a key or a number, none twice");
  if (share((cell) => address.test(cell)) > 0.8) return guess("owner", 0.5, "most cells are addresses");
  if (share((cell) => states.test(cell)) > 0.6) return guess("status", 0.6, "most cells are names of states");
  if (share(isTime) === 1 && share((cell) => /\d/.test(cell)) === 1)
    return { header, confidence: 0.2, evidence: "every cell is a date; of what, only the header could say" };
  if (distinct > 0.8 && length > 8 && share((cell) => /\s/.test(cell)) > 0.5)
    return guess("title", 0.4, "most cells are several words, hardly any twice");
  return { header, confidence: 0, evidence: "neither header nor cells tell" };
}
