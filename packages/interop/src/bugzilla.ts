import type { Coverage } from "@evenkeel/core";
import type { Result } from "@evenkeel/kernel";
import { linkBugs, readBug } from "./bugzilla/bugs.js";
import { collect } from "./bugzilla/collect.js";
import { type BugzillaContext, bugzillaFlow } from "./bugzilla/context.js";
import { bugzillaFates } from "./bugzilla/fates.js";
import { addHistory } from "./bugzilla/history.js";
import { parseBugs } from "./bugzilla/xml.js";
import { coversOf } from "./covers.js";
import { assume, note, table, warn } from "./draft.js";
import { member } from "./json-text.js";
import { addStamps } from "./stamps.js";
import { parseJsonLines } from "./trackers/json-lines.js";
import { readDocuments } from "./trackers/read-documents.js";
import { addStates } from "./trackers/states.js";
import { settleStory } from "./trackers/story.js";
import { toolTime } from "./trackers/times.js";
import type { Import, ReadOptions, Source } from "./types.js";

function coverageOf(hasHistory: boolean): Coverage[] {
  const covers = coversOf("bugzilla");
  return [
    covers("projects", "name"),
    covers("items", "title", "kind", "sourceKind", "projectId", "memberships", "stateId", "labels", "estimates"),
    covers("items", "dueDate", "createdAt", "updatedAt", "finishedAt", ...(hasHistory ? ["startedAt"] : [])),
    covers("workflows", "states"),
    covers("timeboxes", "name", "itemIds"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name", "email"),
    covers("assignments", "itemId", "personId", "role"),
    hasHistory
      ? covers(
          "events",
          "created",
          "stateChanged",
          "assigned",
          "unassigned",
          "linkChanged",
          "estimated",
          "dateChanged",
          "changed",
        )
      : covers("events", "created"),
  ];
}

function readAll(context: BugzillaContext): void {
  const { draft } = context;
  const bugs = [...context.bugs.values()];
  const items = table(draft, "items");
  for (const bug of bugs) readBug(context, bug);
  linkBugs(context);
  const told = bugs.filter((bug) => bug.hasHistory);
  const stories = told.map((bug) => [bug, addHistory(context, bug, items.get(bug.id)?.createdAt)] as const);
  const categoryOf = addStates(draft, bugzillaFlow, context.states, "bugzilla-status-category-unknown", "active");
  for (const [bug, story] of stories) {
    const item = items.get(bug.id);
    settleStory(draft, bug, story, categoryOf, {
      trap: "bugzilla-history-gap",
      current: item?.stateId,
      ended: story.moves.length > 0 ? undefined : item?.finishedAt,
    });
  }
  for (const bug of bugs) {
    const item = items.get(bug.id);
    if (bug.hasHistory || item === undefined) continue;
    const state = item.stateId ?? "";
    const category = categoryOf(state);
    const ended = toolTime(draft, member(bug.value, "cf_last_resolved"), [...bug.path, "cf_last_resolved"], [bug.id]);
    const stamps = {
      created: item.createdAt,
      ...(category === "done" ? { finished: ended } : {}),
      ...(category === "dropped" ? { dropped: ended } : {}),
    };
    if (category === "done" && ended === undefined)
      warn(draft, "bugzilla-closed-without-date", bug.path, [bug.id], { item: bug.id });
    addStamps(draft, bug.id, stamps, { first: undefined, active: state, done: state, dropped: state });
  }
  if (told.length === 0 && bugs.length > 0) note(draft, "bugzilla-no-history", [], [], { count: bugs.length });
  if (context.joined > 0) note(draft, "bugzilla-comma-joined-change", [], [], { count: context.joined });
  assume(draft, "started", "first change into a status of category active", "names of statuses");
  assume(draft, "done", "closed as fixed; every other resolution is dropped", "statuses and resolutions of the tool");
  draft.coverage = coverageOf(told.length > 0);
}

/**
 * Reads bugs of Bugzilla from the JSON of its REST API: lists or one bug, with histories within or beside them; or from its XML,
 * which holds no history. Of a DOCTYPE only one that declares nothing itself is taken; nothing is fetched.
 *
 * A status with its resolution is a state: fixed is done, every other resolution dropped. Each entry of a history is one move with
 * its instant; several values in one text are told apart. `depends_on` and `blocks` are dependencies, `dupe_of` a relation.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history where there is one, report
 *
 * Issues: interop/any-*, interop/bugzilla-*.
 * Time O(n log n), space O(n).
 * Source: Bugzilla, WebService REST API (bug, history) and XML of show_bug.
 *
 * @example
 * orThrow(readBugzilla('{"bugs":[{"id":7,"summary":"Leak","status":"RESOLVED","resolution":"FIXED"}]}')).plan.items[0].stateId; // => "RESOLVED FIXED"
 */
export function readBugzilla(source: Source, options: ReadOptions = {}): Result<Import> {
  return readDocuments(source, options, {
    format: "bugzilla",
    parse: (text, limits) => (/^\s*</.test(text) ? parseBugs(text, limits) : parseJsonLines(text, limits)),
    contextOf: (draft): BugzillaContext => ({
      draft,
      fateOf: bugzillaFates(draft),
      places: new Map(),
      bugs: new Map(),
      states: new Map(),
      joined: 0,
    }),
    collect: (context, value) => {
      collect(context, value);
      return context.bugs.size;
    },
    expected: "bugs of Bugzilla",
    readAll,
  });
}
