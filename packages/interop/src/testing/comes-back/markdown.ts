import type { ComesBack } from "../round-trip.js";
import { fromIcal } from "./ical.js";
import { always, isAssigned, isOfPerson, itemOf, outlineRank, same, type Views } from "./shared.js";

const signs = (text: string): string => text.trim().replace(/\s+/g, "_");

/** What comes back from a list in Markdown. */
export const fromMarkdown: Views = {
  "outcomes.id": same,
  outcomes: (_value, row, plan) => plan.items?.some((item) => item.outcomeIds?.includes(String(row["id"]))),
  "outcomes.title": (_value, row) => row["id"],
  "items.id": same,
  "items.title": (value) => String(value).split(/\s+/).join(" "),
  "items.kind": always("task"),
  "items.stateId": fromIcal["items.stateId"] as ComesBack,
  "items.rank": (_value, row, plan) => outlineRank(row, plan),
  "items.outcomeIds": same,
  "items.labels": (value) =>
    (value as string[] | undefined)?.map((each) => signs(each).replace(/[^\p{L}\p{N}_/-]+/gu, "_")),
  "items.estimates": (_value, row, plan) => {
    const found = (itemOf(row, plan)?.estimates ?? []).filter(
      ({ basis, value }) => basis === "original" && value.kind === "single",
    );
    return found.length === 0
      ? undefined
      : found.map((each) => ({ ...each, of: each.of === "duration" ? "effort" : each.of }));
  },
  "items.memberships": same,
  "items.constraints": (_value, row, plan) => {
    const found = itemOf(row, plan)?.constraints?.find(({ kind }) => kind === "startNoEarlierThan");
    return found === undefined ? undefined : [found];
  },
  dependencies: (_value, row) => row["type"] === "FS" && row["lag"] === undefined,
  "dependencies.type": always("FS"),
  people: isAssigned,
  "people.name": (value) => signs(String(value)),
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": (value) => signs(String(value)),
  "assignments.role": always("accountable"),
};
