import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";

const shown = "picture or setting for the tool's own screens";
const copy = "said by the column's settings";

const rules = [
  ...fates(
    "mapped",
    undefined,
    "board/id > containers.id",
    "board/name > containers.name",
    "board/state > containers.archived",
    "board/url > containers.sources.url",
    "board/items_page/cursor > report",
    ...["columns", "groups", "items", "items_page/items", "activity_logs"].map((name) => `board/${name} > report`),
  ),
  ...fates("dropped", "the same board again", "page/**"),
  ...fates("dropped", "wraps the records", "board/items_page/**", "board/items/**", "board/groups/**"),
  ...fates(
    "mapped",
    undefined,
    ...["id", "title", "type", "settings_str", "settings"].map((name) => `column/${name} > workflows.states`),
    "column/settings/** > workflows.states",
  ),
  ...fates("dropped", shown, "column/**"),
  ...fates(
    "mapped",
    undefined,
    "group/id > containers.id",
    "group/title > containers.name",
    "group/position > containers.rank",
    "group/archived > containers.archived",
    "group/deleted > containers.archived",
  ),
  ...fates("dropped", "wraps the records", "group/items_page/**", "group/items"),
  ...fates(
    "mapped",
    undefined,
    "item/id > items.id",
    "item/name > items.title",
    "item/state > items.stateId",
    "item/group/id > items.memberships",
    "item/group/title > containers.name",
    "item/board/id > containers.id",
    "item/parent_item/id > items.parentId",
    "item/created_at > items.createdAt",
    "item/updated_at > items.updatedAt",
    "item/url > items.sources.url",
    "item/creator_id > events.actor",
    "item/creator/id > events.actor",
    "item/creator/name > people.name",
    "item/subitems > items",
    "item/column_values > items",
  ),
  ...fates(
    "dropped",
    "copy of another record",
    "item/board/**",
    "item/parent_item/**",
    "item/group/**",
    "item/updated_at_int",
  ),
  ...fates(
    "mapped",
    undefined,
    ...["id", "text", "value", "type", "title", "display_value"].map((name) => `cell/${name} > items`),
  ),
  ...fates(
    "mapped",
    undefined,
    ...["index", "label", "is_done", "updated_at", "date", "time", "from", "to", "number"].map(
      (name) => `cell/${name} > items`,
    ),
    "cell/value/** > items",
    ...["id", "started_at", "ended_at", "started_user_id"].map(
      (name) => `cell/history/*/${name} > records.loggedEffort`,
    ),
    "cell/column/id > items",
    "cell/column/title > items",
    "cell/column/type > items",
    "cell/persons_and_teams/*/id > assignments.personId",
    "cell/linked_item_ids > dependencies",
    "cell/linked_item_ids/* > dependencies",
    "cell/linked_items > dependencies",
    "cell/linked_items/*/id > dependencies",
  ),
  ...fates("dropped", copy, "cell/**"),
  ...fates(
    "mapped",
    undefined,
    ...["id", "event", "created_at", "user_id", "data", "entity", "entity_id"].map((name) => `log/${name} > events`),
    "log/data/** > events",
  ),
  ...fates("dropped", "of the account, not of the work", "log/**"),
];

/** Where each field goes: what no rule names stays on its board, group or item; what wraps them is no work. */
export function mondayFates(draft: Draft): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) => (/^(board|page|column|group|item|cell|log)(\/|$)/.test(source) ? ofRecord(source) : wrapping);
}
