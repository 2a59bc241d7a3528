import { defaultLimits, type Limits } from "@evenkeel/interop";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Options } from "./options.js";

const names = Object.keys(defaultLimits) as (keyof Limits)[];
const isName = (text: string): text is keyof Limits => names.some((name) => name === text);

/**
 * The limits of reading that a command raises or lowers, such as `--limit bytes=200000000,rows=2000000`.
 *
 * @param options - of the command
 * @returns the limits it names; all others hold as they are
 *
 * Issues: cli/invalid-value.
 * Time and space O(words).
 * Source: own.
 *
 * @example
 * readLimits({ files: [], limit: "bytes=200000000" }); // => { ok: true, value: { limits: { bytes: 200000000 } }, issues: [] }
 */
export function readLimits(options: Options): Result<{ readonly limits?: Partial<Limits> }> {
  const given = options["limit"];
  if (given === undefined) return ok({});
  const limits: { -readonly [name in keyof Limits]?: number } = {};
  const faults: Issue[] = [];
  for (const part of String(given).split(",")) {
    const [name = "", text = ""] = part.trim().split("=");
    if (isName(name) && /^[1-9]\d{0,14}$/.test(text)) limits[name] = Number(text);
    else
      faults.push(
        issue("cli/invalid-value", {
          path: ["--limit"],
          facts: { found: part, option: "limit", expected: names.map((each) => `${each}=NUMBER`) },
        }),
      );
  }
  const [first, ...rest] = faults;
  return first === undefined ? ok({ limits }) : refuse([first, ...rest]);
}
