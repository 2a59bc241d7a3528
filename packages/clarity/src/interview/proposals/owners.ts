import {
  type AssignmentRole,
  type CommandDraft,
  type ItemNode,
  isOpenItem,
  ownerOf,
  type Person,
  type PlanIndex,
} from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { ownershipModels } from "../../item/not-one-accountable.js";
import { absenceOf, ownerUnavailable } from "../../item/owner-unavailable.js";
import { absentParts } from "../../link/missing-handoff.js";
import { askAboutItem } from "../addressee.js";
import { asked } from "../fill.js";
import { fingerprintOf, grouped, type Inquiry, type Part, type Proposal } from "../proposal.js";
import type { AnswerField, AnswerOption } from "../question.js";

const owning: readonly AssignmentRole[] = ["accountable", "approver", "decider", "responsible", "driver"];
const aheadDays = Number(ownerUnavailable.params["aheadDays"]);

/** What can only be judged, or is judged anew, once an item has another owner: its handoffs, and whether that person took it. */
function unseenUnder({ plan }: Inquiry, item: ItemNode): string[] {
  const handoffs = [...item.incoming, ...item.outgoing].flatMap(({ id, handoff, successorId }) => {
    const after = plan.items.get(successorId);
    const isOpen = after !== undefined && after.category !== "done" && after.category !== "dropped";
    return isOpen && absentParts(handoff).length > 0
      ? [fingerprintOf("clarity/missing-handoff", "dependencies", id)]
      : [];
  });
  return [...handoffs, fingerprintOf("clarity/unacknowledged-assignment", "items", item.row.id)];
}

/** People who are gone, or away for the time of one of the items; found among those who are ever away. */
export function unavailableFor({ plan, now }: Inquiry): (items: readonly ItemNode[]) => string[] {
  const sometimes: Person[] = [...plan.people.values()]
    .map(({ row }) => row)
    .filter(({ active, away }) => active === false || (away ?? []).length > 0)
    .sort((a, b) => compareText(a.id, b.id));
  return (items) =>
    sometimes
      .filter((person) => items.some(({ row }) => absenceOf(person, row, now, aheadDays) !== undefined))
      .map(({ id }) => id);
}

/** An id for a new assignment that the plan does not have yet. */
function freshId(plan: PlanIndex, wanted: string): string {
  let id = wanted;
  while (plan.row("assignments", id) !== undefined) id += "+";
  return id;
}

function assign(plan: PlanIndex, question: string, item: string, role: AssignmentRole, field: string): CommandDraft {
  const assignment = freshId(plan, `${question}/${item}/${role}`);
  return { type: "assign", assignment, item, person: asked(field), role };
}

/** One owner for all parts of one whole that have none; or someone who does what somebody else answers for. */
function assignQuestions(inquiry: Inquiry, checkId: string, code: string, rank: number): Proposal[] {
  const { plan, failing, settled } = inquiry;
  const unavailable = unavailableFor(inquiry);
  // Where an ownership model is in use and broken, its own question names the owner.
  const items = [...failing(checkId).keys()]
    .filter((id) => checkId !== "clarity/missing-owner" || !failing("clarity/not-one-accountable").has(id))
    .flatMap((id) => plan.items.get(id) ?? []);
  const keyOf = ({ row, parent }: ItemNode): string => {
    if (parent !== undefined) return `items|${parent.row.id}`;
    return row.projectId === undefined ? `items|${row.id}` : `projects|${row.projectId}`;
  };
  return [...grouped(items, keyOf)].map(([key, group]) => {
    const id = `${code}|${key}`;
    return {
      id,
      rank,
      code,
      several: `${code}-of-several`,
      to: askAboutItem(plan, group[0]),
      answers: [{ name: "person", kind: "person", except: unavailable(group) }],
      units: group.map(
        (item): Part => ({
          subject: { table: "items", id: item.row.id },
          title: item.row.title,
          commands: [assign(plan, id, item.row.id, "responsible", "person")],
          clears: settled(item.row.id, checkId),
          reveals: unseenUnder(inquiry, item),
        }),
      ),
    };
  });
}

/** Who owns what nobody owns; asked once for the parts of a whole. */
export const ownerQuestions = (inquiry: Inquiry): Proposal[] =>
  assignQuestions(inquiry, "clarity/missing-owner", "clarity/ask-owner", 2);
/** Who does what somebody answers for. */
export const doerQuestions = (inquiry: Inquiry): Proposal[] =>
  assignQuestions(inquiry, "clarity/unresolved-responsibility", "clarity/ask-doer", 3);

function oneOf(plan: PlanIndex, item: ItemNode, role: AssignmentRole, except: readonly string[]): AnswerField {
  const held = item.assignments.filter((row) => row.role === role).sort((a, b) => compareText(a.id, b.id));
  const present = held.filter(({ personId }) => personId !== undefined && !except.includes(personId));
  const options = held.map(({ id, personId, teamId, resourceId }): AnswerOption => {
    const label = plan.people.get(personId ?? "")?.row.name ?? plan.teams.get(teamId ?? "")?.row.name;
    return {
      value: id,
      label: label ?? personId ?? teamId ?? resourceId ?? id,
      otherwise: [{ type: "unassign", assignment: id }],
    };
  });
  // Whoever is not there is still taken off; but cannot be the one, unless nobody is there.
  if (present.length === 0 || present.length === held.length) return { name: role, kind: "choice", options };
  const gone = held
    .filter((row) => !present.includes(row))
    .map(({ id }): CommandDraft => ({ type: "unassign", assignment: id }));
  const left = options
    .filter(({ value }) => present.some(({ id }) => id === value))
    .map((option) => ({ ...option, commands: gone }));
  return { name: role, kind: "choice", options: left };
}

