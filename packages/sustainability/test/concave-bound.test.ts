import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ConcaveBound } from "../src/concentration/concave-bound.js";

test("no set loses more than the tangent says, whatever the zeros of the quadratics", () => {
  const people = 8;
  const anyGroups = fc.array(
    fc.tuple(
      fc.uniqueArray(fc.nat(people - 1), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 30 }),
      fc.nat(3),
    ),
    { maxLength: 25 },
  );
  const bound = new ConcaveBound(people);
  fc.assert(
    fc.property(anyGroups, fc.integer({ min: 1, max: people - 1 }), fc.nat(200), (groups, room, needed) => {
      bound.begin(people);
      for (const [members, units, k] of groups)
        bound.add(Int32Array.from(members), members.length, units, Math.max(0, Math.min(k, members.length - 2)));
      bound.fit(room, needed);
      for (let set = 0; set < 2 ** people; set++) {
        const goes = (person: number) => Math.floor(set / 2 ** person) % 2 === 1;
        const gone = Array.from({ length: people }, (_, person) => person).filter(goes);
        if (gone.length !== room) continue;
        const lost = groups.reduce((sum, [members, units]) => sum + (members.every(goes) ? units : 0), 0);
        const most = gone.reduce((sum, person) => sum + bound.slope[person]!, bound.constant);
        expect(lost).toBeLessThanOrEqual(most + 1e-6);
      }
    }),
    { numRuns: statedRuns(10_000) },
  );
});
