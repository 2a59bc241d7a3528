import { en as coreTexts, planAt, validateHistory, validatePlan, type WorkHistory } from "@evenkeel/core";
import { canonicalJson, en as kernelTexts, type Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { applyPatches } from "../apply-patches.js";
import { openEditor } from "../editor.js";
import { en } from "../en.js";
import { parseCommand } from "../parse-command.js";
import type { Command, Patch } from "../types.js";
import { anyCommands } from "./any-commands.js";
import { anyEditedPlan } from "./any-plan.js";
import type { Law } from "./law.js";

type Path = readonly (string | number)[];

const deep = Array.from({ length: 5000 }).reduce<unknown>((inner) => [inner], 1);
/** Values that are of the wrong kind almost everywhere, and some that break what reads them without care. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    1e308,
    -1,
    "",
    "__proto__",
    "gone",
    "2026-02-30",
    [],
    [[]],
    [{}],
    {},
    { toString: 1, valueOf: 1 },
    JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
    deep,
  ),
);
const names = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "x",
  "id",
  "kind",
  "dueDate",
  "memberships",
  "estimates",
  "schedule",
  "acceptanceCriteria",
  "stateId",
  "states",
  "outcomeIds",
  "subject",
  "customFields",
);

/** Every place in a value. */
function placesIn(value: unknown): Path[] {
  const places: Path[] = [[]];
  for (const path of places) {
    const at = path.reduce<unknown>((held, step) => (held as Record<string | number, unknown>)[step], value);
    if (typeof at === "object" && at !== null)
      for (const key of Object.keys(at)) if (places.length < 200) places.push([...path, key]);
  }
  return places;
}

/** What stands at a place is replaced, taken away, or gets another member. */
function changed(value: unknown, path: Path, cut: "put" | "drop" | "add", put: unknown, name: string): unknown {
  const [step, ...rest] = path;
  const isHolder = typeof value === "object" && value !== null;
  if (step === undefined) {
    if (cut !== "add" || !isHolder) return put;
    return Array.isArray(value) ? [...value, put] : Object.fromEntries([...Object.entries(value), [name, put]]);
  }
  if (!isHolder) return value;
  const entries = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    if (key !== String(step)) return [[key, member]];
    return cut === "drop" && rest.length === 0 ? [] : [[key, changed(member, rest, cut, put, name)]];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

/** A value with up to three of its places made anew. */
const mutated = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom("put", "put", "drop", "add"), strange, names), {
      minLength: 1,
      maxLength: 3,
    })
    .map((cuts) =>
      cuts.reduce<unknown>((now, [pick, cut, put, name]) => {
        const places = placesIn(now);
        return changed(now, places[pick % places.length] ?? [], cut as "put", put, name);
      }, value),
    );

/** A plan and commands over it, each by chance as it is or with places made anew. */
export const anyHostileEdits: fc.Arbitrary<{
  readonly plan: Parameters<typeof openEditor>[0];
  readonly commands: readonly Command[];
}> = anyEditedPlan.chain((plan) =>
  anyCommands(plan, 5)
    .chain((commands) => fc.tuple(...commands.map((command) => fc.oneof(mutated(command), fc.constant(command)))))
    .map((commands) => ({ plan, commands: commands as readonly Command[] })),
);

const known = { ...kernelTexts, ...coreTexts, ...en };
const isTold = (result: Result<unknown>): boolean =>
  result.ok || (result.issues.length > 0 && result.issues.every(({ code }) => Object.hasOwn(known, code)));
const isClean = (): boolean => !("polluted" in {});

/** Laws of what comes from strangers. */
export function hostileLaws(): Law[] {
  return [
    {
      name: "whatever comes as a command is taken or refused with codes that have texts, and taints nothing",
      statedRuns: 100_000,
      property: fc.property(anyHostileEdits, ({ plan, commands }) => {
        const editor = openEditor(plan);
        return commands.every((command) => {
          const before = editor.plan();
          const result = editor.apply(command);
          const isWhole = result.ok
            ? validatePlan(editor.plan()).ok
            : canonicalJson(editor.plan()) === canonicalJson(before);
          return isTold(result) && isTold(parseCommand(command)) && isWhole && isClean();
        });
      }),
    },
    {
      name: "whatever comes as patches is applied or refused with codes, and taints nothing",
      statedRuns: 10_000,
      property: fc.property(
        anyEditedPlan.chain((plan) =>
          anyCommands(plan, 3).chain((commands) => {
            const change = openEditor(plan).apply(...commands.slice(0, 1));
            const patches = change.ok ? change.value.patches : [];
            return mutated(patches).map((hostile) => ({ plan, hostile }));
          }),
        ),
        ({ plan, hostile }) => isTold(applyPatches(plan, hostile as readonly Patch[])) && isClean(),
      ),
    },
    {
      name: "whatever comes as a history is refused with codes, or replayed",
      statedRuns: 10_000,
      property: fc.property(
        anyEditedPlan.chain((plan) =>
          anyCommands(plan, 4).chain((commands) => {
            const editor = openEditor(plan);
            const events = commands.flatMap((command) => {
              const change = editor.apply(command);
              return change.ok ? change.value.events : [];
            });
            return mutated({ formatVersion: 1, events }).map((hostile) => ({ plan, hostile }));
          }),
        ),
        ({ plan, hostile }) => {
          const valid = validateHistory(hostile as WorkHistory, plan);
          return isTold(valid) && isClean() && (!valid.ok || typeof planAt(plan, valid.value) === "object");
        },
      ),
    },
  ];
}
