import { parseHistory, parsePlan } from "@evenkeel/schema";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openEditor } from "../src/index.js";
import { anyEdits, anyHostileEdits } from "../src/testing.js";

/** A document as it is read back from where it was kept. */
const kept = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

test("what edits make of plans and histories is read again by the schema, whoever gave the commands", () => {
  fc.assert(
    fc.property(fc.oneof(anyEdits, anyHostileEdits), ({ plan, commands }) => {
      expect(parsePlan(kept(plan)).issues).toEqual([]);
      const editor = openEditor(plan);
      const events = commands.flatMap((command) => {
        const change = editor.apply(command);
        return change.ok ? change.value.events : [];
      });
      expect(parsePlan(kept(editor.plan())).issues).toEqual([]);
      expect(
        parseHistory(kept({ formatVersion: 1, events }), editor.plan()).issues.filter(
          ({ code }) => code !== "core/duplicate-id",
        ),
      ).toEqual([]);
    }),
    { numRuns: statedRuns(20_000) },
  );
});
