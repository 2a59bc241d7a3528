import { onTimeLine, type WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import type { Duty } from "./duty.js";
import { dutyOfHandoff } from "./of-dependencies.js";
import { dutiesOfItem } from "./of-items.js";
import { dutyOfDecision, dutyOfOutcome, dutyOfPromise } from "./of-others.js";

/** Whose duties, and which promises are doubted. */
export interface DutyOptions {
  /** Only this person's; those of their teams count as theirs. */
  readonly personId?: string;
  /** Only those of this team and its members. */
  readonly teamId?: string;
  /** Commitments that a schedule or forecast doubts: to be renegotiated before their date. */
  readonly atRisk?: ReadonlySet<string>;
}

/**
 * The people and teams whose duties are a person's, or a team's: the person and their teams, or the team and its members now.
 *
 * @param context - plan and instant
 * @param party - a person, or a team
 * @returns ids; undefined when neither is named, which means everyone
 *
 * Issues: none.
 * Time O(members), space the same.
 * Source: own.
 *
 * @example
 * import { workContext } from "@evenkeel/core";
 * partyOf(workContext({ plan: { formatVersion: 1 }, now: 0 }), { personId: "ana" }); // => new Set(["ana"])
 */
export function partyOf(
  { plan, now }: WorkContext,
  { personId, teamId }: Pick<DutyOptions, "personId" | "teamId">,
): ReadonlySet<string> | undefined {
  if (personId !== undefined)
    return new Set([personId, ...(plan.people.get(personId)?.teams ?? []).map(({ id }) => id)]);
  if (teamId === undefined) return undefined;
  const members = (plan.row("teams", teamId)?.members ?? []).filter(({ during }) => {
    const [from, to] = [onTimeLine(during?.from ?? ""), onTimeLine(during?.to ?? "", true)];
    return (from === undefined || from <= now) && (to === undefined || to > now);
  });
  return new Set([teamId, ...members.map((member) => member.personId)]);
}

/**
 * All open duties in one order: accept a handoff, acknowledge an expectation, answer, decide, keep or renegotiate a promise,
 * accept a result, take a reading; each with who, by when, why, and the command that discharges it.
 *
 * Each open promise and each unmeasured outcome is in it exactly once. Carrying out a duty's command removes that duty and
 * no other. A duty without a person is nobody's yet: it is in the list of everyone, not in a person's.
 *
 * @param context - plan and history at an instant
 * @param options - whose; doubted promises
 * @returns by due instant, then kind, then subject id
 *
 * Issues: none.
 * Time O(rows + events + d log d) for d duties, space O(d).
 * Source: own; conversations for action after Winograd & Flores (1986).
 *
 * @example
 * import { workContext } from "@evenkeel/core";
 * const plan = { formatVersion: 1, commitments: [{ id: "c", byId: "ana", what: "Doors hung", due: "2026-05-01" }] } as const;
 * openDuties(workContext({ plan, now: 0 })).map(({ kind, whoId }) => [kind, whoId]); // => [["keepPromise", "ana"]]
 */
export function openDuties(context: WorkContext, options: DutyOptions = {}): Duty[] {
  const { plan } = context;
  const atRisk = options.atRisk ?? new Set<string>();
  const all: Duty[] = [];
  for (const link of plan.dependencies.values()) all.push(...dutyOfHandoff(context, link));
  for (const item of plan.items.values()) all.push(...dutiesOfItem(context, item));
  for (const row of plan.rows("decisions").values()) all.push(...dutyOfDecision(context, row));
  for (const row of plan.rows("commitments").values()) all.push(...dutyOfPromise(context, row, atRisk));
  for (const outcome of plan.outcomes.values()) all.push(...dutyOfOutcome(context, outcome));
  const meant = partyOf(context, options);
  return all
    .filter(({ whoId }) => meant === undefined || (whoId !== undefined && meant.has(whoId)))
    .sort((a, b) => a.due - b.due || compareText(a.kind, b.kind) || compareText(a.subject.id, b.subject.id));
}
