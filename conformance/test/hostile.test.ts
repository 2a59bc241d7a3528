import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evenkeel, inputFile } from "./run-cli.js";

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</style><script>alert(2)</script>",
  "javascript:alert(1)",
  "\u001b[31mred\u001b]0;title\u0007",
  "\u202egnp.exe",
  '=HYPERLINK("http://evil","x")',
  "+1+cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "{{constructor.constructor('alert(1)')()}}",
  "datum.x + warn('hi')",
  "%%{init: {'securityLevel': 'loose'}}%%",
  "__proto__",
  "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>",
  "a\u0000b\ud800",
];
const items = attacks.map((title, index) => ({
  id: index === 12 ? "__proto__" : `i${index}`,
  title,
  kind: "task",
  projectId: "p",
  reason: title,
  labels: [title],
  schedule: { kind: "task", durationMinutes: 480 },
  ...(index % 3 === 0 ? { blocked: true, blockedReason: title } : {}),
}));
const document = {
  format: "evenkeel",
  formatVersion: 1,
  plan: {
    formatVersion: 1,
    title: attacks[0],
    projects: [{ id: "p", name: attacks[2], start: "2026-05-04" }],
    people: attacks.slice(0, 3).map((name, index) => ({ id: `h${index}`, name })),
    items,
    dependencies: items
      .slice(1)
      .map(({ id }, index) => ({ id: `d${index}`, predecessorId: items[index]?.id, successorId: id, type: "FS" })),
    assignments: items.map(({ id }, index) => ({
      id: `a${index}`,
      itemId: id,
      personId: `h${index % 3}`,
      role: "responsible",
      effortMinutes: 4800,
    })),
    commitments: items.slice(0, 4).map(({ id, title }, index) => ({
      id: `c${index}`,
      due: "2026-05-05",
      what: title,
      byId: "h0",
      subject: { table: "items", id },
    })),
    decisions: [{ id: "q", question: attacks[1], blocks: ["i0"] }],
    outcomes: [{ id: "o", title: attacks[4] }],
  },
  history: { formatVersion: 1, events: [] },
  records: { formatVersion: 1 },
};
const file = inputFile("hostile.json", JSON.stringify(document));
const terminal = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("a hostile document comes out inert", () => {
  test.each([["review"], ["schedule"], ["check"], ["forecast"]])(
    "%s prints nothing a terminal obeys",
    async (command) => {
      const { exit, out, err } = await evenkeel(command, file);
      expect(exit).toBe(0);
      expect(out.length).toBeGreaterThan(10);
      expect(terminal.test(out + err)).toBe(false);
    },
  );

  test("explain finds an item named __proto__ and prints it inert", async () => {
    const { exit, out } = await evenkeel("explain", "__proto__", file);
    expect(exit).toBe(0);
    expect(terminal.test(out)).toBe(false);
  });

  test("the page holds no script, no handler and no dangerous link", async () => {
    const page = inputFile("page.html", "");
    expect((await evenkeel("review", file, "--report", page)).exit).toBe(0);
    const html = readFileSync(page, "utf8");
    expect(html).toContain("&lt;script&gt;");
    expect(
      /<script|<img|<iframe|<object|<embed|<[^>]*\son\w+\s*=|<[^>]*href\s*=\s*["']?\s*javascript:/i.test(html),
    ).toBe(false);
    expect(terminal.test(html)).toBe(false);
  });

  test("a spreadsheet runs no cell of the CSV", async () => {
    const { out } = await evenkeel("convert", file, "--to", "csv");
    expect(
      out
        .split(/\r?\n/)
        .flatMap((line) => line.split(","))
        .filter((cell) => /^"?[=+@\t]/.test(cell)),
    ).toEqual([]);
  });

  test("MS Project XML and Markdown read back with the titles as data", async () => {
    for (const to of ["mspdi", "markdown"]) {
      const { out } = await evenkeel("convert", file, "--to", to);
      const again = await evenkeel("schedule", inputFile(`again.${to}`, out), "--format", "json");
      expect(again.exit).toBe(0);
      expect(
        (JSON.parse(again.out) as { activities: { name: string }[] }).activities.some(({ name }) =>
          name.includes("alert(1)"),
        ),
      ).toBe(true);
      if (to === "mspdi") expect(out).not.toContain("<script");
    }
  });

  test("SARIF and JSON stay JSON", async () => {
    for (const format of ["json", "sarif"]) {
      const { out } = await evenkeel("check", file, "--format", format);
      expect(typeof JSON.parse(out)).toBe("object");
    }
  });
});
