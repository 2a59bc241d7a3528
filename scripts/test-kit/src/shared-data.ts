import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the real files for tests lie: beside the checkout, never in it. */
export const sharedDataFolder: string = resolve(fileURLToPath(import.meta.url), "../../../../../shared/data");

/**
 * The path of a shared data file or folder, or undefined when this clone has none (one line says so).
 * In CI a missing file is a failure.
 */
export function sharedData(...path: string[]): string | undefined {
  const full = resolve(sharedDataFolder, ...path);
  if (existsSync(full)) return full;
  if (process.env["CI"] === "true") throw new TypeError(`shared data is missing: ${path.join("/")}`);
  process.stderr.write(`skipped: no shared data at ${path.join("/")}\n`);
  return undefined;
}
