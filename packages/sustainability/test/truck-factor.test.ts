import { readFileSync } from "node:fs";
import { runChecks } from "@evenkeel/checks";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { authorsOf, degreeOfAuthorship, type OwnershipEvent, sustainabilityChecks, truckFactor } from "../src/index.js";
import { everySet } from "./oracle-rest.js";

describe("truck factor", () => {
  test("a team in which one person knows all is at risk, until a second one knows half", () => {
    const added = (personId: string, ...items: number[]): OwnershipEvent[] =>
      items.map((item) => ({ itemId: `i${item}`, personId, kind: "added" }));
    const outcome = (ownership: OwnershipEvent[]) =>
      runChecks(sustainabilityChecks, { ownership }, { today: "2026-05-01" }).find(
        ({ checkId }) => checkId === "sustainability/concentration",
      )?.outcome;
    expect(outcome([...added("ana", 1, 2, 3, 4, 5, 6), ...added("ben", 6)])).toBe("fail");
    expect(outcome([...added("ana", 1, 2, 3, 4, 5, 6), ...added("ben", 4, 5, 6)])).toBe("pass");
    expect(outcome(added("ana", 1, 2, 3, 4, 5, 6))).toBe("inapplicable");
  });

  test("is not known where over half of the items have nobody who knows them", () => {
    const touched = (personId: string, ...items: number[]): OwnershipEvent[] =>
      items.map((item) => ({ itemId: `i${item}`, personId, kind: "modified" }));
    const many = [..."abcdef"].flatMap((person) => touched(person, 1, 2, 3, 4));
    const ownership = [...many, { itemId: "i5", personId: "a", kind: "added" as const }];
    const found = runChecks(sustainabilityChecks, { ownership }, { today: "2026-05-01" }).find(
      ({ checkId }) => checkId === "sustainability/concentration",
    );
    expect(truckFactor(ownership).exact).toBe(0);
    expect(found).toMatchObject({ outcome: "unknown", missing: ["assignments.itemId"] });
  });

  test("agrees with the published cases and with trying every set", () => {
    const file = sharedData("sustainability", "truck_factor_cases.json");
    if (file === undefined) return;
    interface Case {
      readonly events: readonly [number, string, string, "A" | "M"][];
      readonly expected: {
        readonly truckFactorGreedy: number;
        readonly devs: readonly string[];
        readonly truckFactorExact: number;
        readonly doaF0: Readonly<Record<string, number>>;
        readonly authors: Readonly<Record<string, readonly string[]>>;
      };
    }
    const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
    for (const { events: rows, expected } of cases) {
      const events = rows.map(
        ([, itemId, personId, kind]): OwnershipEvent => ({
          itemId,
          personId,
          kind: kind === "A" ? "added" : "modified",
        }),
      );
      const found = truckFactor(events);
      expect([found.exact, found.people.length, found.people]).toEqual([
        expected.truckFactorExact,
        expected.truckFactorGreedy,
        expected.devs,
      ]);
      expect(everySet(authorsOf(events))).toBe(expected.truckFactorExact);
      expect(Object.fromEntries(authorsOf(events))).toEqual(
        Object.fromEntries(Object.entries(expected.authors).map(([item, people]) => [item, [...people].sort()])),
      );
      const touches = events.filter(({ itemId }) => itemId === "f0");
      const modified = (person?: string) =>
        touches.filter(({ kind, personId }) => kind === "modified" && (person === undefined || personId === person))
          .length;
      for (const [person, degree] of Object.entries(expected.doaF0)) {
        const added = touches.some(({ kind, personId }) => kind === "added" && personId === person);
        expect(
          Math.abs(degreeOfAuthorship(added, modified(person), modified() - modified(person)) - degree),
        ).toBeLessThan(1e-9);
      }
    }
    expect(cases.length).toBeGreaterThan(10);
  });

  test("degree of authorship falls with the changes of others", () => {
    expect(degreeOfAuthorship(true, 0, 0)).toBeCloseTo(4.391, 12);
    expect(degreeOfAuthorship(false, 3, 4)).toBeCloseTo(3.293 + 0.492 - 0.321 * Math.log(5), 12);
  });
});
