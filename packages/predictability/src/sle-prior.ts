import type { Issue } from "@evenkeel/kernel";
import { fault } from "./issue.js";
import type { SlePrior } from "./sle-types.js";

/**
 * The prior of `serviceLevelExpectation` unless another is given. Its guard comes from `learnSlePrior` over the teams named;
 * its other numbers are round ones from the middle of a wide plateau.
 */
export const defaultSlePrior: SlePrior = {
  reference:
    "20 software teams with 229 to 4,580 items each: TSP projects, support desks, GitHub issues and pull requests",
  halfLifeDays: 120,
  halfLifeItems: 100,
  fortnightItems: 4,
  outlasting: 0.5,
  trust: 15,
  guard: 1.2,
};

const numbers = ["halfLifeDays", "halfLifeItems", "fortnightItems", "outlasting", "trust", "guard"] as const;

const [smallest, largest] = [0.001, 100_000];

/** Faults of a prior. */
export function slePriorIssues(prior: SlePrior): Issue[] {
  return numbers.flatMap((name) => {
    const value = prior[name];
    if (value >= smallest && value <= largest) return [];
    const facts = { found: String(value), low: smallest, high: largest };
    return [fault("predictability/out-of-range", { path: ["prior", name], facts })];
  });
}
