import { anyPlan, anyPlanWithHistory } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { parseHistory, parsePlan, parseRecords } from "./parse.js";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

/** Laws of the schemas. */
export function schemaLaws(): Law[] {
  return [
    {
      name: "a valid plan passes and comes back as it was",
      statedRuns: 10_000,
      property: fc.property(anyPlan, (plan) => {
        const wire = JSON.parse(JSON.stringify(plan)) as unknown;
        const parsed = parsePlan(wire);
        return parsed.ok && canonicalJson(parsed.value) === canonicalJson(plan);
      }),
    },
    {
      name: "a valid history passes",
      statedRuns: 10_000,
      property: fc.property(
        anyPlanWithHistory,
        ({ plan, history }) => parseHistory(JSON.parse(JSON.stringify(history)), plan).ok,
      ),
    },
    {
      name: "no JSON makes a parser throw",
      statedRuns: 10_000,
      property: fc.property(fc.jsonValue(), (value) =>
        [parsePlan, parseHistory, parseRecords].every((parse) => typeof parse(value).ok === "boolean"),
      ),
    },
    {
      name: "a field no one knows is named",
      statedRuns: 1_000,
      property: fc.property(anyPlan, fc.constantFrom("itmes", "constructor", "__proto__x"), (plan, field) => {
        const parsed = parsePlan({ ...plan, [field]: 1 });
        return (
          !parsed.ok && parsed.issues.some(({ code, path }) => code === "schema/unknown-field" && path.at(-1) === field)
        );
      }),
    },
  ];
}
