import type { StateCategory } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { answered, type Draft, note } from "./draft.js";

const plain = (name: string): string => name.trim().toLowerCase();

/** What a person said a state means, by its id or name; told as answered, once a state. */
export function answeredCategory(draft: Draft, name: string, id: string = name): StateCategory | undefined {
  const states = draft.options.answers?.states;
  if (states === undefined) return undefined;
  const key = Object.hasOwn(states, id) ? id : Object.keys(states).find((each) => plain(each) === plain(name));
  const category = key === undefined ? undefined : states[key];
  if (key === undefined || category === undefined) return undefined;
  draft.usedAnswers.add(key);
  const value = `${name.slice(0, 80)}: ${category}`;
  if (!draft.assumptions.some((each) => each.code === "interop/answered-category" && each.value === value))
    answered(draft, "category", value);
  return category;
}

/** Notes answers about states the source does not have: a misspelt name would change nothing in silence. */
export function noteUnusedAnswers(draft: Draft): void {
  const unused = Object.keys(draft.options.answers?.states ?? {}).filter((key) => !draft.usedAnswers.has(key));
  for (const state of unused.sort(compareText)) note(draft, "answer-unused", ["states", state], [state], { state });
}
