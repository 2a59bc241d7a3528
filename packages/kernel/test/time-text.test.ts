import { describe, expect, test } from "vitest";
import { formatInstant, formatLocal, parseDay, parseInstant, parseTimeText } from "../src/index.js";

describe("time texts", () => {
  test("tells a day, a local time and an instant apart by their form", () => {
    expect(
      ["2026-05-01", "2026-05-01T08:00", "2026-05-01T08:00Z"].map(
        (text) => (parseTimeText(text) as { value: { form: string } }).value.form,
      ),
    ).toEqual(["day", "local", "instant"]);
  });

  test("takes offsets with and without a colon", () => {
    expect(parseInstant("2021-06-18T18:41:29.398-0500")).toEqual(parseInstant("2021-06-18T23:41:29.398Z"));
  });

  test.each(["", "2026-5-1", "09/Jan/24 3:54 PM", "2026-05-01 08:00", "20260501", "2026-05-01T8:00"])(
    "refuses the form of %j",
    (text) => {
      expect(parseTimeText(text)).toMatchObject({ ok: false, issues: [{ code: "kernel/invalid-time-text" }] });
    },
  );

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-05-01T24:00",
    "2026-05-01T23:60",
    "2026-05-01T23:59:60Z",
    "2026-05-01T00:00+19:00",
  ])("refuses %s, which does not exist", (text) => {
    expect(parseTimeText(text, ["items", 0])).toMatchObject({
      ok: false,
      issues: [{ code: "kernel/impossible-date", path: ["items", 0] }],
    });
  });

  test("refuses a day where an instant is needed, and the reverse", () => {
    expect(parseInstant("2026-05-01").ok).toBe(false);
    expect(parseDay("2026-05-01T00:00").ok).toBe(false);
  });

  test("prints seconds only where they are not zero", () => {
    expect(formatLocal(90_061_001)).toBe("1970-01-02T01:01:01.001");
    expect(formatLocal(-60_000)).toBe("1969-12-31T23:59");
    expect(formatInstant(0)).toBe("1970-01-01T00:00:00Z");
  });
});
