import { createHash } from "node:crypto";
import { testLaws } from "@evenkeel/test-kit";
import { en as frontDoor } from "evenkeel";
import { describe, expect, test } from "vitest";
import { en, renderReport } from "../src/index.js";
import { style, styleHash } from "../src/style.js";
import { reportLaws } from "../src/testing.js";
import { sampleReview } from "./sample.js";

describe("the page", () => {
  test("stands alone: nothing is fetched, nothing runs, one stylesheet known by its hash", async () => {
    const page = await renderReport(sampleReview());
    expect(/<script|<link|<img|<iframe|\ssrc=|@import/i.test(page)).toBe(false);
    expect((page.match(/https?:\/\/[^"\s<]+/g) ?? []).filter((url) => url !== "http://www.w3.org/2000/svg")).toEqual(
      [],
    );
    expect(styleHash).toBe(`sha256-${createHash("sha256").update(style).digest("base64")}`);
    expect(page).toContain(styleHash);
  });

  test("has a heading for each reader, the schedule and every chart with its sentence and table", async () => {
    const page = await renderReport(sampleReview());
    for (const id of ["first", "contributor", "lead", "executive", "schedule"])
      expect(page).toContain(`<h2 id="${id}">`);
    const count = (part: string) => page.split(part).length - 1;
    for (const part of ["<figure>", "<figcaption", 'role="img" aria-labelledby=', "<details>"])
      expect([part, count(part)]).toEqual([part, 8]);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
  });

  test("holds nothing of a person's records, but for that person", async () => {
    const anyone = await renderReport(sampleReview());
    const jonas = await renderReport(sampleReview({ viewer: { personId: "jonas" } }));
    expect(anyone).not.toContain("of rest in the 24 hours");
    expect(anyone).toContain("withheld");
    expect(jonas).toContain("of rest in the 24 hours");
    expect(jonas).toContain("not legal advice");
  });

  test("has no English of its own: with every text replaced no stray word is left", async () => {
    const masked = Object.fromEntries(
      Object.keys({ ...frontDoor, ...en }).map((code) => [code, { message: "[x]", remedy: "[x]" }]),
    );
    const review = sampleReview();
    const page = await renderReport({ ...review, charts: {}, schedules: [] }, { catalog: masked });
    const words = page
      .replace(/<style>[\s\S]*<\/style>/, "")
      .replace(/<t[hd][^>]*>[\s\S]*?<\/t[hd]>/g, "")
      .replace(/<[^>]*>/g, " ")
      .replaceAll("[x]", " ");
    const { names, executive, title } = review;
    const data = [
      title,
      ...Object.values(names.people),
      ...Object.values(names.items),
      ...executive.decisions.map(({ question }) => question),
      ...executive.promises.map(({ what }) => what),
    ];
    const named = new Set(data.flatMap((text) => text.split(/\W+/)));
    expect(
      [...words.matchAll(/[A-Za-z]{3,}/g)]
        .map(([word]) => word)
        .filter((word) => !named.has(word) && word !== "doctype"),
    ).toEqual([]);
  });

  test("cuts a title that goes on for ever", async () => {
    expect(await renderReport({ ...sampleReview(), title: "a".repeat(10_000) })).not.toContain("a".repeat(500));
  });
});

testLaws("laws of the page", reportLaws());
