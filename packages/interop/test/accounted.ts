import { expect } from "vitest";
import type { Import } from "../src/types.js";
import { countJson, countKept } from "./walkers.js";

/** Adds up the fields of some rows of an account. */
export const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, row) => total + row.count, 0);

/** Every leaf of the input is in the account, and what it says was kept is in the plan. */
export function expectAccounted({ plan, report }: Import, text: string): void {
  expect(sum(report.fields)).toBe(countJson(JSON.parse(text)));
  expect(countKept(plan)).toBe(sum(report.fields.filter((row) => row.fate === "kept-raw")));
}

/** Every move of the history: item, instant, from, to. */
export const moves = ({ history }: Import): unknown[] =>
  history.events.flatMap((event) =>
    event.type === "stateChanged" ? [[event.subject.id, event.at, event.from, event.to]] : [],
  );
