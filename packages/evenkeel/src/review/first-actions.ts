import { compareSeverity, type Finding, type Reference } from "@evenkeel/checks";
import { type ItemNode, ownerOf, type WorkContext } from "@evenkeel/core";
import { compareText, formatDay } from "@evenkeel/kernel";
import { chanceFacts, type Names, named } from "./names.js";
import type { Consequence, PromiseOutlook, ReviewAction } from "./types.js";

const most = 5;
const mostOfOneKind = 2;
const millisPerDay = 86_400_000;

/** What the choice of actions rests on. */
export interface ActionInput {
  readonly context: WorkContext;
  readonly findings: readonly Finding[];
  readonly promises: readonly PromiseOutlook[];
  readonly names: Names;
}

/** Checks whose failure holds work up; only these put a promise at stake. Unclear work is found, not blamed for a date. */
const delaying =
  /^(completion\/(item|promise|stale|wip)|coordination\/(?!open-end|lead|hard-constraint|outcome)|clarity\/open-decision|sustainability\/overload)/;

/** Weight for ordering: a chance lost as it is, days late as a loss of at least half. */
const weightOf = (loss: Consequence | undefined): number =>
  loss === undefined ? 0 : loss.kind === "chance" ? loss.value : Math.min(1, 0.5 + loss.value / 60);

const gravestFirst = (a: Consequence, b: Consequence): number =>
  weightOf(b) - weightOf(a) || compareText(a.commitmentId, b.commitmentId);

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

/** The items a commitment is about. */
function promisedIn({ plan }: WorkContext, commitmentId: string): ItemNode[] {
  const subject = plan.row("commitments", commitmentId)?.subject;
  if (subject?.table === "items") return [subject.id].flatMap((id) => plan.items.get(id) ?? []);
  if (subject?.table === "outcomes") return [...(plan.outcomes.get(subject.id)?.items ?? [])];
  if (subject?.table !== "projects") return [];
  return [...plan.items.values()].filter(({ row }) => row.projectId === subject.id);
}

/**
 * What each item's delay puts at stake: the gravest loss among its own commitments, its ancestors', and those of all behind it.
 *
 * The gravest loss goes back through what it waits for first, so that each item is visited once.
 */
function stakes(context: WorkContext, losses: readonly Consequence[]): ReadonlyMap<string, Consequence> {
  const { plan } = context;
  const atStake = new Map<string, Consequence>();
  for (const loss of losses) {
    const open = promisedIn(context, loss.commitmentId).filter(({ row }) => !atStake.has(row.id));
    for (let item = open.pop(); item !== undefined; item = open.pop()) {
      if (atStake.has(item.row.id)) continue;
      atStake.set(item.row.id, loss);
      open.push(...item.children);
      for (const { predecessorId } of item.incoming) {
        const before = plan.items.get(predecessorId);
        if (before !== undefined) open.push(before);
      }
    }
  }
  return atStake;
}

function itemsOf({ plan }: WorkContext, references: readonly Reference[]): ItemNode[] {
  return references.flatMap(({ table, id }) => {
    const link = table === "dependencies" ? plan.dependencies.get(id) : undefined;
    if (link !== undefined) return [link.before, link.after];
    if (table === "decisions")
      return (plan.row("decisions", id)?.blocks ?? []).flatMap((blocked) => plan.items.get(blocked) ?? []);
    return table === "items" ? (plan.items.get(id) ?? []) : [];
  });
}

/** Who should act: the person a row is about or names, else the owner of the first item concerned. */
function actorOf(
  context: WorkContext,
  { subject, evidence }: Pick<Finding, "subject" | "evidence">,
): string | undefined {
  const { plan } = context;
  const { table, id } = subject;
  if (table === "people") return id;
  if (table === "commitments") return plan.row("commitments", id)?.byId;
  if (table === "decisions") return plan.row("decisions", id)?.deciderId;
  if (table === "outcomes") return plan.row("outcomes", id)?.ownerId;
  if (table === "dependencies") {
    const handoff = plan.row("dependencies", id)?.handoff;
    return handoff?.to ?? handoff?.from;
  }
  const owners = itemsOf(context, [subject, ...evidence]).flatMap((item) => ownerOf(item) ?? []);
  return owners.find((owner) => owner.table === "people")?.id;
}

interface Candidate {
  readonly action: ReviewAction;
  readonly weight: number;
  readonly key: string;
  readonly kind: string;
}

/** The gravest loss a finding puts at stake: its own commitment's, or that of the items it concerns. */
function lossAtStake(
  { context }: ActionInput,
  finding: Finding,
  losses: ReadonlyMap<string, Consequence>,
  atStake: ReadonlyMap<string, Consequence>,
): Consequence | undefined {
  if (!delaying.test(finding.checkId)) return undefined;
  const own = finding.subject.table === "commitments" ? losses.get(finding.subject.id) : undefined;
  const items = itemsOf(context, [finding.subject, ...finding.evidence]);
  return [own, ...items.map(({ row }) => atStake.get(row.id))].flatMap((loss) => loss ?? []).sort(gravestFirst)[0];
}

function ofFinding(
  finding: Finding,
  input: ActionInput,
  loss: Consequence | undefined,
  due: string | undefined,
): Candidate {
  const { context, names } = input;
  const person = actorOf(context, finding);
  const today = formatDay(Math.floor(context.now / millisPerDay));
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
  const { context, names } = input;
  const row = context.plan.row("commitments", outlook.commitmentId);
  const today = formatDay(Math.floor(context.now / millisPerDay));
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
    ...chanceFacts(outlook.flowChance ?? 0),
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
  const atStake = stakes(input.context, [...losses.values()].sort(gravestFirst));
  const dueOf = new Map(input.promises.map(({ commitmentId, due }) => [commitmentId, due]));
  const failed = input.findings.filter(({ outcome, waiver }) => outcome === "fail" && waiver === undefined);
  const candidates = [
    ...failed.map((finding) => {
      const loss = lossAtStake(input, finding, losses, atStake);
      return ofFinding(finding, input, loss, dueOf.get(loss?.commitmentId ?? ""));
    }),
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
