import { type Finding, type GroupFindings, groupFindings } from "@evenkeel/checks";
import { onTimeLine, privatePeople, type TeamMember, type WorkPlan } from "@evenkeel/core";
import type { ReviewInput } from "./types.js";

function isMember({ during }: TeamMember, now: number): boolean {
  const from = during?.from === undefined ? undefined : onTimeLine(during.from);
  const to = during?.to === undefined ? undefined : onTimeLine(during.to, true);
  return (from ?? Number.NEGATIVE_INFINITY) <= now && now < (to ?? Number.POSITIVE_INFINITY);
}

const membersOf = (plan: WorkPlan, now: number) =>
  (plan.teams ?? []).map(({ id, members = [] }) => ({
    subject: { table: "teams", id },
    personIds: members.filter((member) => isMember(member, now)).map(({ personId }) => personId),
  }));

/** What a lead may learn of records: shares of the teams as they are now, without those whose records the viewer sees. */
export function teamShares(findings: readonly Finding[], input: ReviewInput, now: number): GroupFindings {
  const { plan, viewer, publishedShares: published = [] } = input;
  const seen = [viewer?.personId ?? [], (viewer?.grants ?? []).map(({ personId }) => personId)].flat();
  return groupFindings(findings, membersOf(plan, now), {
    published,
    leaveOut: [...privatePeople(plan), ...seen],
  });
}
