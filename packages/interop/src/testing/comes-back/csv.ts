import { kindOfType } from "../../jira/issue.js";
import { always, guarded, isAssigned, isOfPerson, itemOf, same, type Views } from "./shared.js";

/** What comes back from a table of texts. */
export const fromCsv: Views = {
  projects: (_value, row, plan) => plan.items?.some((item) => item.projectId === row["id"]),
  "projects.name": (_value, row) => row["id"],
  outcomes: (_value, row, plan) => plan.items?.some((item) => item.outcomeIds?.join(";") === row["id"]),
  "outcomes.title": (_value, row) => row["id"],
  "items.title": (value) => guarded(String(value)),
  "items.kind": (value, row) => {
    const name = String(row["sourceKind"] ?? value);
    return kindOfType(name, /^sub-?task$/i.test(name), undefined);
  },
  "items.sourceKind": (value, row) => value ?? row["kind"],
  "items.stateId": (value, row, plan) =>
    plan.workflows?.find(({ id }) => id === row["workflowId"])?.states.find(({ id }) => id === value)?.name,
  "items.body": (value) =>
    value === undefined ? undefined : { text: guarded((value as { text: string }).text), markup: "plain" },
  "items.outcomeIds": (value) => (value === undefined ? undefined : [(value as string[]).join(";")]),
  "items.labels": (value) =>
    ((value as string[] | undefined) ?? []).flatMap((each) => each.split(/[;,]/)).map((each) => each.trim()),
  "items.estimates": (_value, row, plan) => {
    const single = itemOf(row, plan)?.estimates?.find(
      ({ basis, value }) => basis === "original" && value.kind === "single",
    );
    if (single === undefined) return undefined;
    return [{ ...single, of: single.of === "effort" || single.of === "duration" ? "effort" : "size" }];
  },
  "items.dueDate": same,
  "dependencies.type": always("FS"),
  people: isAssigned,
  "people.name": (value) => String(value).trim(),
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": same,
  "assignments.role": always("accountable"),
};
