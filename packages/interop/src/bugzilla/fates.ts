import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";

const own = (to: string, ...names: readonly string[]) =>
  fates("mapped", undefined, ...names.map((name) => `bug/${name} > ${to}`));

const rules = [
  ...own("items.id", "id", "bug_id"),
  ...own("items.sources.key", "alias"),
  ...own("items.title", "summary", "short_desc"),
  ...own("items.body", "description"),
  ...own("items.sourceKind", "type", "bug_type"),
  ...own("items.stateId", "status", "bug_status", "resolution"),
  ...own("projects", "product"),
  ...own("items.memberships", "component"),
  ...own("timeboxes", "target_milestone"),
  ...own("items.labels", "keywords", "keywords/*"),
  ...own("items.estimates", "estimated_time", "remaining_time"),
  ...own("items.dueDate", "deadline"),
  ...own("items.createdAt", "creation_time", "creation_ts"),
  ...own("items.updatedAt", "last_change_time", "delta_ts"),
  ...own("items.finishedAt", "cf_last_resolved"),
  ...own("assignments.personId", "assigned_to"),
  ...own("events.actor", "creator", "reporter"),
  ...["assigned_to_detail", "creator_detail"].flatMap((name) => [
    ...own("people.name", `${name}/real_name`),
    ...own("people.email", `${name}/email`),
    ...fates("dropped", "of the person, not of the work", `bug/${name}/**`),
  ]),
  ...own("dependencies", "depends_on", "depends_on/*", "blocks", "blocks/*"),
  ...own("relations", "dupe_of"),
  ...own("events", "history"),
  ...fates("dropped", "said by the status", "bug/is_open"),
  ...fates(
    "mapped",
    undefined,
    ...["id", "bug_id", "alias", "history"].map((name) => `history/${name} > events.subject`),
  ),
  ...fates("dropped", "wraps the records", "history/**"),
  ...fates("mapped", undefined, "entry/when > events.at", "entry/who > events.actor", "entry/changes > events"),
  ...fates(
    "mapped",
    undefined,
    ...["field_name", "field", "removed", "added"].map((name) => `entry/changes/*/${name} > events`),
  ),
  ...fates("dropped", "no part of the change", "entry/**"),
];

/** Where each field goes: what no rule names stays on its bug; what wraps the bugs is no work. */
export function bugzillaFates(draft: Draft): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) => (/^(bug|history|entry)(\/|$)/.test(source) ? ofRecord(source) : wrapping);
}
