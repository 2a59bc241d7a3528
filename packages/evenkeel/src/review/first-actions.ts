import { compareSeverity, type Finding, type Reference } from "@evenkeel/checks";
import type { WorkPlan } from "@evenkeel/core";
import { compareText, formatDay } from "@evenkeel/kernel";
import { type Names, named } from "./names.js";
import type { Consequence, PromiseOutlook, ReviewAction } from "./types.js";

const most = 5;
const mostOfOneKind = 2;
const millisPerDay = 86_400_000;

/** What the choice of actions rests on. */
export interface ActionInput {
  readonly plan: WorkPlan;
  readonly findings: readonly Finding[];
  readonly promises: readonly PromiseOutlook[];
  readonly names: Names;
  readonly now: number;
}

/** Checks whose failure holds work up; only these put a promise at stake. Unclear work is found, not blamed for a date. */
const delaying =
  /^(completion\/(item|promise|stale|wip)|coordination\/(?!open-end|lead|hard-constraint|outcome)|clarity\/open-decision|sustainability\/overload)/;

/** Weight for ordering: a chance lost as it is, days late as a loss of at least half. */
const weightOf = (loss: Consequence | undefined): number =>
  loss === undefined ? 0 : loss.kind === "chance" ? loss.value : Math.min(1, 0.5 + loss.value / 60);

/** What a commitment stands to lose as it is: the graver of what pace and dependencies say. */
function lossOf({
  commitmentId,
  what,
  networkDaysLate,
  flowChance,
  standing,
}: PromiseOutlook): Consequence | undefined {
  if (standing === "safe" || standing === "unknown") return undefined;
  const chance: Consequence[] =
    flowChance === undefined || flowChance >= 1 ? [] : [{ kind: "chance", value: 1 - flowChance, commitmentId, what }];
  const days: Consequence[] =
    networkDaysLate === undefined || networkDaysLate <= 0
      ? []
      : [{ kind: "days", value: networkDaysLate, commitmentId, what }];
  return [...chance, ...days].sort((x, y) => weightOf(y) - weightOf(x))[0];
}

/** Commitments that an item's delay reaches: its own, its ancestors', and those of everything behind it. */
function reached(plan: WorkPlan): (itemId: string) => ReadonlySet<string> {
  const onward = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    onward.set(from, [...(onward.get(from) ?? []), to]);
  };
  for (const { predecessorId, successorId } of plan.dependencies ?? []) add(predecessorId, successorId);
  for (const { id, parentId, projectId } of plan.items ?? []) {
    if (parentId !== undefined) add(id, parentId);
    if (projectId !== undefined) add(id, `project ${projectId}`);
  }
  const promised = new Map<string, string[]>();
  for (const { id, subject } of plan.commitments ?? []) {
    if (subject === undefined) continue;
    const key = subject.table === "projects" ? `project ${subject.id}` : subject.id;
    promised.set(key, [...(promised.get(key) ?? []), id]);
  }
  return (itemId) => {
    const seen = new Set([itemId]);
    for (const at of seen) for (const next of onward.get(at) ?? []) seen.add(next);
    return new Set([...seen].flatMap((at) => promised.get(at) ?? []));
  };
}

function itemsOf(plan: WorkPlan, references: readonly Reference[]): string[] {
  const links = new Map((plan.dependencies ?? []).map((link) => [link.id, [link.predecessorId, link.successorId]]));
  return references.flatMap(({ table, id }) =>
    table === "items" ? [id] : table === "dependencies" ? (links.get(id) ?? []) : [],
  );
}

function actorOf(plan: WorkPlan, finding: Pick<Finding, "subject" | "evidence">): string | undefined {
  const { subject } = finding;
  if (subject.table === "people") return subject.id;
  if (subject.table === "commitments") return plan.commitments?.find(({ id }) => id === subject.id)?.byId;
  if (subject.table === "decisions") return plan.decisions?.find(({ id }) => id === subject.id)?.deciderId;
  if (subject.table === "outcomes") return plan.outcomes?.find(({ id }) => id === subject.id)?.ownerId;
  if (subject.table === "dependencies") {
    const link = plan.dependencies?.find(({ id }) => id === subject.id);
    return link?.handoff?.to ?? link?.handoff?.from;
  }
  return itemsOf(plan, [subject, ...finding.evidence]).flatMap((itemId) => ownerOf(plan, itemId) ?? [])[0];
}

/** Whose item it is: accountable before responsible before driver; among several the smallest assignment id. */
function ownerOf(plan: WorkPlan, itemId: string): string | undefined {
  const held = (plan.assignments ?? []).filter((row) => row.itemId === itemId && row.personId !== undefined);
  held.sort((a, b) => compareText(a.id, b.id));
  const by = (role: string): string | undefined => held.find((row) => row.role === role)?.personId;
  return by("accountable") ?? by("responsible") ?? by("driver");
}

