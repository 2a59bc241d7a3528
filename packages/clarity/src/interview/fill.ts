import type { CommandDraft } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

/** The place of an answer in a command. */
export const asked = (name: string): { readonly ask: string } => ({ ask: name });

function askedName(value: Json): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [name] = entries.length === 1 && entries[0]?.[0] === "ask" ? [entries[0][1]] : [];
  return typeof name === "string" ? name : undefined;
}

/** A value with the answers in their places; undefined where an answer was left out. Commands are ours and not deep. */
function filled(value: Json, answers: ReadonlyMap<string, Json>): Json | undefined {
  const name = askedName(value);
  if (name !== undefined) return answers.get(name);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.flatMap((each: Json) => filled(each, answers) ?? []);
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const found = filled(each as Json, answers);
    return found === undefined ? [] : [[key, found] as const];
  });
  return Object.fromEntries(entries);
}

/** A command with the answers in their places; what was left out is left out. */
export function fillCommand(command: CommandDraft, answers: ReadonlyMap<string, Json>): CommandDraft {
  return filled(command as Json, answers) as CommandDraft;
}
