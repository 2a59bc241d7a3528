import { type Finding, runChecks, type VisibleFinding, visibleFindings } from "@evenkeel/checks";
import type { Review } from "evenkeel";
import { describe, expect, test } from "tstyche";

describe("what was not cleared for a viewer is shown to nobody", () => {
  test("a review takes only findings that passed through visibleFindings", () => {
    type Shown = Review["findings"][number];
    expect<Shown>().type.not.toBeAssignableFrom<Finding>();
    expect<Review["findings"]>().type.not.toBeAssignableFrom(runChecks([], {}, { today: "2026-05-11" }));
    expect<Review["findings"]>().type.toBeAssignableFrom(visibleFindings([]).visible);
  });

  test("a cleared finding is a finding, for all that reads one", () => {
    expect<Finding>().type.toBeAssignableFrom<VisibleFinding>();
  });

  test("a share of a group has no person, no least and no most", () => {
    type Names = keyof Review["lead"]["teamShares"][number];
    expect<Extract<Names, "personId" | "min" | "max" | "rank" | "evidence" | "measured">>().type.toBe<never>();
  });
});
