/** How the parts of the cells of one column are joined. */
export type Joint = "comma" | "comma and blank";

/** A comma without a blank anywhere in the column is how the tool joins; then one with a blank belongs to a part. */
export function jointOf(cells: readonly string[]): Joint {
  return cells.some((cell) => /,\S/.test(cell)) ? "comma" : "comma and blank";
}

/** The parts of a cell. */
export function partsOf(cell: string, joint: Joint): string[] {
  return cell.split(joint === "comma" ? /,(?!\s)/ : ",").flatMap((part) => part.trim() || []);
}

/** Parts after which a cell is no list of names. */
const maxParts = 200;

/** The names in a cell, where a name may hold a comma: the longest known ones first; what is in none stays as it is. */
export function namesOf(cell: string, isKnown: (name: string) => boolean): string[] {
  const whole = cell.trim();
  if (whole === "" || isKnown(whole)) return whole === "" ? [] : [whole];
  const parts = whole.split(",");
  if (parts.length > maxParts) return parts.flatMap((part) => part.trim() || []);
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from + 1 && !isKnown(parts.slice(from, to).join(",").trim())) to--;
    const name = parts.slice(from, to).join(",").trim();
    if (name !== "") found.push(name);
    from = to;
  }
  return found;
}
