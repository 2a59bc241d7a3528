import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseTimeText } from "../src/index.js";

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const pieces = fc.constantFrom(..."2026 0000 - 05 01 T 08 : 30 . 123456789 1 Z + 02 00 24 60 x".split(" "), " ");
const anyText = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("2026-05-01", "2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31"),
      fc.constantFrom(
        "",
        "T08:00",
        "T08:00:30.1",
        "T23:59:59.123456789",
        "T24:00",
        "T08:00:30.1234567890",
        "T08:00.5",
        "T08:00:",
      ),
      fc.constantFrom("", "Z", "+02:00", "-0330", "+1801", "+0060", "+2", "z", "Z ", "+02:0"),
    )
    .map((parts) => parts.join("")),
  fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join("")),
  fc.stringMatching(pattern),
);

/** What the engine's own clock says; digits beyond the millisecond and missing colons it would refuse. */
function byEngine(text: string, form: string): number {
  const short = text.replace(/(\.\d{3})\d+/, "$1").replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
  return new Date(form === "local" ? `${short}Z` : form === "day" ? text : short).getTime();
}

test("takes the texts that the pattern of the format takes, with the instants that the engine tells", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseTimeText(text);
      const isForeign = !parsed.ok && parsed.issues[0].code === "kernel/invalid-time-text";
      expect([text, isForeign]).toEqual([text, !pattern.test(text)]);
      if (!parsed.ok) return;
      const time = parsed.value;
      const millis = time.form === "day" ? time.day * 86_400_000 : time.form === "local" ? time.local : time.instant;
      expect([text, millis]).toEqual([text, byEngine(text, time.form)]);
    }),
    { numRuns: statedRuns(100_000) },
  );
});
