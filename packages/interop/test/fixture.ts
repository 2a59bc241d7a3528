import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Issue, Result } from "@evenkeel/kernel";
import { detectFormat } from "../src/detect-format.js";
import { readWorkStream } from "../src/read-stream.js";
import { readWork } from "../src/read-work.js";
import type { FormatName } from "../src/types.js";
import { isLiving, type LivingName, liveWith } from "./living.js";

/** One input with the codes and places it must give, exactly. */
export interface Fixture {
  readonly code: string;
  /** `stopped`: read as a stream that the caller stops. */
  readonly format: FormatName | "detect" | "stopped" | LivingName;
  readonly options: object;
  readonly input: string;
  readonly bytes?: readonly number[];
  readonly expected: readonly (readonly [string, string])[];
}

const folder = fileURLToPath(new URL("./fixtures/", import.meta.url));

export function fixtures(): { readonly name: string; readonly fixture: Fixture }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".invalid.json"))
    .map((name) => ({ name, fixture: JSON.parse(readFileSync(folder + name, "utf8")) as Fixture }));
}

export async function readFixture(fixture: Fixture): Promise<Result<unknown>> {
  const source = fixture.bytes === undefined ? fixture.input : Uint8Array.from(fixture.bytes);
  if (fixture.format === "detect") return detectFormat(source, undefined, fixture.options);
  if (fixture.format === "stopped") return readWorkStream(oneByOne(source), { signal: { aborted: true } });
  if (isLiving(fixture.format)) return liveWith(fixture.format, fixture.input, fixture.options);
  return readWork(source, { ...fixture.options, format: fixture.format });
}

async function* oneByOne(source: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield source;
}

export function placesOf(issues: readonly Issue[]): [string, string][] {
  return issues.map((found) => [found.code, `/${found.path.join("/")}`]);
}

/** Writes what came as what is expected; run by hand with REGEN=1, never in CI. */
export function regenerate(name: string, fixture: Fixture, issues: readonly Issue[]): void {
  if (process.env["REGEN"] !== "1" || process.env["CI"] === "true") return;
  writeFileSync(folder + name, `${JSON.stringify({ ...fixture, expected: placesOf(issues) }, null, 2)}\n`);
}
