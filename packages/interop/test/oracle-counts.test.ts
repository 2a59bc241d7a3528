import { readdirSync, readFileSync } from "node:fs";
import { sharedData } from "@evenkeel/test-kit";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readAsana } from "../src/asana.js";
import { readAzureDevops } from "../src/azure-devops.js";
import { readBugzilla } from "../src/bugzilla.js";
import { readClickup } from "../src/clickup.js";
import { readGithub } from "../src/github.js";
import { readGitlab } from "../src/gitlab.js";
import { readJiraJson } from "../src/jira-json.js";
import { readJiraXml } from "../src/jira-xml.js";
import { readLinear } from "../src/linear.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readMonday } from "../src/monday.js";
import { readMspdi } from "../src/mspdi.js";
import { readTrello } from "../src/trello.js";
import type { Import } from "../src/types.js";
import { linearGraph } from "./linear-samples.js";
import * as samples from "./samples.js";
import * as trackers from "./tracker-samples.js";

function filesOf(...folder: string[]): string[] {
  const path = sharedData(...folder);
  return path === undefined ? [] : readdirSync(path).map((name) => `${path}/${name}`);
}

function value(result: { ok: boolean; value?: Import }): Import {
  expect(result.ok).toBe(true);
  return result.value as Import;
}

interface RawItem {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}
interface RawIssue {
  readonly key: string;
  readonly changelog: { readonly histories: { readonly created: string; readonly items: RawItem[] }[] };
  readonly fields: { readonly issuelinks: { readonly id: string }[] };
}

const issueFiles = filesOf("exports", "jira").filter((file) => /SP-\d+\.json$/.test(file));
const raw = issueFiles.map((file) => JSON.parse(readFileSync(file, "utf8")) as RawIssue);

