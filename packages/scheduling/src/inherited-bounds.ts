import { nextWorkingTime } from "@evenkeel/calendar";
import type { Outline } from "./outline.js";
import type { InheritedBounds, Reading } from "./reading.js";
import type { ActivityInput } from "./types.js";

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);
const most = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);

type Clocked = Pick<Reading, "clock" | "calendar" | "path">;

/** The bounds a summary itself states. */
function ownBounds(row: ActivityInput, { clock, calendar, path }: Clocked): InheritedBounds {
  const dates = (kind: "SNET" | "FNLT"): (number | undefined)[] =>
    (row.constraints ?? []).map((constraint, place) =>
      constraint.kind === kind && constraint.at !== undefined
        ? clock.read(constraint.at, [...path, "constraints", place, "at"], calendar, kind === "SNET" ? "from" : "to")
        : undefined,
    );
  const deadline =
    row.deadline === undefined ? undefined : clock.read(row.deadline, [...path, "deadline"], calendar, "to");
  const floor =
    row.manual === undefined ? undefined : clock.read(row.manual.start, [...path, "manual", "start"], calendar, "from");
  return compact({
    startFloor: dates("SNET").reduce(most, undefined),
    finishCap: dates("FNLT").reduce(least, undefined),
    deadline,
    floor: floor === undefined ? undefined : nextWorkingTime(calendar, floor),
  });
}

const compact = (
  bounds: { readonly [Key in keyof InheritedBounds]: InheritedBounds[Key] | undefined },
): InheritedBounds => Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));

/**
 * What the summaries above each activity demand: not before, not after, and the start of one that was set by hand, which
 * stands for the project start. The nearest summary set by hand counts.
 */
export function inheritedBounds(
  activities: readonly ActivityInput[],
  outline: Outline,
  read: (position: number) => Clocked,
): (position: number) => InheritedBounds | undefined {
  const known = new Map<number, InheritedBounds | undefined>();
  const boundsOf = (summary: number): InheritedBounds | undefined => {
    if (known.has(summary)) return known.get(summary);
    const line: number[] = [];
    for (let at = summary; at !== -1 && !known.has(at); at = outline.parent[at]!) line.push(at);
    for (const at of line.reverse()) {
      const above = known.get(outline.parent[at]!);
      const row = activities[at]!;
      const isPlain = row.constraints === undefined && row.deadline === undefined && row.manual === undefined;
      const own = isPlain ? {} : ownBounds(row, read(at));
      const bounds = compact({
        startFloor: most(own.startFloor, above?.startFloor),
        finishCap: least(own.finishCap, above?.finishCap),
        deadline: least(own.deadline, above?.deadline),
        floor: own.floor ?? above?.floor,
      });
      known.set(at, Object.keys(bounds).length === 0 ? undefined : bounds);
    }
    return known.get(summary);
  };
  return (position) => (outline.parent[position] === -1 ? undefined : boundsOf(outline.parent[position]!));
}
