import { createHash } from "node:crypto";
import { type Catalog, orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { en as reviewTexts, reviewWork } from "evenkeel";
import { describe, expect, test } from "vitest";
import { en, renderReport } from "../src/index.js";
import { styleHash, styleSheet } from "../src/page/style.js";
import { isInertPage, reportLaws } from "../src/testing.js";
import { hostileInput } from "./hostile.js";
import { refit } from "./refit.js";

const page = await renderReport(refit());
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

describe("renderReport", () => {
  test("writes one page that opens with what to do first and then asks for each reader", () => {
    const heads = [...page.matchAll(/<h([1-4])[^>]*>/g)].map((match) => Number(match[1]));
    expect(heads[0]).toBe(1);
    expect(heads.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of heads.entries()) expect(level - (heads[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    const order = ["first", "contributor", "questions", "lead", "executive", "dates", "notes"].map((id) =>
      page.indexOf(`<section id="${id}"`),
    );
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(order[0]).toBeGreaterThan(0);
    expect(page.match(/<li class="(critical|serious|moderate|minor|info)">/g)).toHaveLength(5);
  });

  test("names nothing it lacks in its catalog", () => {
    expect(textOf(page)).not.toContain("report/");
    expect(textOf(page)).not.toMatch(/\?(?: |%)chance|undefined|NaN|\[object/);
  });

  test("gives every chart a heading, a sentence and a table", () => {
    const charts = page.match(/<figure class="chart [\s\S]*?<\/figure>/g) ?? [];
    expect(charts).toHaveLength(8);
    for (const chart of charts) {
      expect(chart).toMatch(/<h4 id="chart-\w+">[^<]+<\/h4>\n<p id="says-\w+">[^<]+<\/p>/);
      expect(chart).toMatch(/role="img" aria-labelledby="chart-(\w+) says-\1"/);
      expect(chart).toContain('<th scope="col"');
    }
  });

  test("uses each id once and points to ids that are there", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...page.matchAll(/ (?:aria-labelledby|href)="#?([^"]*)"/g)].flatMap((match) =>
      (match[1] ?? "").split(" "),
    );
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("loads nothing and forbids script by its own policy, whose hash fits the style sheet", () => {
    expect(isInertPage(page)).toBe(true);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)[^<]*"(?: |>)/);
    expect(styleHash).toBe(`sha256-${createHash("sha256").update(styleSheet).digest("base64")}`);
    expect(page).toContain(`content="default-src 'none'; style-src '${styleHash}'; img-src data:`);
    expect(styleSheet).not.toMatch(/@import|url\(/);
  });

  test("says the language, and refuses a language that is none", async () => {
    expect(await renderReport(refit(), { language: "pt-BR" })).toContain('<html lang="pt-BR">');
    expect(await renderReport(refit(), { language: '"><script>' })).toContain('<html lang="en">');
  });

  test("writes a page from a plan that has nothing", async () => {
    const empty = await renderReport(orThrow(reviewWork({ plan: { formatVersion: 1 }, now: "2026-05-01" })));
    expect(isInertPage(empty)).toBe(true);
    expect(textOf(empty)).not.toMatch(/report\/|undefined|NaN/);
  });

  test("never needs code from text: it runs where eval is forbidden", async () => {
    const { Function: kept, eval: evaluate } = globalThis;
    const forbidden = new Proxy(kept, {
      apply: () => {
        throw new TypeError("Function was called");
      },
      construct: () => {
        throw new TypeError("Function was constructed");
      },
    });
    Object.assign(globalThis, { Function: forbidden, eval: forbidden });
    try {
      expect(await renderReport(refit())).toBe(page);
    } finally {
      Object.assign(globalThis, { Function: kept, eval: evaluate });
    }
  });

  test("leaves the review as it was and gives the same bytes, alone or beside another", async () => {
    const review = deepFreeze(refit());
    const both = await Promise.all([renderReport(review), renderReport(review)]);
    expect(both).toEqual([page, page]);
  });
});

describe("hostile documents", () => {
  test("come out inert in every part of the page", async () => {
    const hostile = await renderReport(orThrow(reviewWork(hostileInput())));
    expect(isInertPage(hostile)).toBe(true);
    expect(hostile.match(/<\/style>/g)).toHaveLength(1);
    expect(hostile).not.toContain("<script");
    expect(hostile).not.toContain("xxxxx".repeat(40));
    expect(hostile.length).toBeLessThan(3 * page.length);
    expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
  });
});

describe("privacy", () => {
  const rest = /had [^;]* of rest (in the 24 hours|at most)/;
  const review = refit();

  test("withholds records of a person from whoever may only see the plan, and says so", () => {
    expect(review.withheld.length).toBeGreaterThan(0);
    expect(textOf(page)).not.toMatch(rest);
    expect(textOf(page)).toMatch(/11 hours of rest in every 24: results (of \d+ people )?withheld/);
    expect(textOf(page)).toContain("Information, not legal advice.");
  });

  test("shows them to the person, and to a grant that the page records", async () => {
    expect(textOf(await renderReport(refit({ viewer: { personId: "dev" } })))).toMatch(rest);
    const granted = textOf(
      await renderReport(refit({ viewer: { personId: "ana", grants: [{ personId: "dev", by: "dev" }] } })),
    );
    expect(granted).toMatch(rest);
    expect(granted).toContain("Records of Dev Patel were opened; granted by Dev Patel.");
  });
});

describe("another language", () => {
  test("has every word from the catalog: a page of bracketed texts has no letter outside them but data", async () => {
    const bracketed: Catalog = Object.fromEntries(
      Object.entries({ ...reviewTexts, ...en }).map(([code, { message, remedy }]) => [
        code,
        { message: `[${message}]`, ...(remedy === undefined ? {} : { remedy: `[${remedy}]` }) },
      ]),
    );
    const review = refit({ viewer: { personId: "dev" } });
    const pseudo = await renderReport(review, { catalog: bracketed, language: "qps" });
    const named = new Set<string>();
    const collect = (value: unknown, key = ""): void => {
      if (typeof value === "string") {
        if (/^(title|name|what|question|person|decider|by|to|id|url|article|checkId|order|referenceClass)$/.test(key))
          named.add(value);
      } else if (Array.isArray(value)) for (const each of value) collect(each, key === "missing" ? "id" : key);
      else if (typeof value === "object" && value !== null)
        for (const [name, each] of Object.entries(value)) collect(each, name);
    };
    collect({ ...review, charts: {} });
    for (const name of [...Object.values(review.names.people), ...Object.values(review.names.items)]) named.add(name);
    const attributes = [...pseudo.matchAll(/ (?:aria-label|data-label|alt|title)="([^"]*)"/g)].map(
      (match) => match[1] ?? "",
    );
    let rest = `${textOf(pseudo.replace(/<code>[^<]*<\/code>/g, ""))}\n${textOf(attributes.join("\n"))}`;
    for (let before = ""; before !== rest; ) {
      before = rest;
      rest = rest.replace(/\[[^[\]]*\]/g, "");
    }
    for (const name of [...named].sort((a, b) => b.length - a.length)) rest = rest.split(name).join("");
    // A name cut by the width of an axis.
    rest = rest.replace(/^[^\n]*…$/gm, (line) =>
      [...named].some((name) => name.startsWith(line.slice(0, -1))) ? "" : line,
    );
    expect(rest.match(/[^\n]*[\p{L}][^\n]*/gu) ?? []).toEqual([]);
  });
});

testLaws("laws of the report", reportLaws(renderReport));

describe("working time of teams", () => {
  const day = 86_400_000;
  const monday = Date.parse("2026-05-04T07:00:00Z");
  const instant = (time: number): string => new Date(time).toISOString();
  /** Twelve in a crew, every other with one long day in six weeks; two in a pair. */
  const people = Array.from({ length: 14 }, (_none, at) => ({
    id: `p${at}`,
    name: `Person ${at}`,
    jurisdiction: "DE",
    zone: "Europe/Berlin",
  }));
  const workIntervals = people.flatMap(({ id: personId }, person) =>
    Array.from({ length: 30 }, (_none, at) => {
      const from = monday + (Math.floor(at / 5) * 7 + (at % 5)) * day;
      const hours = person % 2 === 0 && at === 2 ? 15 : 8;
      return {
        id: `${personId}-${at}`,
        personId,
        from: instant(from),
        to: instant(from + hours * 3_600_000),
        kind: "actual" as const,
      };
    }),
  );
  const member = ({ id: personId }: { readonly id: string }) => ({ personId });

  test("is told of the large one, withheld of the small one, and names nobody", async () => {
    const review = orThrow(
      reviewWork({
        plan: {
          formatVersion: 1,
          people,
          teams: [
            { id: "crew", name: "Crew", members: people.slice(0, 12).map(member) },
            { id: "pair", name: "Pair", members: people.slice(12).map(member) },
          ],
        },
        records: { formatVersion: 1, workIntervals },
        now: "2026-06-20",
      }),
    );
    const told = textOf(await renderReport(review));
    expect(told).toMatch(/11 hours of rest in every 24\s*Crew\s*12\s*50\s%/);
    expect(told).toMatch(/\d+ results are withheld, to protect the people in small or overlapping teams/);
    expect(told).not.toMatch(/11 hours of rest in every 24\s*Pair/);
    expect(told).not.toContain("Person 0");
  });
});