describe("counts taken straight from the raw files agree with the import", () => {
  test("of every status transition, with its exact instant", () => {
    const counted = raw.flatMap((issue) =>
      issue.changelog.histories.flatMap((history) =>
        history.items
          .filter((item) => item.field === "status")
          .map(
            (item) =>
              `${issue.key} ${new Date(history.created.replace("+0000", "Z")).getTime()} ${item.from}>${item.to}`,
          ),
      ),
    );
    const { history } = value(readJiraJson(JSON.stringify({ issues: raw })));
    const imported = history.events.flatMap((event) =>
      event.type === "stateChanged"
        ? [`${event.subject.id} ${new Date(event.at).getTime()} ${event.from}>${event.to}`]
        : [],
    );
    expect(imported.sort()).toEqual(counted.sort());
  });

  test("of links, each once though it stands on both issues", () => {
    const { plan } = value(readJiraJson(JSON.stringify({ issues: raw })));
    const ids = new Set(raw.flatMap((issue) => issue.fields.issuelinks.map((link) => link.id)));
    expect((plan.dependencies ?? []).length + (plan.relations ?? []).length).toBe(ids.size);
  });

  test("of tasks, links, assignments and stored dates in Microsoft Project files", () => {
    for (const file of [...filesOf("schedules", "mspdi"), ...filesOf("exports", "mspdi")]) {
      const text = readFileSync(file, "utf8");
      const tasks = [...text.matchAll(/<Task>[\s\S]*?<\/Task>/g)]
        .map(([task]) => task)
        .filter((task) => !/<UID>0<\/UID>/.test(task) && !/<IsNull>1<\/IsNull>/.test(task) && /<UID>/.test(task));
      const { plan } = value(readMspdi(readFileSync(file)));
      expect(plan.items?.length ?? 0, file).toBe(tasks.length);
      const links = tasks.flatMap((task) => [...task.matchAll(/<PredecessorLink>[\s\S]*?<\/PredecessorLink>/g)]);
      expect(plan.dependencies?.length ?? 0, file).toBe(links.length);
      const slack = tasks.map((task) => Number(/<TotalSlack>(-?\d+)</.exec(task)?.[1] ?? Number.NaN) / 10);
      const stored = plan.schedules?.find((row) => row.kind === "imported")?.items ?? [];
      expect(
        stored.map((row) => row.totalFloatMinutes ?? Number.NaN),
        file,
      ).toEqual(slack);
      const early = tasks.map((task) => /<EarlyStart>([^<]*)</.exec(task)?.[1]?.slice(0, 16));
      expect(
        stored.map((row) => row.earlyStart?.slice(0, 16)),
        file,
      ).toEqual(early);
    }
  });

  test("of rows and done stamps in histories", () => {
    for (const file of filesOf("histories")
      .filter((name) => name.endsWith(".csv"))
      .slice(0, 8)) {
      const rows = readFileSync(file, "utf8")
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(","));
      const first = new Map<string, string[]>();
      for (const row of rows) if (!first.has(row[0] ?? "")) first.set(row[0] ?? "", row);
      const { plan, report } = value(readMappedCsv(readFileSync(file)));
      expect(report.counts.read).toBe(rows.length);
      expect((plan.items ?? []).filter((item) => item.finishedAt !== undefined).length).toBe(
        [...first.values()].filter((row) => row[3] !== "").length,
      );
    }
  });

  test("of cards, check items and moves on Trello boards", () => {
    for (const file of filesOf("exports", "trello")) {
      const board = JSON.parse(readFileSync(file, "utf8"));
      const { plan, history } = value(readTrello(readFileSync(file)));
      const checks = board.checklists.flatMap((list: { checkItems: object[] }) => list.checkItems);
      expect(plan.items?.length, file).toBe(board.cards.length + checks.length);
      const counted = board.actions
        .filter((action: { data: { listBefore?: object } }) => action.data.listBefore !== undefined)
        .map(({ data, date }: { data: { [key: string]: { id: string } }; date: string }) =>
          [data["card"]?.id, Date.parse(date), data["listBefore"]?.id, data["listAfter"]?.id].join(" "),
        );
      const lists = new Set(board.lists.map((list: { id: string }) => list.id));
      const moved = history.events.flatMap((event) =>
        event.type === "stateChanged" && lists.has(event.to)
          ? [[event.subject.id, Date.parse(event.at), event.from, event.to].join(" ")]
          : [],
      );
      expect(moved.sort(), file).toEqual(counted.sort());
    }
  });

  test("of issues and timeline events of GitHub, each with its instant", () => {
    for (const file of filesOf("exports", "github")) {
      const text = readFileSync(file, "utf8");
      const raw = JSON.parse(text);
      const { plan, history } = value(readGithub(text));
      const repository = raw.data?.repository;
      expect(plan.items?.length, file).toBe(Array.isArray(raw) ? raw.length : 1);
      const nodes = (repository?.issue ?? repository?.pullRequest)?.timelineItems.nodes ?? [];
      const counted = nodes.map((node: { createdAt: string }) => Date.parse(node.createdAt));
      const exact = history.events.filter((event) => event.source === "exact");
      expect(exact.map((event) => Date.parse(event.at)).sort(), file).toEqual(counted.sort());
    }
  });

  test("of work items, their links and changes of state in Azure DevOps", () => {
    const files = filesOf("exports", "azuredevops").map((file) => readFileSync(file, "utf8"));
    for (const text of [...files, samples.azure]) {
      const raw = JSON.parse(text);
      const items: { fields: object; relations: object[] }[] = raw.value ?? [raw];
      const { plan, history } = value(readAzureDevops(text));
      expect(plan.items?.length).toBe(items.length);
      const changes = text.match(/"System\.State":\{"oldValue":/g) ?? [];
      expect(history.events.filter((event) => event.type === "stateChanged").length).toBe(changes.length);
      const links = (text.match(/LinkTypes\.\w+-Forward/g) ?? []).length;
      const dangling = (plan.items ?? []).flatMap((item) => item.extensions?.["danglingLinks"] ?? []);
      const parents = (plan.items ?? []).filter((item) => item.parentId !== undefined);
      expect((plan.dependencies ?? []).length + parents.length + dangling.length).toBe(links);
    }
  });

  test("of rows, starts and ends in Linear exports", () => {
    for (const file of filesOf("exports", "linear")) {
      const text = readFileSync(file, "utf8");
      const [header = [], ...rows] = Papa.parse<string[]>(text).data.filter((row) => row.length > 1);
      const stamped = (name: string) => rows.filter((row) => (row[header.indexOf(name)] ?? "") !== "").length;
      const { plan, history } = value(readLinear(text));
      const dropped = history.events.filter((event) => event.id.endsWith(":dropped"));
      expect([
        plan.items?.length,
        plan.items?.filter((item) => item.startedAt !== undefined).length,
        dropped.length,
      ]).toEqual([rows.length, stamped("Started"), stamped("Canceled")]);
    }
  });

  test("of tasks and stories that move them in Asana's JSON", () => {
    const files = filesOf("exports", "asana").filter((file) => file.endsWith(".json"));
    for (const text of [...files.map((file) => readFileSync(file, "utf8")), trackers.asana]) {
      const { plan, history } = value(readAsana(text));
      const tasks = [JSON.parse(text).data].flat();
      expect(plan.items?.length).toBe(tasks.length);
      const stories: { resource_subtype: string; created_at: string }[] = tasks.flatMap((task) => task.stories ?? []);
      const moving = stories.filter((story) => /^(section_changed|marked_)/.test(story.resource_subtype));
      const moved = history.events.filter((event) => event.type === "stateChanged" && event.source === "exact");
      expect(moved.map((event) => Date.parse(event.at)).sort()).toEqual(
        moving.map((story) => Date.parse(story.created_at)).sort(),
      );
    }
  });

  test("of issues, closed ones and events that move them in GitLab", () => {
    for (const text of [...filesOf("exports", "gitlab").map((file) => readFileSync(file, "utf8")), trackers.gitlab]) {
      const issues = JSON.parse(text);
      const { plan, history } = value(readGitlab(text));
      expect(plan.items?.length).toBe(issues.length);
      const closed = issues.filter((each: { state: string }) => each.state === "closed");
      expect(plan.items?.filter((item) => item.stateId === "closed").length).toBe(closed.length);
      const events = issues.flatMap(
        (each: { [key: string]: { created_at: string; action?: string; label?: { name: string } }[] }) => [
          ...(each["resource_state_events"] ?? []),
          ...(each["resource_label_events"] ?? []).filter(
            (event) => event.action === "add" && event.label?.name.includes("::"),
          ),
        ],
      );
      const moved = history.events.filter((event) => event.type === "stateChanged" && event.source === "exact");
      expect(moved.map((event) => Date.parse(event.at)).sort()).toEqual(
        events.map((event: { created_at: string }) => Date.parse(event.created_at)).sort(),
      );
    }
  });

  test("of items, states and logged labels of monday.com", () => {
    const files = filesOf("exports", "monday").filter((file) => /items/.test(file));
    for (const text of [...files.map((file) => readFileSync(file, "utf8")), trackers.mondayLines]) {
      const items = text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).data);
      const { plan, history } = value(readMonday(text));
      expect(plan.items?.map((item) => [item.id, item.title])).toEqual(items.map((item) => [item.id, item.name]));
      const stamps = items.flatMap((item) =>
        item.column_values
          .flatMap((cell: { value: string | null }) => JSON.parse(cell.value ?? "{}").changed_at ?? [])
          .slice(0, 1)
          .filter((at: string) => at >= item.created_at),
      );
      expect(history.events.filter((event) => event.type === "stateChanged").length).toBe(stamps.length);
    }
    const logged = (trackers.monday.match(/update_column_value/g) ?? []).length;
    const { history } = value(readMonday(trackers.monday));
    expect(history.events.filter((event) => event.type === "stateChanged" && event.source === "exact").length).toBe(
      logged,
    );
  });

  test("of items, links and resolved stamps in Jira's XML", () => {
    const text = trackers.jiraXml;
    const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
    const { plan, history } = value(readJiraXml(text));
    expect(plan.items?.length).toBe(count(/<item>/g));
    expect(plan.items?.filter((item) => item.finishedAt !== undefined).length).toBe(count(/<resolved>/g));
    expect(plan.dependencies?.length).toBe(count(/<outwardlinks /g));
    expect(history.events.filter((event) => event.type === "created").length).toBe(count(/<created>/g));
  });

  test("of rows, depths and closed stamps in CSV of Azure DevOps", () => {
    const rows = Papa.parse<string[]>(trackers.azureCsv).data.filter((row) => row.length > 1);
    const { plan } = value(readAzureDevops(trackers.azureCsv));
    const at = (name: string) => rows[0]?.indexOf(name) ?? -1;
    expect(plan.items?.length).toBe(rows.length - 1);
    expect(plan.items?.filter((item) => item.finishedAt !== undefined).length).toBe(
      rows.slice(1).filter((row) => row[at("Closed Date")] !== "").length,
    );
    expect(plan.items?.filter((item) => item.parentId === undefined).length).toBe(
      rows.slice(1).filter((row) => row[at("Title 1")] !== "").length,
    );
  });

  test("of bugs, dependencies and changes of status in Bugzilla", () => {
    for (const text of [
      ...filesOf("exports", "bugzilla").map((file) => readFileSync(file, "utf8")),
      trackers.bugzilla,
    ]) {
      const { bugs } = JSON.parse(text);
      const { plan, history } = value(readBugzilla(text));
      expect(plan.items?.length).toBe(bugs.length);
      const ids = new Set(bugs.map((bug: { id: number }) => bug.id));
      const pairs = new Set<string>();
      for (const bug of bugs) {
        for (const id of bug.depends_on ?? []) if (ids.has(id)) pairs.add(`${id}>${bug.id}`);
        for (const id of bug.blocks ?? []) if (ids.has(id)) pairs.add(`${bug.id}>${id}`);
      }
      expect((plan.dependencies ?? []).map((row) => row.id).sort()).toEqual([...pairs].sort());
      const moved = history.events.filter((event) => event.type === "stateChanged" && event.source === "exact");
      expect(moved.length).toBe((text.match(/"field_name":\s*"status"/g) ?? []).length);
    }
  });

  test("of issues, moves and links in answers of Linear", () => {
    const { nodes } = JSON.parse(linearGraph).data.issues;
    const { plan, history } = value(readLinear(linearGraph));
    expect(plan.items?.map(({ id }) => id)).toEqual(nodes.map((node: { identifier: string }) => node.identifier));
    const entries = nodes.flatMap((node: { history?: { nodes: { toState?: object; createdAt: string }[] } }) =>
      (node.history?.nodes ?? []).filter((entry) => entry.toState).map((entry) => Date.parse(entry.createdAt)),
    );
    const moved = history.events.filter((event) => event.type === "stateChanged" && event.source === "exact");
    expect(moved.map((event) => Date.parse(event.at))).toEqual(entries.sort());
    const links = [...linearGraph.matchAll(/"id":"(r\d+)","type"/g)].map((match) => match[1]);
    expect((plan.dependencies ?? []).length + (plan.relations ?? []).length).toBe(new Set(links).size);
  });

  test("of tasks and entries into statuses in ClickUp", () => {
    const raw = JSON.parse(trackers.clickup);
    const { plan, history } = value(readClickup(trackers.clickup));
    const tasks = raw.tasks.flatMap((task: { subtasks?: object[] }) => [task, ...(task.subtasks ?? [])]);
    expect(plan.items?.flatMap(({ id, kind }) => (kind === "checklistItem" ? [] : [id])).sort()).toEqual(
      tasks.map((task: { id: string }) => task.id).sort(),
    );
    const entered = tasks.flatMap(
      (task: { time_in_status?: { status_history: { total_time: { since: string } }[] } }) =>
        (task.time_in_status?.status_history ?? []).slice(1).map((stay) => Number(stay.total_time.since)),
    );
    const moved = history.events.filter((event) => event.type === "stateChanged");
    expect(moved.map((event) => Date.parse(event.at))).toEqual(entered);
  });
});
