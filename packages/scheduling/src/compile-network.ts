import { type Issue, issue, type Result, refuse } from "@evenkeel/kernel";
import { buildNetwork } from "./build-network.js";
import type { CompiledNetwork, NetworkColumns } from "./types.js";

function placesOutside(values: Int32Array, least: number, most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length; at++) if (values[at]! < least || values[at]! > most) found.push(at);
  return found;
}

function checkColumns(columns: NetworkColumns): Issue[] {
  const found: Issue[] = [];
  const nodeCount = columns.duration.length;
  const checkLength = (name: "calendarOf" | "to" | "type" | "lag" | "lagCalendar", expected: number): void => {
    const { length } = columns[name];
    if (length !== expected)
      found.push(issue("graph/unequal-columns", { path: [name], facts: { expected, found: length } }));
  };
  const checkValues = (
    name: "duration" | "calendarOf" | "from" | "to" | "type" | "lagCalendar",
    least: number,
    most: number,
  ): void => {
    const column = columns[name];
    // Engines read typed arrays of one kind several times faster than of either kind.
    const values = column instanceof Int32Array ? column : new Int32Array(column);
    for (const at of placesOutside(values, least, most)) {
      const value = values[at]!;
      const isEnd = name === "from" || name === "to";
      found.push(
        isEnd
          ? issue("graph/node-out-of-range", { path: [name, at], facts: { found: value, nodeCount } })
          : issue("scheduling/value-out-of-range", { path: [name, at], facts: { value } }),
      );
    }
  };
  const lastCalendar = columns.calendars.length - 1;
  checkValues("duration", 0, 0x7fffffff);
  checkLength("calendarOf", nodeCount);
  checkValues("calendarOf", 0, lastCalendar);
  checkLength("type", columns.from.length);
  checkValues("type", 0, 4);
  checkLength("lag", columns.from.length);
  checkLength("lagCalendar", columns.from.length);
  checkValues("lagCalendar", 0, lastCalendar);
  checkValues("from", 0, nodeCount - 1);
  checkLength("to", columns.from.length);
  checkValues("to", 0, nodeCount - 1);
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
