import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { trackerOf, trackerTableOf } from "./detect-tracker.js";
import { isBriefLog } from "./git/brief-log.js";
import { withoutGraph } from "./git/graph.js";
import { isListedLog } from "./git/listed-log.js";
import { isPrintedLog } from "./git/printed-log.js";
import { englishHeader } from "./jira/translations.js";
import { jsonFaultAt } from "./json-fault.js";
import { jsonFault } from "./json-text.js";
import type { FormatName, ReadOptions, Source } from "./types.js";
import { isWorkbook } from "./xlsx/directory.js";

/** What an input seems to be. */
export interface Detection {
  readonly format: FormatName;
  /** 0..1 */
  readonly confidence: number;
  /** What in the content says so. */
  readonly evidence: string;
}

/** Start of a text that is looked at. */
const headLength = 65_536;

const foreign: readonly (readonly [RegExp, string])[] = [
  [/^\s*(%%[^\n]*\n\s*)*gantt\s*\n/, "Mermaid"],
  [/^(macro|project)\s[^\n]*\d{4}-\d{2}-\d{2}/m, "TaskJuggler"],
];

/** Files that are no text, by their first bytes: what each is. */
const signatures: readonly (readonly [code: string, format: string, bytes: readonly number[]])[] = [
  ["any-archive", "gzip", [0x1f, 0x8b]],
  ["any-archive", "zip", [0x50, 0x4b, 0x03, 0x04]],
  ["any-archive", "7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["any-unsupported-format", "a binary Office file (.mpp, .xls or .doc)", [0xd0, 0xcf, 0x11, 0xe0]],
  ["any-unsupported-format", "a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["any-unsupported-format", "a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

const webPage = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

function foreignBytes(source: Source): Issue | undefined {
  if (typeof source === "string") return undefined;
  const known = signatures.find(([, , bytes]) => bytes.every((byte, at) => source[at] === byte));
  return known === undefined ? undefined : issue(`interop/${known[0]}`, { facts: { format: known[1] } });
}

function found(format: FormatName, confidence: number, evidence: string): Detection {
  return { format, confidence, evidence };
}

function ofJson(head: string): Detection | undefined {
  if (!/^\s*[[{]/.test(head)) return undefined;
  if (/"format"\s*:\s*"evenkeel"/.test(head)) return found("evenkeel-json", 1, 'format "evenkeel"');
  if (/"issueChangeLogs"\s*:|"values"\s*:\s*\[[\s\S]*"fromString"\s*:/.test(head))
    return found("jira-json", 0.9, "pages of a Jira changelog");
  if (/"changelog"\s*:|"statusCategory"\s*:|"issuetype"\s*:/.test(head))
    return found("jira-json", 0.95, "members of a Jira issue");
  if (/"issues"\s*:\s*\[/.test(head) && /"fields"\s*:/.test(head)) return found("jira-json", 0.8, "issues with fields");
  if (/"key"\s*:/.test(head) && /"fields"\s*:\s*\{/.test(head)) return found("jira-json", 0.7, "an issue with fields");
  return /"columnConfig"\s*:/.test(head) ? found("jira-json", 0.7, "a board configuration") : undefined;
}

function ofTable(head: string): Detection | undefined {
  const first = head.split(/\r\n|\n|\r/).find((line) => line.trim() !== "") ?? "";
  const cells = first.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"|"$/g, "").toLowerCase());
  const ofJira = cells.map((cell) => englishHeader(cell) ?? cell);
  if (ofJira.includes("issue key") && (ofJira.includes("summary") || ofJira.includes("issue id"))) {
    return found("jira-csv", 0.95, "headers Issue key and Summary");
  }
  const ofLinear = ["id", "team", "title", "status", "canceled", "cycle number", "parent issue"].filter((name) =>
    cells.includes(name),
  );
  if (ofLinear.length > 4 && cells.includes("id") && cells.includes("title"))
    return found("linear", 0.95, "headers of a Linear export");
  const tracker = trackerTableOf(head);
  if (tracker !== undefined) return tracker;
  return cells.length > 1 && cells.every((cell) => cell.length < 200)
    ? found("mapped-csv", 0.5, "a header of several cells")
    : undefined;
}

/** What stands before the root element of an XML text. */
const prolog = String.raw`^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*`;
const xesRoot = new RegExp(String.raw`${prolog}<(?:[A-Za-z][\w.-]*:)?log[\s>/]`);

const projectRoot = new RegExp(String.raw`${prolog}<project(\s[^>]*)?>`);

/** Standards and texts that name themselves in their first lines. */
function ofStandard(head: string): Detection | undefined {
  if (/^\s*BEGIN:VCALENDAR/i.test(head)) return found("ical", 1, "BEGIN:VCALENDAR");
  if (/^\s*\{[^{}[\]]*"type"\s*:\s*"excalidraw/.test(head)) return found("sticky-notes", 1, 'type "excalidraw"');
  const project = projectRoot.exec(head);
  if (/mrproject-version/.test(project?.[1] ?? "")) return found("planner", 1, "version of Planner");
  if (project !== null)
    return found("ganttproject", /<tasks|<calendars|gantt/.test(head) ? 0.95 : 0.5, "root element project");
  if (/<bugzilla\b[^>]*\b(?:version|urlbase)=/.test(head)) return found("bugzilla", 1, "root element bugzilla");
  if (/<rss\b[^>]*\bversion=["']0\.92["']/.test(head) && /jira|<key[\s>]|<build-info/i.test(head))
    return found("jira-xml", 0.95, "feed of Jira issues");
  if (xesRoot.test(head) && /<(?:object-types|event-types|objects|events)[\s>/]/.test(head))
    return found("ocel", 0.95, "elements of OCEL");
  if (xesRoot.test(head)) return found("xes", /xes|<trace|<global|<extension/.test(head) ? 1 : 0.6, "root element log");
  if (/^\s*\{[\s\S]*"(?:objectTypes|eventTypes|ocel:[\w-]+)"\s*:/.test(head))
    return found("ocel", 0.95, "members of OCEL");
  return undefined;
}

/** A line that only todo.txt writes: done with a date, a priority, or a word that is a project, a context or a due date. */
const todoLine = /^(?:x \d{4}-\d{2}-\d{2} |\([A-Z]\) |.*(?:^|[ ])(?:[+@]\p{L}[^\s]*|due:\d{4}-\d{2}-\d{2})(?:\s|$))/u;

/** A line that todo.txt writes where others of the file are surely its own: done without a date, or only dated. */
const likelyTodoLine = /^(?:x |\d{4}-\d{2}-\d{2} )\S/;

/** A todo.txt where each line could be one and most can be nothing else. */
function ofTodoTxt(head: string): Detection | undefined {
  const lines = head
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 200);
  const strong = lines.filter((line) => /^(?:x \d{4}-\d{2}-\d{2} |\([A-Z]\) )/.test(line)).length;
  const sure = lines.filter((line) => todoLine.test(line) || (strong > 0 && likelyTodoLine.test(line))).length;
  if (lines.some((line) => /^\s*(?:#{1,6} |[-*+] |[[{<])/.test(line)) || sure * 2 < lines.length) return undefined;
  return found("todo-txt", strong > 0 ? 0.9 : 0.6, "lines with priorities, dates, +projects or @contexts");
}

/** Formats that name themselves in their first lines. */
function ofHeader(head: string): Detection | undefined {
  if (/^\s*\u001e[0-9a-f]{7,64}\u001f/.test(head)) return found("git-log", 1, "records of the stated git format");
  if (isPrintedLog(head)) return found("git-log", 1, "commits as git prints them");
  if (isListedLog(head)) return found("git-log", 0.8, "lines that begin with a commit's hash and state a time");
  const plain = withoutGraph(head);
  if (plain !== head && (isPrintedLog(plain) || isListedLog(plain)))
    return found("git-log", 1, "commits beside a graph");
  if (isBriefLog(plain)) return found("git-log", plain === head ? 0.7 : 0.9, "lines that begin with a commit's hash");
  if (/<([A-Za-z][\w.-]*:)?Project\b[^>]*schemas\.microsoft\.com\/project/.test(head))
    return found("mspdi", 1, "namespace of Microsoft Project");
  if (/<Project(\s[^>]*)?>/.test(head) && /<Tasks>\s*<Task>/.test(head) && /<UID>/.test(head))
    return found("mspdi", 0.7, "elements of Microsoft Project");
  if (/<([A-Za-z][\w.-]*:)?APIBusinessObjects\b/.test(head)) return found("pmxml", 1, "root element of Primavera");
  if (/^\s*ERMHDR\t/.test(head)) return found("xer", 1, "header of Primavera");
  return undefined;
}

function ofText(head: string): Detection | undefined {
  if (/^\s*</.test(head)) return undefined;
  const json = ofJson(head);
  if (json !== undefined || /^\s*[[{]["{[\s}\]]/.test(head)) return json;
  if (/^[\s\u00a0]*(?:> ?)*[\s\u00a0]*(?:[-*+]|\d{1,9}[.)])[ \t\u00a0]+\[.\](\s|$)/mu.test(head))
    return found("markdown", 0.9, "list items with a checkbox");
  return ofTodoTxt(head) ?? ofTable(head) ?? (/^#{1,6} /m.test(head) ? found("markdown", 0.3, "headings") : undefined);
}

function unknown(head: string, name: string | undefined): Issue {
  if (webPage.test(head)) return issue("interop/any-web-page");
  const other = foreign.find(([shape]) => shape.test(head))?.[1];
  if (other !== undefined) return issue("interop/any-unsupported-format", { facts: { format: other } });
  const facts = { found: head.trim().slice(0, 40), name: name ?? "" };
  return issue("interop/any-unknown-format", { facts });
}

/**
 * Says which format an input is, by its content; the file's name is only repeated in the refusal.
 *
 * @param source - bytes or text; the first 64 Ki are looked at
 * @param name - name of the file, if any
 * @param options - encoding and limits
 * @returns format, confidence 0..1 and the evidence
 *
 * Issues: interop/any-unknown-format, interop/any-unsupported-format, interop/any-archive, interop/any-web-page, interop/any-too-large, interop/any-unknown-encoding, interop/any-encoding-mismatch, interop/any-binary, interop/any-empty-file.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * orThrow(detectFormat("- [ ] Dig")).format; // => "markdown"
 */
export function detectFormat(source: Source, name?: string, options: ReadOptions = {}): Result<Detection> {
  if (typeof source !== "string" && isWorkbook(source))
    return ok(found("xlsx", 0.9, "an archive with xl/workbook.xml"));
  const binary = foreignBytes(source);
  if (binary !== undefined) return refuse([binary]);
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const head = decoded.value.text.slice(0, headLength);
  const isOwn = /"format"\s*:\s*"evenkeel"/.test(head);
  const named = ofHeader(head) ?? ofStandard(head) ?? (isOwn ? undefined : trackerOf(head));
  const other = named === undefined && foreign.some(([shape]) => shape.test(head));
  const detection = named ?? (other ? undefined : ofText(head));
  if (detection !== undefined) return ok(detection);
  const { text } = decoded.value;
  const broken = !other && /^\s*[[{]\s*["{[]/.test(head) && jsonFaultAt(text) !== undefined;
  return refuse([broken ? jsonFault(text) : unknown(head, name)]);
}
