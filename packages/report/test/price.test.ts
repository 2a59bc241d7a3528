import type { Catalog } from "@evenkeel/kernel";
import { orThrow, type Price, priceOfRule, en as reviewTexts, reviewWork, type WorkPlan } from "evenkeel";
import { describe, expect, test } from "vitest";
import { en, renderReport } from "../src/index.js";
import { textsOf } from "../src/page/texts.js";
import { priceOfLimit } from "../src/sections/price.js";
import { isInertPage } from "../src/testing.js";
import { attacks } from "./hostile.js";

const named = (title: string, team: string): WorkPlan => ({
  formatVersion: 1,
  title: "Checkout",
  projects: [{ id: "p", name: "Checkout", start: "2026-04-13" }],
  people: [
    { id: "ana", name: `Ana ${title}` },
    { id: "eva", name: "Eva" },
  ],
  teams: [{ id: "pay", name: team, members: [{ personId: "ana" }, { personId: "eva" }] }],
  items: ["cards", "refund"].map((id) => ({
    ...{ id, title: `${id} ${title}`, kind: "task" as const, projectId: "p" },
    schedule: { kind: "task" as const, durationMinutes: 2400 },
  })),
  assignments: ["cards", "refund"].map((itemId) => ({
    ...{ id: `a-${itemId}`, itemId, personId: "ana", role: "responsible" as const, effortMinutes: 1800 },
  })),
});
const plan = named("1", "Payments");
const priceOf = (of: WorkPlan): Price => orThrow(priceOfRule(of, { minutesPerWeek: 2400 }));
const reviewOf = (of: WorkPlan) => orThrow(reviewWork({ plan: of, now: "2026-04-10" }));
const plain = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");

describe("the price of a limit", () => {
  test("stands with its sentence, curve, weeks and edits where it is given, and nowhere else", async () => {
    const page = await renderReport(reviewOf(plan), { price: priceOf(plan) });
    const told = plain(page);
    expect(told).toContain(
      "What a limit of hours costs Finishing by Fri 17 Apr 2026 needs up to 60 h a week from each in Payments, in 1 week; at 40 h it is Thu 23 Apr 2026.",
    );
    expect(told).toContain("2026-04-13 Payments 1 20 ");
    expect(told).toContain('Hand "cards 1" from Ana 1 to Eva: 20 h less over the limit, done on Fri 17 Apr 2026.');
    expect(told).toContain("Made by serial list scheduling: feasible, not optimal. It leaves out of account");
    expect(page).toMatch(/<figure class="chart price">[\s\S]*role="img" aria-labelledby="chart-price says-price"/);
    expect(page).not.toMatch(/undefined|NaN|\[object|report\//);
    expect(await renderReport(reviewOf(plan))).not.toContain("What a limit of hours costs");
  });

  test("is as inert as the rest, whatever people, teams and items are called", async () => {
    for (const attack of attacks) {
      const hostile = named(attack, attack);
      expect(isInertPage(await renderReport(reviewOf(hostile), { price: priceOf(hostile) }))).toBe(true);
    }
  });

  test("has every word from the catalog", async () => {
    const bracketed: Catalog = Object.fromEntries(
      Object.entries({ ...reviewTexts, ...en }).map(([code, { message }]) => [code, { message: `[${message}]` }]),
    );
    const texts = textsOf(bracketed);
    const { html } = await priceOfLimit({ review: reviewOf(plan), price: priceOf(plan), texts });
    let rest = plain(html);
    for (let before = ""; before !== rest; ) {
      before = rest;
      rest = rest.replace(/\[[^[\]]*\]/g, "");
    }
    expect(rest.replace(/Payments/g, "")).not.toMatch(/[a-z]/i);
  });
});
