import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Import } from "@evenkeel/interop";
import { applyOverlay, emptyOverlay, type Overlay, openOverlay } from "@evenkeel/interop/overlay";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { whyOf } from "./why-of.js";

/** Where the answers about an export are kept when nobody says otherwise. */
export const overlayName = (file: string): string => `${file}.overlay.json`;

/** The overlay that stands beside a file. */
export function overlayBeside(file: string, io: Io): string | undefined {
  const beside = overlayName(file);
  return file !== "" && file !== "-" && existsSync(resolve(io.cwd, beside)) ? beside : undefined;
}

/** Reads an overlay; a file that is not there yet is one without answers. */
export function readOverlay(file: string, io: Io): Result<Overlay> {
  try {
    const opened = openOverlay(readFileSync(resolve(io.cwd, file), "utf8"));
    if (opened.ok) return opened;
    const [first, ...rest] = opened.issues.map((found) => ({ ...found, path: [file, ...found.path] }));
    return refuse(first === undefined ? opened.issues : [first, ...rest]);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT"
      ? ok(emptyOverlay)
      : refuse([issue("cli/unreadable-file", { path: [file], facts: { file, why: whyOf(error) } })]);
  }
}

/** The import with the answers of an overlay file; what of them could not be applied stands in its report. */
export function overlaid(read: Import, file: string, io: Io): Result<Import> {
  const overlay = readOverlay(file, io);
  if (!overlay.ok) return overlay;
  const { issues, ...documents } = applyOverlay(read, overlay.value);
  const told = issues.map((found) => ({ ...found, path: [file, ...found.path] }));
  return ok({ ...documents, report: { ...read.report, issues: [...read.report.issues, ...told] } });
}

/** The file that answers about what was read are kept in: the one named, else the one beside the only file. */
export function overlayOf(options: Options): Result<string> {
  const { files, overlay } = options;
  if (typeof overlay === "string") return ok(overlay);
  const [only] = files;
  return files.length === 1 && only !== undefined && only !== "-" && options["git"] === undefined
    ? ok(overlayName(only))
    : refuse([issue("cli/no-overlay-place", { path: ["--overlay"], facts: { files: files.length } })]);
}
