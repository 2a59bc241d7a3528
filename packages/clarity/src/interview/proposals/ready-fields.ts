import type { WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { asked } from "../fill.js";
import type { AnswerField, AnswerOption } from "../question.js";

/** What is asked for a field of an item, and what is set then. */
interface FieldAsking {
  readonly answers: readonly AnswerField[];
  readonly set: Json;
  /** Checks that are settled with it. */
  readonly settles: readonly string[];
}

const one = (value: string): AnswerOption => ({ value });
const observables: readonly AnswerOption[] = ["state", "value", "artefact", "approval"].map(one);

/** How one sees something: one of four ways. */
export const observableField = (name: string): AnswerField => ({ name, kind: "choice", options: observables });

/** How one sees that an item is done. */
export const acceptanceAsking = ({ title }: WorkItem): FieldAsking => ({
  answers: [{ name: "criterion", kind: "text", unlike: [title] }, observableField("observable")],
  set: [{ text: asked("criterion"), observable: asked("observable") }],
  settles: ["clarity/missing-acceptance"],
});

/** How large an item is, in the unit the plan counts in. */
export function sizeAsking({ estimates }: WorkItem, unit: "points" | "minutes"): FieldAsking {
  const value = { kind: "single", amount: asked("size") };
  const added = { of: unit === "points" ? "points" : "effort", basis: "original", value };
  return {
    answers: [{ name: "size", kind: "number", unit, least: 0 }],
    set: [...((estimates ?? []) as unknown as Json[]), added],
    settles: ["clarity/missing-size", "clarity/never-discussed"],
  };
}

const words = (name: string): FieldAsking => ({
  answers: [{ name, kind: "text" }],
  set: [asked(name)],
  settles: [],
});
const date = (name: string): FieldAsking => ({ answers: [{ name, kind: "date" }], set: asked(name), settles: [] });

/** How a field that a workflow asks for is asked for; undefined for fields that no short answer fills. */
export function fieldAsking(
  field: string,
  row: WorkItem,
  unit: "points" | "minutes",
  outcomes: readonly AnswerOption[],
): FieldAsking | undefined {
  switch (field) {
    case "acceptanceCriteria":
      return acceptanceAsking(row);
    case "estimates":
      return sizeAsking(row, unit);
    case "reason":
      return {
        answers: [{ name: "reason", kind: "text", unlike: [row.title] }],
        set: asked("reason"),
        settles: ["clarity/missing-reason"],
      };
    case "outcomeIds":
      if (outcomes.length === 0) return undefined;
      return {
        answers: [{ name: "outcome", kind: "choice", options: outcomes }],
        set: [asked("outcome")],
        settles: ["clarity/missing-outcome"],
      };
    case "labels":
    case "skills":
      return words(field);
    case "dueDate":
    case "deadline":
      return date(field);
    case "priority":
      return { answers: [{ name: field, kind: "number" }], set: asked(field), settles: [] };
    case "classOfService": {
      const options = ["standard", "fixedDate", "expedite", "intangible"].map(one);
      return { answers: [{ name: field, kind: "choice", options }], set: asked(field), settles: [] };
    }
    default:
      return undefined;
  }
}
