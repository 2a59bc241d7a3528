import { type Issue, issue, type Result, refuse } from "@evenkeel/kernel";
import { buildNetwork } from "./build-network.js";
import type { CompiledNetwork, NetworkColumns } from "./types.js";

function checkColumns(columns: NetworkColumns): Issue[] {
  const found: Issue[] = [];
  const count = columns.calendars.length;
  const check = (
    name: "duration" | "calendarOf" | "type" | "lagCalendar",
    length: number,
    least: number,
    past: number,
  ): void => {
    const column = columns[name];
    if (column.length !== length) {
      found.push(issue("graph/unequal-columns", { path: [name], facts: { expected: length, found: column.length } }));
    }
    for (let at = 0; at < column.length; at++) {
      const value = column[at]!;
      if (value < least || value >= past)
        found.push(issue("scheduling/value-out-of-range", { path: [name, at], facts: { value } }));
    }
  };
  const { length } = columns.duration;
  check("duration", length, 0, 2 ** 31);
  check("calendarOf", length, 0, count);
  check("type", columns.from.length, 0, 5);
  check("lagCalendar", columns.from.length, 0, count);
  return found;
}

/**
 * Compiles a network from columns: checked, renumbered in topological order, rows compressed both ways.
 *
 * Activities on a cycle or behind one are set aside in `left`; the others are ready for the passes.
 *
 * @param columns - durations and lags in ticks, calendars compiled; not mutated, its arrays must not change afterwards
 * @returns the network, or all issues
 *
 * Issues: graph/node-out-of-range, graph/unequal-columns, scheduling/value-out-of-range, scheduling/too-long.
 * Time O(n + m), space O(n + m).
 * Source: Kelley and Walker (1959); compressed rows after Tinney and Walker (1967).
 *
 * @example
 * import { compileCalendars, continuousCalendar } from "@evenkeel/calendar";
 * const { calendars } = orThrow(compileCalendars([continuousCalendar]));
 * const none = Int32Array.of(0);
 * const links = { from: Int32Array.of(0), to: Int32Array.of(1), type: Uint8Array.of(0), lag: none, lagCalendar: none };
 * const columns = { duration: Int32Array.of(30, 20), calendarOf: Int32Array.of(0, 0), calendars, ...links, start: 0, rules: presets.evenkeel };
 * forwardPass(orThrow(compileNetwork(columns))).earlyFinish; // => Int32Array(2) [ 30, 50 ]
 */
export function compileNetwork(columns: NetworkColumns): Result<CompiledNetwork> {
  const [first, ...rest] = checkColumns(columns);
  return first === undefined ? buildNetwork(columns) : refuse([first, ...rest]);
}