interface Candidate {
  readonly action: ReviewAction;
  readonly weight: number;
  readonly key: string;
  readonly kind: string;
}

function ofFinding(
  finding: Finding,
  input: ActionInput,
  losses: ReadonlyMap<string, Consequence>,
  reach: (itemId: string) => ReadonlySet<string>,
): Candidate {
  const { plan, names, promises, now } = input;
  const own = finding.subject.table === "commitments" ? [finding.subject.id] : [];
  const items = itemsOf(plan, [finding.subject, ...finding.evidence]);
  const ids = delaying.test(finding.checkId)
    ? new Set([...own, ...items.flatMap((id) => [...reach(id)])])
    : new Set<string>();
  const [loss] = [...ids]
    .flatMap((id) => losses.get(id) ?? [])
    .sort((a, b) => weightOf(b) - weightOf(a) || compareText(a.commitmentId, b.commitmentId));
  const person = actorOf(plan, finding);
  const due = promises.find(({ commitmentId }) => commitmentId === loss?.commitmentId)?.due;
  const today = formatDay(Math.floor(now / millisPerDay));
  const { code, facts } = named(finding, names);
  return {
    action: {
      code,
      facts,
      severity: finding.severity,
      ...(person === undefined ? {} : { personId: person, person: names.people.get(person) ?? person }),
      due: due !== undefined && due > today ? due : today,
      ...(loss === undefined ? {} : { consequence: loss }),
      evidence: finding.evidence,
    },
    weight: weightOf(loss),
    key: `${finding.subject.table} ${finding.subject.id}`,
    kind: finding.checkId,
  };
}

function ofPromise(outlook: PromiseOutlook, loss: Consequence, input: ActionInput): Candidate {
  const { plan, names, now } = input;
  const row = plan.commitments?.find(({ id }) => id === outlook.commitmentId);
  const today = formatDay(Math.floor(now / millisPerDay));
  const finish = outlook.networkFinish === undefined ? {} : { finish: outlook.networkFinish.slice(0, 10) };
  const late = outlook.networkDaysLate !== undefined && outlook.networkDaysLate > 0;
  const doubtful = (outlook.flowChance ?? 1) < 0.85;
  const code = late
    ? doubtful
      ? "evenkeel/promise-doubtful-and-late"
      : "evenkeel/promise-late"
    : "evenkeel/promise-doubtful";
  const facts = {
    what: outlook.what,
    due: outlook.due,
    chance: outlook.flowChance ?? 0,
    days: Math.max(0, outlook.networkDaysLate ?? 0),
    first: outlook.itemsFirst ?? 0,
    ...finish,
  };
  return {
    action: {
      code,
      facts,
      severity: "serious",
      ...(row?.byId === undefined ? {} : { personId: row.byId, person: names.people.get(row.byId) ?? row.byId }),
      due: today,
      consequence: loss,
      evidence: [{ table: "commitments", id: outlook.commitmentId }],
    },
    weight: weightOf(loss),
    key: `commitments ${outlook.commitmentId}`,
    kind: "promise",
  };
}

/**
 * The few things to do first, ordered by what a commitment stands to lose, then by severity.
 *
 * At most five; at most two of one kind, one a subject, so that the list is not one complaint five times.
 */
export function firstActions(input: ActionInput): ReviewAction[] {
  const losses = new Map(
    input.promises.flatMap((outlook) =>
      lossOf(outlook) === undefined ? [] : [[outlook.commitmentId, lossOf(outlook) as Consequence]],
    ),
  );
  const reach = reached(input.plan);
  const failed = input.findings.filter(({ outcome, waiver }) => outcome === "fail" && waiver === undefined);
  const candidates = [
    ...failed.map((finding) => ofFinding(finding, input, losses, reach)),
    ...input.promises.flatMap((outlook) => {
      const loss = losses.get(outlook.commitmentId);
      return loss === undefined ? [] : [ofPromise(outlook, loss, input)];
    }),
  ].sort(
    (a, b) =>
      b.weight - a.weight ||
      compareSeverity(a.action.severity, b.action.severity) ||
      compareText(a.kind, b.kind) ||
      compareText(a.key, b.key),
  );
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const alike = chosen.filter(({ kind }) => kind === candidate.kind).length;
    if (chosen.length === most || alike >= mostOfOneKind || chosen.some(({ key }) => key === candidate.key)) continue;
    chosen.push(candidate);
  }
  return chosen.map(({ action }) => action);
}
