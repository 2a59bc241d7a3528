import { type ItemNode, isOpenItem, type OutcomeMeasure, type OutcomeNode, outcomesServed } from "@evenkeel/core";
import { compareText, type Json } from "@evenkeel/kernel";
import { countsWork } from "../../outcome/measure-counts-work.js";
import { okrShape } from "../../outcome/okr-shape.js";
import { measureFaults } from "../../outcome/target-not-ahead.js";
import { askAboutItem, askAboutOutcome } from "../addressee.js";
import { asked } from "../fill.js";
import { fingerprintOf, type Inquiry, type Proposal } from "../proposal.js";
import type { AnswerField, AnswerOption } from "../question.js";
import { twinsOf } from "./outcomes-of-items.js";

const measuring = ["clarity/incomplete-measure", "clarity/target-not-ahead", "clarity/measure-counts-work"] as const;
type MeasureField = "metric" | "unit" | "baseline" | "target" | "by";
const inOrder: readonly MeasureField[] = ["metric", "unit", "baseline", "target", "by"];

/** Fields of a measure that are missing or do not fit. */
function wrongFields({ failing }: Inquiry, id: string, measure: OutcomeMeasure): MeasureField[] {
  const wrong = new Set<MeasureField>();
  const absent = failing("clarity/incomplete-measure").get(id)?.facts["absent"];
  for (const field of Array.isArray(absent) ? absent : []) wrong.add(field as MeasureField);
  const isJudged = measure.target !== undefined || wrong.has("target");
  for (const fault of isJudged ? measureFaults(measure) : [])
    wrong.add(fault === "dates" ? "by" : fault === "unit" ? "unit" : "target");
  if (failing("clarity/measure-counts-work").has(id)) {
    wrong.add("metric");
    if (countsWork({ ...measure, metric: "" }) !== undefined) wrong.add("unit");
  }
  return inOrder.filter((field) => wrong.has(field));
}

function measureField(field: MeasureField, title: string, { from, unit }: OutcomeMeasure): AnswerField {
  switch (field) {
    case "metric":
      return { name: field, kind: "text", unlike: [title] };
    case "unit":
      return { name: field, kind: "text" };
    case "by":
      return { name: field, kind: "date", ...(from === undefined ? {} : { after: from }) };
    default:
      return { name: field, kind: "number", ...(unit === undefined ? {} : { unit }) };
  }
}

/** How one sees that an outcome is attained: all that its measure lacks, at once. */
export function measureQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing, settled } = inquiry;
  const ids = new Set(measuring.flatMap((checkId) => [...failing(checkId).keys()]));
  return [...ids].flatMap((id): Proposal[] => {
    const outcome = plan.outcomes.get(id);
    if (outcome === undefined) return [];
    const { title, measure = {} } = outcome.row;
    const fields = wrongFields(inquiry, id, measure);
    const kept = Object.entries(measure).filter(([, value]) => value !== undefined);
    const set = Object.fromEntries([...kept, ...fields.map((field) => [field, asked(field)])]) as Json;
    return [
      {
        id: `clarity/ask-measure|outcomes|${id}`,
        rank: 18,
        code: "clarity/ask-measure",
        facts: { title, absent: fields },
        to: askAboutOutcome(plan, outcome),
        answers: fields.map((field) => measureField(field, title, measure)),
        units: [
          {
            subject: { table: "outcomes", id },
            title,
            commands: [{ type: "change", table: "outcomes", target: id, set: { measure: set } }],
            clears: settled(id, ...measuring),
          },
        ],
      },
    ];
  });
}

/** Goals that can take one more part and then still have a handful. */
function goalsWithRoom({ plan }: Inquiry): AnswerOption[] {
  const [least, most] = [Number(okrShape.params["least"]), Number(okrShape.params["most"])];
  return [...plan.outcomes.values()]
    .filter(({ children: { length } }) => length > 0 && (length > most || (length + 1 >= least && length < most)))
    .sort((a, b) => compareText(a.row.id, b.row.id))
    .map(({ row }) => ({ value: row.id, label: row.title }));
}

/** Which goal an outcome leads to. */
export function goalQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing, settled } = inquiry;
  const ids = [...failing("clarity/outcome-without-goal").keys()];
  const options = ids.length === 0 ? [] : goalsWithRoom(inquiry);
  if (options.length === 0) return [];
  return ids.map((id) => {
    const outcome = plan.outcomes.get(id);
    const title = outcome?.row.title ?? id;
    return {
      id: `clarity/ask-goal|outcomes|${id}`,
      rank: 19,
      code: "clarity/ask-goal",
      facts: { title },
      to: askAboutOutcome(plan, outcome),
      answers: [{ name: "goal", kind: "choice", options }],
      units: [
        {
          subject: { table: "outcomes", id },
          title,
          commands: [{ type: "change", table: "outcomes", target: id, set: { parentId: asked("goal") } }],
          clears: settled(id, "clarity/outcome-without-goal"),
        },
      ],
    };
  });
}

const mostOffered = 12;

/** Items that may serve an outcome: first those that serve nothing, then those that serve its neighbours, then any open ones. */
function servants({ plan, failing }: Inquiry, outcome: OutcomeNode, some: () => readonly ItemNode[]): ItemNode[] {
  const neighbours = [outcome.parent, ...(outcome.parent?.children ?? [])].flatMap((each) => each?.items ?? []);
  const idle = [...failing("clarity/missing-outcome").keys()]
    .slice(0, mostOffered)
    .flatMap((id) => plan.items.get(id) ?? []);
  const near = neighbours.filter(({ category }) => category !== "done" && category !== "dropped");
  const found = new Set([...idle, ...near.sort((a, b) => compareText(a.row.id, b.row.id))]);
  // An item that may turn out to be another one takes on nothing.
  const twins = failing("clarity/duplicate-item");
  return [...(found.size > 0 ? found : some())].filter(({ row }) => !twins.has(row.id)).slice(0, mostOffered);
}

/** Which item works for an outcome nobody works for. What the item served it goes on serving. */
export function servingQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing, settled } = inquiry;
  let first: ItemNode[] | undefined;
  const some = (): ItemNode[] => {
    first ??= [...plan.items.values()]
      .filter(isOpenItem)
      .sort((a, b) => compareText(a.row.id, b.row.id))
      .slice(0, mostOffered);
    return first;
  };
  return [...failing("clarity/unserved-outcome").keys()].flatMap((id): Proposal[] => {
    const outcome = plan.outcomes.get(id);
    const items = outcome === undefined ? [] : servants(inquiry, outcome, some);
    if (outcome === undefined || items.length === 0) return [];
    const options = items.map((item): AnswerOption => {
      const outcomeIds = [...outcomesServed(plan, item).map(({ row }) => row.id), id];
      return {
        value: item.row.id,
        label: item.row.title,
        commands: [{ type: "change", table: "items", target: item.row.id, set: { outcomeIds } }],
      };
    });
    const { title } = outcome.row;
    const reveals = [
      fingerprintOf("clarity/outcome-without-goal", "outcomes", id),
      ...items.flatMap(({ row }) => twinsOf(plan, row.id)),
    ];
    return [
      {
        id: `clarity/ask-item|outcomes|${id}`,
        rank: 20,
        code: "clarity/ask-item",
        facts: { title },
        to: askAboutOutcome(plan, outcome) ?? askAboutItem(plan, items[0]),
        answers: [{ name: "item", kind: "choice", options }],
        units: [
          {
            subject: { table: "outcomes", id },
            title,
            commands: [],
            clears: settled(id, "clarity/unserved-outcome"),
            reveals,
          },
        ],
      },
    ];
  });
}
