/** A text that a spreadsheet would run as a formula, made inert with a leading apostrophe. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell for a spreadsheet: formulas are made inert, quotes doubled. */
export function csvCell(text: string): string {
  const guarded = guardFormula(text);
  return /[",\r\n;\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
