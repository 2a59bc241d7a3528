import type { Import, LossTable } from "@evenkeel/interop";
import { lossOfEvenkeelJson, writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { lossOfGanttProject, writeGanttProject } from "@evenkeel/interop/ganttproject";
import { lossOfIcal, writeIcal } from "@evenkeel/interop/ical";
import { lossOfJiraCsv, writeJiraCsv } from "@evenkeel/interop/jira-csv";
import { lossOfCsv, writeCsv } from "@evenkeel/interop/mapped-csv";
import { lossOfMarkdown, writeMarkdown } from "@evenkeel/interop/markdown";
import { lossOfMermaid, writeMermaid } from "@evenkeel/interop/mermaid";
import { lossOfMspdi, writeMspdi } from "@evenkeel/interop/mspdi";
import { lossOfOcel, writeOcel } from "@evenkeel/interop/ocel";
import { writeParquet } from "@evenkeel/interop/parquet";
import { encodeXer, lossOfXer, writeXer } from "@evenkeel/interop/xer";
import { lossOfXlsx, writeXlsx } from "@evenkeel/interop/xlsx";

/** A format that is written. */
export interface Writer {
  /** Text, or bytes. */
  readonly write: (read: Import) => string | Uint8Array | Promise<Uint8Array>;
  /** Absent where only the history is written. */
  readonly loss?: LossTable;
  /** Whether only a file takes it: bytes in an encoding of their own. */
  readonly isBinary?: boolean;
}

/** Names of the formats that are written. */
export type WriterName =
  | "json"
  | "csv"
  | "xlsx"
  | "jira-csv"
  | "markdown"
  | "mermaid"
  | "ical"
  | "mspdi"
  | "xer"
  | "ganttproject"
  | "ocel"
  | "parquet";

const writers: { readonly [N in WriterName]: Writer } = {
  json: { write: (read) => writeEvenkeelJson(read), loss: lossOfEvenkeelJson },
  csv: { write: ({ plan }) => writeCsv(plan), loss: lossOfCsv },
  xlsx: { write: ({ plan }) => writeXlsx(plan), loss: lossOfXlsx, isBinary: true },
  "jira-csv": { write: ({ plan }) => writeJiraCsv(plan), loss: lossOfJiraCsv },
  markdown: { write: ({ plan }) => writeMarkdown(plan), loss: lossOfMarkdown },
  mermaid: { write: ({ plan }) => writeMermaid(plan), loss: lossOfMermaid },
  ical: { write: ({ plan }) => writeIcal(plan), loss: lossOfIcal },
  mspdi: { write: ({ plan }) => writeMspdi(plan), loss: lossOfMspdi },
  xer: { write: ({ plan }) => encodeXer(writeXer(plan)).bytes, loss: lossOfXer, isBinary: true },
  ganttproject: { write: ({ plan }) => writeGanttProject(plan), loss: lossOfGanttProject },
  ocel: { write: (read) => writeOcel(read), loss: lossOfOcel },
  parquet: { write: ({ history }) => writeParquet(history), isBinary: true },
};

/** The formats that are written, in the order they are shown. */
export const writerNames: readonly WriterName[] = Object.keys(writers) as WriterName[];

/** The writer of a format. */
export const writerOf = (name: WriterName): Writer => writers[name];
