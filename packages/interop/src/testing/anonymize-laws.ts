import { replayItems, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import { anyPlanWithHistory } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import { parseHistory, parsePlan } from "@evenkeel/schema";
import * as fc from "fast-check";
import { readVocabulary } from "../anonymize/vocabulary.js";
import { anonymize } from "../anonymize.js";
import type { Import } from "../types.js";
import type { Law } from "./law.js";
import { reversedRows, withRows } from "./rows.js";

const secret = "a key of many letters";
const report: Import["report"] = {
  format: { name: "evenkeel-json", confidence: 1 },
  assumptions: [],
  fields: [],
  issues: [],
  counts: { read: 0, imported: 0, merged: 0, rejected: 0 },
  history: { exact: 0, fromTimestamps: 0, unavailable: 0, truncated: 0 },
  coverage: [],
};
const importOf = (plan: WorkPlan, history: WorkHistory): Import => ({
  plan,
  history,
  records: { formatVersion: 1 },
  report,
});

/** Documents whose every text, custom fields among them, tells. */
const anyTold = anyPlanWithHistory.map(({ plan, history }) =>
  importOf(
    withRows(plan, (row, table) => ({
      ...row,
      sources: [
        { tool: "jira", instance: "acme", id: `secret ${row.id}`, key: `ACME-${row.id}`, url: "https://acme.example" },
      ],
      customFields: { Points: 3, Client: `Client of ${row.id}` },
      extensions: { note: `about ${row.id}` },
      ...(table === "items"
        ? {
            labels: ["acme"],
            reason: "Acme wants it",
            dueDate: "2026-05-04",
            body: { text: "Ask Ada", markup: "plain" },
          }
        : {}),
      ...(table === "people" ? { email: `${row.id}@acme.example`, zone: "Europe/Berlin", jurisdiction: "DE" } : {}),
    })),
    history,
  ),
);

function textsOf(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) textsOf(each, found);
  return found;
}

const hidden = (read: Import, key = secret, shiftWeeks?: number): Import => {
  const result = anonymize(read, { key, ...(shiftWeeks === undefined ? {} : { shiftWeeks }) });
  return result.ok ? result.value : read;
};

const dayMillis = 86_400_000;

/** Laws of pseudonyms. */
export function anonymizeLaws(): Law[] {
  const { words } = readVocabulary();
  const isPublic = (text: string): boolean =>
    words.has(text) || ["jira", "Europe/Berlin", "DE"].includes(text) || text.trim() === "";
  return [
    {
      name: "no text of the original is left but words of the schemas and public lists",
      statedRuns: 5_000,
      property: fc.property(anyTold, (read) => {
        const before = textsOf([read.plan, read.history]);
        return [...textsOf([hidden(read).plan, hidden(read).history])].every(
          (text) => !before.has(text) || isPublic(text),
        );
      }),
    },
    {
      name: "what comes out is valid where what went in was",
      statedRuns: 5_000,
      property: fc.property(anyTold, (read) => {
        const { plan, history } = hidden(read);
        return parsePlan(plan).ok && parseHistory(history, plan).ok;
      }),
    },
    {
      name: "the order of rows and events does not show",
      statedRuns: 5_000,
      property: fc.property(anyTold, (read) => {
        const other = {
          ...read,
          plan: reversedRows(read.plan),
          history: { ...read.history, events: [...read.history.events].reverse() },
        };
        return canonicalJson(hidden(other)) === canonicalJson(hidden(read));
      }),
    },
    {
      name: "one key gives one id in every file, another key another one",
      statedRuns: 2_000,
      property: fc.property(anyTold, anyTold, (a, b) => {
        const personOf = (read: Import, key: string) =>
          hidden(read, key)
            .plan.people?.map(({ id }) => id)
            .join();
        return personOf(a, secret) === personOf(b, secret) && personOf(a, secret) !== personOf(a, `${secret}!`);
      }),
    },
    {
      name: "items start, move and end when they did, shifted by whole weeks",
      statedRuns: 5_000,
      property: fc.property(anyTold, fc.integer({ min: -300, max: 300 }), (read, weeks) => {
        const spans = ({ plan, history }: Import, shift: number): string =>
          canonicalJson(
            replayItems(plan, history)
              .map(({ changes }) => canonicalJson(changes.map(({ at, category }) => [at + shift, category])))
              .sort(),
          );
        return spans(hidden(read, secret, weeks), 0) === spans(read, weeks * 7 * dayMillis);
      }),
    },
  ];
}
