import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ForkableMap } from "../src/forkable-map.js";
import { NamingIndex } from "../src/naming-index.js";

test("copies hold what maps of their own would hold, also once they have grown", () => {
  const step = fc.tuple(fc.nat(), fc.constantFrom("set", "set", "delete", "fork"), fc.nat(600));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 1500, size: "max" }), (steps) => {
      const pairs = [{ forked: new ForkableMap<number>(), plain: new Map<string, number>() }];
      for (const [pick, does, value] of steps) {
        const { forked, plain } = pairs[pick % pairs.length] as (typeof pairs)[number];
        const key = `k${value}`;
        if (does === "fork" && pairs.length < 10) pairs.push({ forked: forked.fork(), plain: new Map(plain) });
        else if (does === "delete") [forked, plain].map((map) => map.delete(key));
        else [forked, plain].map((map) => map.set(key, pick));
      }
      const keys = Array.from({ length: 601 }, (_none, value) => `k${value}`);
      return pairs.every(
        ({ forked, plain }) => forked.size === plain.size && keys.every((key) => forked.get(key) === plain.get(key)),
      );
    }),
    { numRuns: statedRuns(1000) },
  );
});

test("an index of names shares what was there and keeps what came apart, over many copies", () => {
  const first = new NamingIndex();
  first.add("A", "items/B");
  const copies = Array.from({ length: 20 }, (_none, at) => {
    first.add("A", `items/${at}`);
    return first.fork();
  });
  first.add("A", "items/last");
  expect([...(copies[3]?.namesOf("A") ?? [])]).toEqual(["items/B", "items/0", "items/1", "items/2", "items/3"]);
  expect(first.namesOf("A").size).toBe(22);
  expect(first.namesOf("nobody").size).toBe(0);
});
