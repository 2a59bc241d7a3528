// CPU of twice the input over CPU of the input, where thousands of records share one sprint, one title or one other end: about 2, and
// 4 where a reader or writer is quadratic.
import { readAzureDevops } from "../dist/azure-devops.js";
import { readBugzilla } from "../dist/bugzilla.js";
import { readGithub } from "../dist/github.js";
import { readGitlab } from "../dist/gitlab.js";
import { readIcal } from "../dist/ical.js";
import { readJiraCsv } from "../dist/jira-csv.js";
import { readJiraJson } from "../dist/jira-json.js";
import { readJiraXml } from "../dist/jira-xml.js";
import { readLinear } from "../dist/linear.js";
import { readMappedCsv, writeCsv } from "../dist/mapped-csv.js";
import { writeMermaid } from "../dist/mermaid.js";
import { writeMspdi } from "../dist/mspdi.js";
import { readPmxml } from "../dist/pmxml.js";

const numbers = (n) => Array.from({ length: n }, (_none, index) => index + 1);
const lines = (head, n, line) => [head, ...numbers(n).map(line)].join("\n");
const json = (n, one) => JSON.stringify(numbers(n).map(one));
const issue = (number) =>
  `<item><title>Dig</title><key id="${number}">A-${number}</key><summary>Dig</summary><status id="1">Open</status><statusCategory id="2" key="new"/><customfields><customfield id="customfield_8" key="com.pyxis.greenhopper.jira:gh-sprint"><customfieldname>Sprint</customfieldname><customfieldvalues><customfieldvalue id="4">Spring</customfieldvalue></customfieldvalues></customfield></customfields></item>`;
const sprint = [{ id: 4, name: "Spring", state: "active", boardId: 1 }];
const milestone = { id: 11, title: "Spring", number: 1, state: "active" };
const star = (n) => ({
  formatVersion: 1,
  items: [{ id: "hub", title: "Hub", kind: "task" }, ...numbers(n).map((id) => ({ id: `${id}`, title: "Dig", kind: "task" }))],
  dependencies: numbers(n).map((id) => ({ id: `${id}>hub`, predecessorId: `${id}`, successorId: "hub", type: "FS" })),
});

/** What is read or written, how many records, and how to make so many. */
const cases = {
  "jira-json-one-sprint": [readJiraJson, 4000, (n) => json(n, (id) => ({ key: `A-${id}`, fields: { summary: "Dig", customfield_8: sprint } }))],
  "jira-xml-one-sprint": [readJiraXml, 4000, (n) => `<rss version="0.92"><channel>${numbers(n).map(issue).join("")}</channel></rss>`],
  "jira-csv-one-sprint": [readJiraCsv, 40000, (n) => lines("Summary,Issue key,Status,Sprint", n, (id) => `Dig,A-${id},Open,Spring`)],
  "linear-one-cycle": [readLinear, 40000, (n) => lines("ID,Team,Title,Status,Cycle Number", n, (id) => `A-${id},Sea,Dig,Todo,1`)],
  "linear-api-one-cycle": [readLinear, 4000, (n) => json(n, (id) => ({ identifier: `A-${id}`, title: "Dig", state: { name: "Todo", type: "unstarted" }, cycle: { number: 1 }, parent: { identifier: "A-1" } }))],
  "github-pages-joined": [readGithub, 4000, (n) => numbers(n).map((id) => JSON.stringify([{ number: id, title: "Dig", state: "open", labels: [] }])).join("")],
  "ical-rules-by-position": [readIcal, 1000, (n) => `BEGIN:VCALENDAR\r\n${numbers(n).map((id) => `BEGIN:VEVENT\r\nUID:${id}\r\nDTSTART;VALUE=DATE:20260105\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO,-2MO;COUNT=60\r\nEND:VEVENT\r\n`).join("")}END:VCALENDAR\r\n`],
  "pmxml-baselines": [readPmxml, 2000, (n) => `<APIBusinessObjects><Project><ObjectId>1</ObjectId>${numbers(n).map((id) => `<Activity><ObjectId>${id}</ObjectId><Id>A${id}</Id></Activity>`).join("")}</Project>${numbers(n).map((id) => `<BaselineProject><ObjectId>b${id}</ObjectId><OriginalProjectObjectId>1</OriginalProjectObjectId><Activity><Id>A${id}</Id><StartDate>2026-03-02T08:00:00</StartDate></Activity></BaselineProject>`).join("")}</APIBusinessObjects>`],
  "azure-one-iteration": [readAzureDevops, 4000, (n) => json(n, (id) => ({ id, fields: { "System.Title": "Dig", "System.State": "New", "System.IterationPath": "Sea\\Spring" } }))],
  "gitlab-one-milestone": [readGitlab, 4000, (n) => json(n, (id) => ({ id, iid: id, project_id: 1, title: "Dig", state: "opened", labels: [], milestone }))],
  "github-one-milestone": [readGithub, 4000, (n) => json(n, (id) => ({ number: id, title: "Dig", state: "open", url: `https://api.github.com/repos/sea/pier/issues/${id}`, milestone }))],
  "bugzilla-one-milestone": [readBugzilla, 4000, (n) => JSON.stringify({ bugs: numbers(n).map((id) => ({ id, summary: "Dig", status: "NEW", target_milestone: "Spring" })) })],
  "csv-one-title": [readMappedCsv, 40000, (n) => lines("id,title,after", n, (id) => `${id},Dig,`)],
  "csv-links-to-nothing": [readMappedCsv, 40000, (n) => `id,title,after\n1,Dig,${numbers(n).map((id) => `x${id}`).join(";")}\n`],
  "write-csv-one-successor": [writeCsv, 40000, star],
  "write-mspdi-one-successor": [writeMspdi, 4000, star],
  "write-mermaid-one-section": [writeMermaid, 40000, star],
};

function cpu(run, input) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    const answer = run(input);
    const used = process.cpuUsage(before);
    if (answer.ok === false) throw new Error(answer.issues[0].code);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  return best;
}

for (const [name, [run, count, make]] of Object.entries(cases)) {
  const [once, twice] = [cpu(run, make(count)), cpu(run, make(2 * count))];
  console.log(JSON.stringify({ name: `interop/growth-${name}`, value: twice / once, unit: "ratio", bar: 3.2 }));
}
