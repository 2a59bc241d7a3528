import { blocks, created, items, type NeutralItem, type State, startOf, stateOf } from "./project.js";
import { csv, email, jiraClock, mailDate, movesOf } from "./words.js";

/** Names and ids of the statuses of a workflow, and the category keys that Jira knows. */
const statuses: { readonly [S in State]: readonly [id: string, name: string, key: string] } = {
  todo: ["1", "To Do", "new"],
  doing: ["2", "In Progress", "indeterminate"],
  waiting: ["3", "Waiting", "indeterminate"],
  done: ["4", "Done", "done"],
  cancelled: ["5", "Cancelled", "done"],
};
const offset = (at: string): string => at.replace("Z", ".000+0000");
const key = (number: number): string => `PIER-${number}`;
const categoryNames: { readonly [key: string]: string } = { new: "To Do", indeterminate: "In Progress", done: "Done" };
const endedAt = (item: NeutralItem): string | undefined =>
  ["done", "cancelled"].includes(stateOf(item)) ? item.moves.at(-1)?.[0] : undefined;

function historiesOf(item: NeutralItem): object[] {
  const author = { accountId: item.owner.toLowerCase(), displayName: item.owner };
  const moves = movesOf(item).map(({ at, from, to }) => ({
    at,
    items: [
      {
        field: "status",
        fieldtype: "jira",
        from: statuses[from][0],
        fromString: statuses[from][1],
        to: statuses[to][0],
        toString: statuses[to][1],
      },
    ],
  }));
  const flag = { field: "Flagged", fieldtype: "custom" };
  const flags = (item.blocked ?? []).flatMap(([from, to]) => [
    { at: from, items: [{ ...flag, from: "", fromString: "", to: "[10019]", toString: "Impediment" }] },
    ...(to === undefined
      ? []
      : [{ at: to, items: [{ ...flag, from: "[10019]", fromString: "Impediment", to: "", toString: "" }] }]),
  ]);
  return [...moves, ...flags]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((history, index) => ({ id: String(900 - index), author, created: offset(history.at), items: history.items }));
}

const blocksType = { id: "10000", name: "Blocks", inward: "is blocked by", outward: "blocks" };
const linkId = (from: number, to: number): string => String(from * 100 + to);

/** Search results with changelog, as `POST /rest/api/3/search/jql?expand=changelog` answers. */
export const jiraJson = (): string =>
  JSON.stringify({
    isLast: true,
    issues: items.map((item) => {
      const [id, name, category] = statuses[stateOf(item)];
      const histories = historiesOf(item);
      const ended = endedAt(item);
      return {
        id: String(1000 + item.number),
        key: key(item.number),
        changelog: { startAt: 0, maxResults: histories.length, total: histories.length, histories },
        fields: {
          summary: item.title,
          issuetype: { id: "10001", name: "Task", subtask: false },
          status: { id, name, statusCategory: { key: category } },
          created: offset(created),
          resolutiondate: ended === undefined ? null : offset(ended),
          duedate: item.due ?? null,
          assignee: { accountId: item.owner.toLowerCase(), displayName: item.owner, emailAddress: email(item.owner) },
          issuelinks: [
            ...item.after.map((other) => ({
              id: linkId(other, item.number),
              type: blocksType,
              inwardIssue: { id: String(1000 + other), key: key(other) },
            })),
            ...blocks(item).map((other) => ({
              id: linkId(item.number, other),
              type: blocksType,
              outwardIssue: { id: String(1000 + other), key: key(other) },
            })),
          ],
        },
      };
    }),
  });

/** The CSV of a search with all fields: a column a value under one header. */
export function jiraCsv(): string {
  const width = (list: (item: NeutralItem) => readonly number[]) => Math.max(...items.map((item) => list(item).length));
  const [inward, outward] = [width((item) => item.after), width(blocks)];
  const cells = (list: readonly number[], count: number) =>
    Array.from({ length: count }, (_none, index) => (list[index] === undefined ? "" : key(list[index])));
  return `\ufeff${csv([
    [
      ..."Summary,Issue key,Issue id,Issue Type,Status,Status Category,Assignee,Created,Resolved,Due date".split(","),
      ...Array(inward).fill("Inward issue link (Blocks)"),
      ...Array(outward).fill("Outward issue link (Blocks)"),
    ],
    ...items.map((item) => [
      item.title,
      key(item.number),
      1000 + item.number,
      "Task",
      statuses[stateOf(item)][1],
      categoryNames[statuses[stateOf(item)][2]],
      item.owner,
      jiraClock(created),
      jiraClock(endedAt(item)),
      jiraClock(item.due === undefined ? undefined : `${item.due}T00:00:00Z`),
      ...cells(item.after, inward),
      ...cells(blocks(item), outward),
    ]),
  ])}`;
}

/** The XML view of a search, RSS 0.92. */
export const jiraXml = (): string =>
  `<rss version="0.92"><channel><title>Pier</title>${items
    .map((item) => {
      const [id, name, category] = statuses[stateOf(item)];
      const ended = endedAt(item);
      const links = (tag: string, words: string, list: readonly number[]) =>
        list.length === 0
          ? ""
          : `<${tag} description="${words}">${list
              .map((other) => `<issuelink><issuekey id="${1000 + other}">${key(other)}</issuekey></issuelink>`)
              .join("")}</${tag}>`;
      return `<item><title>[${key(item.number)}] ${item.title}</title><key id="${1000 + item.number}">${key(item.number)}</key><summary>${item.title}</summary><type id="3">Task</type><status id="${id}">${name}</status><statusCategory id="${id}" key="${category}"/><assignee username="${item.owner.toLowerCase()}">${item.owner}</assignee><created>${mailDate(created)}</created><updated>${mailDate(startOf(item) ?? created)}</updated>${ended === undefined ? "" : `<resolved>${mailDate(ended)}</resolved>`}<due>${item.due === undefined ? "" : mailDate(`${item.due}T00:00:00Z`)}</due><issuelinks><issuelinktype id="10000"><name>Blocks</name>${links("outwardlinks", "blocks", blocks(item))}${links("inwardlinks", "is blocked by", item.after)}</issuelinktype></issuelinks></item>`;
    })
    .join("")}</channel></rss>`;
