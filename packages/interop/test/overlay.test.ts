import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readMappedCsv } from "../src/mapped-csv.js";
import { addToOverlay, applyOverlay, emptyOverlay } from "../src/overlay.js";
import { overlayLaws } from "../src/testing/overlay-laws.js";

testLaws("overlays", overlayLaws());

const stamp = { at: "2026-05-01T08:00:00Z" } as const;
const csv = (...rows: string[]) => deepFreeze(orThrow(readMappedCsv(`title,owner,due\n${rows.join("\n")}\n`)));

describe("an overlay on a table without ids", () => {
  const read = csv("Dig,,2026-05-04", "Fill,Bo,2026-05-08");
  const dig = read.plan.items?.[0]?.id ?? "";
  const overlay = orThrow(
    addToOverlay(read, emptyOverlay, [
      { ...stamp, id: "why", type: "change", table: "items", target: dig, set: { reason: "Ships need depth" } },
      { ...stamp, id: "who", type: "assign", assignment: "x1", item: dig, person: "Bo", role: "accountable" },
      { ...stamp, id: "promise", type: "commit", commitment: "c1", due: "2026-05-06", byId: "Bo", item: dig },
    ]),
  );
  const reasons = (next: typeof read) =>
    applyOverlay(next, overlay).plan.items?.map(({ title, reason }) => [title, reason]);

  test("finds its rows by their titles where ids are only places", () => {
    const next = csv("Survey,,", "Fill,Bo,2026-05-08", "Dig,,2026-05-04");
    expect(reasons(next)).toEqual([
      ["Survey", undefined],
      ["Fill", undefined],
      ["Dig", "Ships need depth"],
    ]);
    expect(applyOverlay(next, overlay).plan.commitments?.[0]?.subject?.id).toBe(next.plan.items?.[2]?.id);
  });

  test("covers what it says, so that measures of it are available", () => {
    expect(read.plan.coverage?.some(({ table }) => table === "commitments")).toBe(false);
    expect(applyOverlay(read, overlay).plan.coverage?.find(({ table }) => table === "commitments")?.fields).toContain(
      "due",
    );
  });

  test("leaves out what the export now contradicts, says so, and applies the rest", () => {
    const next = csv("Dig,Cy,2026-05-04", "Fill,Bo,2026-05-08");
    const { issues, plan } = applyOverlay(next, overlay);
    expect(issues.map(({ code, facts }) => [code, facts["field"], facts["now"]])).toEqual([
      ["interop/overlay-conflict", "assignments.accountable", '["Cy"]'],
    ]);
    expect(plan.items?.[0]?.reason).toBe("Ships need depth");
    expect(plan.assignments?.filter(({ itemId }) => itemId === plan.items?.[0]?.id)).toHaveLength(1);
  });

  test("has nothing to add where the export now says the same", () => {
    const { issues, plan } = applyOverlay(csv("Dig,Bo,2026-05-04", "Fill,Bo,2026-05-08"), overlay);
    expect(issues).toEqual([]);
    expect(plan.assignments?.filter(({ itemId }) => itemId === plan.items?.[0]?.id)).toHaveLength(1);
  });

  test("names what is gone and what cannot be told apart", () => {
    const gone = applyOverlay(csv("Fill,Bo,"), overlay).issues;
    expect(gone.map(({ code, facts }) => [code, facts["row"]])).toEqual(
      Array(3).fill(["interop/overlay-orphan", "Dig"]),
    );
    expect(applyOverlay(csv("Dig,,", "Dig,,", "Fill,Bo,"), overlay).issues).toHaveLength(3);
  });

  test("an answer given again takes the place of the first", () => {
    const again = {
      ...stamp,
      id: "why",
      type: "change",
      table: "items",
      target: dig,
      set: { reason: "Deeper" },
    } as const;
    const next = orThrow(addToOverlay(read, overlay, [again]));
    expect(next.entries).toHaveLength(3);
    expect(applyOverlay(read, next).plan.items?.[0]?.reason).toBe("Deeper");
  });
});
