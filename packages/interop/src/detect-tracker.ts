import type { FormatName } from "./types.js";

/** Members that tell the JSON of one tracker; `telling` ones suffice two at a time, `certain` ones alone. */
interface Vocabulary {
  readonly format: FormatName;
  readonly what: string;
  readonly certain: readonly string[];
  readonly telling: readonly string[];
}

const vocabularies: readonly Vocabulary[] = [
  {
    format: "azure-devops",
    what: "work items of Azure DevOps",
    certain: ["System.WorkItemType", "System.State", "System.Title"],
    telling: ["workItemId", "revisedDate", "rev", "System.AreaPath", "System.ChangedDate", "System.IterationPath"],
  },
  {
    format: "trello",
    what: "a board with lists and cards",
    certain: ["idBoardSource", "wekan-board-1.0.0"],
    telling: [
      "cards",
      "lists",
      "idList",
      "idBoard",
      "idMembers",
      "idMemberCreator",
      "dueComplete",
      "shortLink",
      "swimlanes",
    ],
  },
  {
    format: "github",
    what: "issues, pull requests or timelines of GitHub",
    certain: ["timelineItems", "repository_url", "author_association", "state_reason", "stateReason"],
    telling: [
      ...["html_url", "node_id", "pull_request", "labels_url", "events_url", "timeline_url", "site_admin", "closed_at"],
      ...["closedAt", "nameWithOwner", "projectItems", "login", "number", "diff_url", "commit_id"],
    ],
  },
];

/** The tracker whose members a JSON text has most of, with how certain that is. */
export function trackerOf(
  head: string,
): { readonly format: FormatName; readonly confidence: number; readonly evidence: string } | undefined {
  if (!/^\s*[[{]/.test(head)) return undefined;
  const words = new Set(Array.from(head.matchAll(/"([^"\\\n]{2,60})"\s*[:,}]/g), (match) => match[1]));
  const scored = vocabularies.map(({ format, what, certain, telling }) => {
    const count = telling.filter((word) => words.has(word)).length;
    return { format, what, score: count + (certain.some((word) => words.has(word)) ? 4 : 0) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < 2) return undefined;
  return { format: best.format, confidence: best.score < 4 ? 0.8 : 0.95, evidence: best.what };
}
