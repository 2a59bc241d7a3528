import { compileCalendars, continuousCalendar, standardCalendar } from "@evenkeel/calendar";
import { compileGraph, topologicalOrder } from "@evenkeel/graph";
import { anyLinks } from "@evenkeel/graph/testing";
import { orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledNetwork, compileNetwork, type NetworkColumns, presets } from "../src/index.js";

const { calendars } = orThrow(compileCalendars([standardCalendar, continuousCalendar]));

/** Columns over links, each link told from the others by its lag. */
function columnsOf(nodeCount: number, from: readonly number[], to: readonly number[]): NetworkColumns {
  return {
    duration: Int32Array.from({ length: nodeCount }, (_, node) => node + 1),
    calendarOf: Int32Array.from({ length: nodeCount }, (_, node) => node % 2),
    calendars,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    type: Uint8Array.from(from, (_, link) => link % 5),
    lag: Int32Array.from(from, (_, link) => 7 * link - 30),
    lagCalendar: Int32Array.from(from, (_, link) => link % 2),
    start: 0,
    rules: presets.evenkeel,
  };
}

/** Every link of the rows as [from, to, type, lag, calendar, link], by successor in the order of its row. */
const linksIn = (network: CompiledNetwork): number[][] =>
  Array.from(network.activityOf, (to, node) =>
    Array.from(network.linkOf.subarray(network.rowStart[node], network.rowEnd[node]), (link, k) => {
      const slot = network.rowStart[node]! + k;
      const from = network.activityOf[network.predecessor[slot]!]!;
      return [from, to, network.type[slot]!, network.lag[slot]!, network.lagCalendar[slot]!, link];
    }),
  ).flat();

/** The same by definition: links between activities with dates, by predecessor, then type, then as given. */
function linksBy(columns: NetworkColumns, activityOf: Int32Array): number[][] {
  const links = Array.from(columns.from, (from, link) => {
    const { to, type, lag, lagCalendar } = columns;
    return [from, to[link]!, type[link]!, lag[link]!, lagCalendar[link]!, link];
  });
  return Array.from(activityOf, (activity) =>
    links.filter(([, to]) => to === activity).sort((a, b) => a[0]! - b[0]! || a[2]! - b[2]! || a[5]! - b[5]!),
  ).flat();
}

function expectRows(columns: NetworkColumns): CompiledNetwork {
  const network = orThrow(compileNetwork(columns));
  expect(linksIn(network)).toEqual(linksBy(columns, network.activityOf));
  expect(network.predecessor.every((before, slot) => slot >= network.rowEnd[before]!)).toBe(true);
  const places = Array.from(network.activityOf, (_, node) => {
    const [begin, end] = [network.successorRowStart[node], network.successorRowEnd[node]];
    const slots = Array.from(network.successorSlot.subarray(begin, end));
    expect(slots).toEqual(Array.from(network.predecessor.keys()).filter((slot) => network.predecessor[slot] === node));
    return slots;
  }).flat();
  const isInRow = (slot: number, node: number): boolean =>
    slot >= network.rowStart[node]! && slot < network.rowEnd[node]!;
  expect(places.every((slot, place) => isInRow(slot, network.successor[place]!))).toBe(true);
  expect(network.duration).toEqual(network.activityOf.map((activity) => activity + 1));
  expect(network.calendarOf).toEqual(network.activityOf.map((activity) => activity % 2));
  return network;
}

describe("compileNetwork", () => {
  test("keeps activities where every link rises, and sorts rows by predecessor, then link", () => {
    const network = expectRows(columnsOf(4, [2, 0, 1, 0], [3, 3, 3, 1]));
    expect([...network.activityOf]).toEqual([0, 1, 2, 3]);
    expect([...network.linkOf]).toEqual([3, 1, 2, 0]);
    expect(network.cyclic).toBeUndefined();
  });
  test("sets aside a cycle and what is behind it, with the links to find it in", () => {
    const network = expectRows(columnsOf(5, [0, 1, 2, 2, 4], [1, 2, 1, 3, 0]));
    expect([[...network.activityOf], [...network.left]]).toEqual([
      [4, 0],
      [1, 2, 3],
    ]);
    expect([...network.cyclic!.to]).toEqual([1, 2, 1, 3, 0]);
  });
  test("a long row that comes backwards is sorted all the same", () => {
    const count = 300;
    const after = Array.from({ length: count - 1 }, (_, at) => count - 2 - at);
    const network = expectRows(columnsOf(count, Array(count - 1).fill(count - 1), after));
    expect([...network.activityOf]).toEqual([count - 1, ...Array(count - 1).keys()]);
  });
  test("names every value out of range, ends among them", () => {
    const faulty = {
      ...columnsOf(2, [0, 2], [1, -1]),
      type: Uint8Array.of(5, 0),
      lag: Int32Array.of(0),
      calendarOf: Int32Array.of(0),
    };
    const result = compileNetwork({ ...faulty, calendars: [] });
    expect(result.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["graph/unequal-columns", "calendarOf"],
      ["scheduling/value-out-of-range", "calendarOf", 0],
      ["scheduling/value-out-of-range", "type", 0],
      ["graph/unequal-columns", "lag"],
      ["scheduling/value-out-of-range", "lagCalendar", 0],
      ["scheduling/value-out-of-range", "lagCalendar", 1],
      ["graph/node-out-of-range", "from", 1],
      ["graph/node-out-of-range", "to", 1],
    ]);
  });
  test("rows are those of the definition, activities in Kahn's order unless all links rise", () => {
    fc.assert(
      fc.property(anyLinks, ({ nodeCount, from, to }) => {
        const network = expectRows(columnsOf(nodeCount, from, to));
        const { order, left } = topologicalOrder(orThrow(compileGraph(nodeCount, from, to)));
        const isRising = from.every((before, link) => before < to[link]!);
        expect(network.activityOf).toEqual(isRising ? Int32Array.from(Array(nodeCount).keys()) : order);
        expect(network.left).toEqual(left);
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});
