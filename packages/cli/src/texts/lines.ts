import { inertText } from "@evenkeel/kernel";

/** A heading with its line. */
export const heading = (title: string): string => `\n${title}\n${"-".repeat(title.length)}\n`;

/**
 * Rows as columns, padded to the widest cell; cells come out inert and at most `widest` characters long.
 *
 * @param rows - first row is the heading
 * @param widest - most characters of a cell
 * @returns lines with a line break each
 *
 * Issues: none.
 * Time O(cells), space the same.
 * Source: own.
 *
 * @example
 * columns([["a", "b"], ["cc", "d"]]); // => "a   b\ncc  d\n"
 */
export function columns(rows: readonly (readonly string[])[], widest = 48): string {
  const cells = rows.map((row) => row.map((cell) => clipped(inertText(cell), widest)));
  const widths = (cells[0] ?? []).map((_cell, at) =>
    cells.reduce((most, row) => Math.max(most, [...(row[at] ?? "")].length), 0),
  );
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length)))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** A text of at most so many characters, its cut shown. */
export const clipped = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most - 1).join("")}…`;

/** A local time as people read it in a list: the day, and the time when asked. */
export const dayOf = (text: string | undefined): string => text?.slice(0, 10) ?? "";

/** Working minutes as days of eight hours. */
export const days = (minutes: number | undefined): string =>
  minutes === undefined ? "" : `${Math.round((minutes / 480) * 10) / 10} d`;

/** A share as a percentage. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A number with its noun: 1 item, 2 items. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A number to one decimal, or to two below 1, for people. */
export const rounded = (value: number): string => {
  const scale = Math.abs(value) < 1 ? 100 : 10;
  return String(Math.round(value * scale) / scale);
};
