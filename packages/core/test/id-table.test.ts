import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { idTable } from "../src/id-table.js";

/** The place an id would have in a table of 1024, by the definition of the hash. */
function placeOf(id: string): number {
  let hash = 2_166_136_261n;
  for (const unit of id.split("")) hash = ((hash ^ BigInt(unit.charCodeAt(0))) * 16_777_619n) % 2n ** 32n;
  return Number((hash ^ (hash >> 15n)) & 1023n);
}

/** Ids that all begin their search in one place. */
const colliding: readonly string[] = (() => {
  const found: string[] = [];
  for (let at = 0; found.length < 400; at++) if (placeOf(`id-${at}`) === 7) found.push(`id-${at}`);
  return found;
})();

const someId = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom("__proto__", "toString", "A-1", "A-10"),
  fc.nat(40).map((at) => `A-${at}`),
);
const manyIds = fc.oneof(
  fc.array(someId, { maxLength: 60 }),
  fc.shuffledSubarray([...colliding], { minLength: 260, maxLength: 400 }),
);

testLaws("a table of ids", [
  {
    name: "answers as a map of the ids entered so far does, also where ids were made to share a place",
    statedRuns: 2_000,
    property: fc.property(manyIds, fc.array(someId, { maxLength: 10 }), (ids, others) => {
      const rows = [...ids, ...ids.slice(0, 5)].map((id) => ({ id }));
      const table = idTable(rows);
      const map = new Map<string, number>();
      rows.forEach(({ id }, row) => {
        expect(table.add(row)).toBe(map.get(id) ?? -1);
        if (!map.has(id)) map.set(id, row);
      });
      for (const id of [...ids, ...others, ...colliding.slice(0, 20)]) expect(table.find(id)).toBe(map.get(id) ?? -1);
    }),
  },
]);