/** Which one of several is the one; who is it where nobody is. One question an item, for all roles of its model. */
export function modelQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing, settled } = inquiry;
  const unavailable = unavailableFor(inquiry);
  return [...failing("clarity/not-one-accountable")].flatMap(([itemId, { facts }]) => {
    const item = plan.items.get(itemId);
    const model = ownershipModels.find(({ name }) => name === facts["model"]);
    if (item === undefined || model === undefined) return [];
    const id = `clarity/ask-one-owner|items|${itemId}`;
    const except = unavailable([item]);
    const answers: AnswerField[] = [];
    const commands: CommandDraft[] = [];
    const name = (role: AssignmentRole): void => {
      answers.push({ name: role, kind: "person", except });
      commands.push(assign(plan, id, itemId, role, role));
    };
    for (const role of model.single) {
      const count = item.assignments.filter((row) => row.role === role).length;
      if (count > 1) answers.push(oneOf(plan, item, role, except));
      if (count === 0) name(role);
      // Who answers for an item does not yet do it.
      if (count === 0 && role === "accountable" && !item.assignments.some((row) => row.role === "responsible"))
        name("responsible");
    }
    const clears = settled(
      itemId,
      "clarity/not-one-accountable",
      ...(ownerOf(item) === undefined ? ["clarity/missing-owner"] : []),
    );
    const reveals = [...unseenUnder(inquiry, item), fingerprintOf("clarity/owner-unavailable", "items", itemId)];
    const { title } = item.row;
    return [
      {
        id,
        rank: 4,
        code: "clarity/ask-one-owner",
        facts: { title, model: model.name, roles: answers.map((field) => field.name) },
        to: askAboutItem(plan, item.parent),
        answers,
        units: [{ subject: { table: "items", id: itemId }, title, commands, clears, reveals }],
      },
    ];
  });
}

/** Who takes over from someone who is not there: asked once for all that is theirs. */
export function successorQuestions(inquiry: Inquiry): Proposal[] {
  const { plan, failing, settled } = inquiry;
  const unavailable = unavailableFor(inquiry);
  const left = [...failing("clarity/owner-unavailable").keys()].flatMap((id) => {
    const item = plan.items.get(id);
    const owner = item === undefined ? undefined : ownerOf(item);
    return item === undefined || owner === undefined || !isOpenItem(item) ? [] : [{ item, owner }];
  });
  return [...grouped(left, ({ owner }) => `${owner.table}|${owner.id}`)].map(([key, group]) => {
    const { owner, item: first } = group[0];
    const name = plan.people.get(owner.id)?.row.name ?? plan.teams.get(owner.id)?.row.name ?? owner.id;
    return {
      id: `clarity/ask-successor|${key}`,
      rank: 5,
      code: "clarity/ask-successor",
      several: "clarity/ask-successor-of-several",
      facts: { owner: name },
      to: askAboutItem(plan, first, owner.id),
      answers: [{ name: "person", kind: "person", except: unavailable(group.map(({ item }) => item)) }],
      units: group.map(
        ({ item }): Part => ({
          subject: { table: "items", id: item.row.id },
          title: item.row.title,
          commands: item.assignments
            .filter(({ role, personId, teamId }) => owning.includes(role) && (personId ?? teamId) === owner.id)
            .sort((a, b) => compareText(a.id, b.id))
            .map(({ id, teamId }) => ({
              type: "change",
              table: "assignments",
              target: id,
              set: { personId: asked("person") },
              ...(teamId === undefined ? {} : { unset: ["teamId"] }),
            })),
          clears: settled(item.row.id, "clarity/owner-unavailable"),
          reveals: unseenUnder(inquiry, item),
        }),
      ),
    };
  });
}

/** Whose answer is needed, and who need only be told. */
export function consultedQuestions({ plan, failing, settled }: Inquiry): Proposal[] {
  return [...failing("clarity/too-many-consulted")].flatMap(([id, { threshold }]) => {
    const item = plan.items.get(id);
    if (item === undefined) return [];
    const options = item.assignments
      .filter(({ role }) => role === "consulted" || role === "agreer")
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id: value, personId, teamId, role }): AnswerOption => {
        const told: CommandDraft = { type: "change", table: "assignments", target: value, set: { role: "informed" } };
        const label = plan.people.get(personId ?? "")?.row.name ?? plan.teams.get(teamId ?? "")?.row.name;
        return {
          value,
          label: label ?? personId ?? teamId ?? value,
          otherwise: [role === "consulted" ? told : { type: "unassign", assignment: value }],
        };
      });
    const { title } = item.row;
    return [
      {
        id: `clarity/ask-consulted|items|${id}`,
        rank: 6,
        code: "clarity/ask-consulted",
        facts: { title, count: options.length, most: threshold?.value ?? 0 },
        to: askAboutItem(plan, item),
        answers: [{ name: "asked", kind: "choices", options, most: threshold?.value ?? 0 }],
        units: [
          {
            subject: { table: "items", id },
            title,
            commands: [],
            clears: settled(id, "clarity/too-many-consulted"),
          },
        ],
      },
    ];
  });
}
