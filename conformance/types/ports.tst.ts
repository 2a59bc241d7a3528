import type { CalendarSpec } from "@evenkeel/calendar";
import type { CalendarRow, WorkHistory, WorkPlan } from "@evenkeel/core";
import type { Result } from "@evenkeel/kernel";
import type { FlowItem, PromiseRow } from "@evenkeel/predictability";
import { commitmentsFromPlan, flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import type { ScheduleInput } from "@evenkeel/scheduling";
import { scheduleInputFromPlan } from "@evenkeel/scheduling/from-plan";
import type { LoadInput, SustainabilityInput } from "@evenkeel/sustainability";
import { loadInputFromPlan, sustainabilityInputFromPlan } from "@evenkeel/sustainability/from-plan";
import { describe, expect, test } from "tstyche";

declare const plan: WorkPlan;
declare const history: WorkHistory;

describe("the documents satisfy the ports", () => {
  test("a calendar of a plan is a calendar of the engine", () => {
    expect<CalendarSpec>().type.toBeAssignableFrom<CalendarRow>();
  });

  test("scheduling, flow, promises, load and sustainability read a plan", () => {
    expect(scheduleInputFromPlan(plan)).type.toBe<Result<ScheduleInput>>();
    expect(flowItemsFromHistory(plan, history)).type.toBe<FlowItem[]>();
    expect(commitmentsFromPlan(plan, history)).type.toBe<PromiseRow[]>();
    expect(loadInputFromPlan(plan, [], 0)).type.toBe<LoadInput>();
    expect(sustainabilityInputFromPlan(plan, 0, history)).type.toBe<SustainabilityInput>();
  });

  test("rows of a table cannot be changed", () => {
    expect(plan).type.not.toBeAssignableTo<{ items: object[] }>();
  });
});
