import type { Result } from "@evenkeel/kernel";
import { readMondayXlsx } from "./monday-xlsx.js";
import type { Import, Source } from "./types.js";
import { readXlsx, type XlsxOptions } from "./xlsx.js";

/** Reads a workbook whose layout nobody named: as an exported board where it is laid out as one, else as a table. */
export async function readWorkbook(source: Source, options: XlsxOptions = {}): Promise<Result<Import>> {
  if (options.mapping !== undefined || options.sheet !== undefined) return readXlsx(source, options);
  const board = await readMondayXlsx(source, options);
  const isTable = !board.ok && board.issues.some(({ code }) => code === "interop/monday-group-header-rows");
  return isTable ? readXlsx(source, options) : board;
}
