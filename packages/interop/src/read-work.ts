import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type Detection, detectFormat } from "./detect-format.js";
import { gunzip, isGzip } from "./gzip.js";
import type { JiraCsvOptions } from "./jira-csv.js";
import type { JiraJsonOptions } from "./jira-json.js";
import { limitsOf } from "./limits.js";
import type { FormatName, Import, ReadOptions, Source } from "./types.js";
import type { XlsxOptions } from "./xlsx.js";

/** What `readWork` takes: the options of the readers, and which format it is where the caller knows. */
export interface ReadWorkOptions extends JiraJsonOptions, JiraCsvOptions, XlsxOptions {
  /** Absent = detected by content. */
  readonly format?: FormatName;
  /** Name of the file, for messages. */
  readonly name?: string;
}

type Reader = (source: Source, options: ReadWorkOptions) => Result<Import> | Promise<Result<Import>>;

const readers: { readonly [F in FormatName]: () => Promise<Reader> } = {
  "azure-devops": async () => (await import("./azure-devops.js")).readAzureDevops,
  "evenkeel-json": async () => (await import("./evenkeel-json.js")).readEvenkeelJson,
  "git-log": async () => (await import("./git-log.js")).readGitLog,
  github: async () => (await import("./github.js")).readGithub,
  "jira-csv": async () => (await import("./jira-csv.js")).readJiraCsv,
  "jira-json": async () => (await import("./jira-json.js")).readJiraJson,
  linear: async () => (await import("./linear.js")).readLinear,
  "mapped-csv": async () => (await import("./mapped-csv.js")).readMappedCsv,
  markdown: async () => (await import("./markdown.js")).readMarkdown,
  mspdi: async () => (await import("./mspdi.js")).readMspdi,
  pmxml: async () => (await import("./pmxml.js")).readPmxml,
  trello: async () => (await import("./trello.js")).readTrello,
  xer: async () => (await import("./xer.js")).readXer,
  // Standards and texts.
  "sticky-notes": async () => (await import("./sticky-notes.js")).readStickyNotes,
  planner: async () => (await import("./planner.js")).readPlanner,
  ganttproject: async () => (await import("./ganttproject.js")).readGanttProject,
  "todo-txt": async () => (await import("./todo-txt.js")).readTodoTxt,
  ical: async () => (await import("./ical.js")).readIcal,
  ocel: async () => (await import("./ocel.js")).readOcel,
  xes: async () => (await import("./xes.js")).readXes,
  // Trackers that came later.
  asana: async () => (await import("./asana.js")).readAsana,
  gitlab: async () => (await import("./gitlab.js")).readGitlab,
  monday: async () => (await import("./monday.js")).readMonday,
  "jira-xml": async () => (await import("./jira-xml.js")).readJiraXml,
  bugzilla: async () => (await import("./bugzilla.js")).readBugzilla,
  clickup: async () => (await import("./clickup.js")).readClickup,
  // Workbooks.
  "monday-xlsx": async () => (await import("./monday-xlsx.js")).readMondayXlsx,
  xlsx: async () => (await import("./xlsx.js")).readXlsx,
};

/**
 * Reads work from any format with a reader, detected by content, packed by gzip or not; the reader is loaded when it is needed.
 *
 * @param source - bytes or text
 * @param options - format and name, and the options of the readers
 * @returns documents and report; the report says how certain the format is
 *
 * Issues: interop/any-unknown-zone, those of `detectFormat` and of the reader.
 * Time and space: those of the reader.
 * Source: own.
 *
 * @example
 * orThrow(await readWork("title,owner\nDig,Ada")).plan.items.length; // => 1
 */
export async function readWork(source: Source, options: ReadWorkOptions = {}): Promise<Result<Import>> {
  const bytes = isGzip(source) ? await gunzip(source, limitsOf(options).bytes) : undefined;
  if (bytes?.ok === false) return bytes;
  return readPlain(bytes?.value ?? source, options);
}

/** Reads what is not packed: a gzip within a gzip is not unpacked again. */
async function readPlain(source: Source, options: ReadWorkOptions): Promise<Result<Import>> {
  const fault = await statedZoneFault(options);
  if (fault !== undefined) return refuse([fault]);
  const detected = options.format === undefined ? detectFormat(source, options.name, options) : undefined;
  if (detected !== undefined && !detected.ok) return detected;
  const format = options.format ?? detected?.value.format ?? "mapped-csv";
  const isFoundWorkbook = detected?.value.format === "xlsx";
  const read = isFoundWorkbook ? (await import("./workbook.js")).readWorkbook : await readers[format]();
  return withConfidence(await read(source, options), detected?.value);
}

/** What is wrong with the zone a caller states, told before anything is read; a reader may never come to use it. */
export async function statedZoneFault(options: ReadOptions): Promise<Issue | undefined> {
  if (options.zone === undefined && options.answers?.zone === undefined) return undefined;
  return (await import("./zoned-time.js")).zoneFault(options);
}

/** An import whose report says how certain the format is, where it was detected. */
export function withConfidence(result: Result<Import>, detected: Detection | undefined): Result<Import> {
  if (!result.ok || detected === undefined) return result;
  const { report } = result.value;
  const format = { ...report.format, confidence: detected.confidence };
  return ok({ ...result.value, report: { ...report, format } }, result.issues);
}
