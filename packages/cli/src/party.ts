import type { WorkPlan } from "@evenkeel/core";
import type { ArgsDef } from "citty";
import type { Options } from "./options.js";
import { viewerOf } from "./viewer.js";

/** Whose work a command is about. */
export const partyArgs: { readonly [option in "person" | "team"]: ArgsDef[string] } = {
  person: { type: "string", description: "only this person's, by id, name or mail", valueHint: "PERSON" },
  team: { type: "string", description: "only those of this team and its members, by id or name", valueHint: "TEAM" },
};

/** The person an option names, by id, name or mail. */
export function personIn(plan: WorkPlan, options: Options): { readonly personId?: string } {
  const personId = viewerOf(plan, options["person"])?.personId;
  return personId === undefined ? {} : { personId };
}

/** The team an option names, by id or name. */
export function teamIn(plan: WorkPlan, options: Options): { readonly teamId?: string } {
  const wanted = options["team"];
  if (typeof wanted !== "string") return {};
  return { teamId: plan.teams?.find(({ id, name }) => id === wanted || name === wanted)?.id ?? wanted };
}
