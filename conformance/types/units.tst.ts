import type {
  EffortMinutes,
  ElapsedTicks,
  EpochDay,
  EpochMillis,
  EpochTicks,
  LocalMillis,
  PersonId,
  Probability,
  WorkItemId,
  WorkTicks,
} from "@evenkeel/kernel";
import { describe, expect, test } from "tstyche";

describe("units do not mix", () => {
  test("an instant is not a local time, a day is not an instant", () => {
    expect<EpochMillis>().type.not.toBeAssignableFrom<LocalMillis>();
    expect<LocalMillis>().type.not.toBeAssignableFrom<EpochMillis>();
    expect<EpochMillis>().type.not.toBeAssignableFrom<EpochDay>();
    expect<EpochTicks>().type.not.toBeAssignableFrom<EpochMillis>();
  });

  test("adding working time to a date by hand does not give a date", () => {
    const at = 0 as EpochTicks;
    const work = 0 as WorkTicks;
    const sum = at + work;
    expect<EpochTicks>().type.not.toBeAssignableFrom<typeof sum>();
    expect<WorkTicks>().type.not.toBeAssignableFrom<ElapsedTicks>();
    expect<ElapsedTicks>().type.not.toBeAssignableFrom<WorkTicks>();
  });

  test("effort is not a chance, and a bare number is neither", () => {
    expect<EffortMinutes>().type.not.toBeAssignableFrom<Probability>();
    expect<Probability>().type.not.toBeAssignableFrom<number>();
    expect<EffortMinutes>().type.not.toBeAssignableFrom<number>();
  });

  test("the id of a person is not the id of an item", () => {
    expect<WorkItemId>().type.not.toBeAssignableFrom<PersonId>();
    expect<string>().type.toBeAssignableFrom<WorkItemId>();
  });
});
