import type { RichText } from "@evenkeel/core";
import { coversOf } from "../covers.js";
import { type Draft, table } from "../draft.js";
import { addTo } from "../group.js";

/** A note of a notebook: of an activity or a node of the breakdown. */
export interface P6Note {
  readonly itemId: string;
  /** The topic it stands under. */
  readonly topic: string | undefined;
  readonly text: string;
}

/** What a note shows; the tool stores an empty one as a page without words. */
function shownIn(text: string): string | undefined {
  const shown = text.replace(/^\ufeff/, "").trim();
  const words = shown.replace(/<(?!img\b)[^<>]*>|&nbsp;|\s/gi, "");
  return words === "" ? undefined : shown;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** One note is the body; of several each stands under its topic. */
function bodyOf(notes: readonly P6Note[]): RichText {
  const markup = notes.some(({ text }) => /<\/?[a-z][^<>]*>|&[a-z]+;/i.test(text)) ? "html" : "plain";
  if (notes.length === 1) return { text: (notes[0] as P6Note).text, markup };
  const parts = notes.map(({ topic, text }) => {
    if (topic === undefined) return text;
    return markup === "html" ? `<p><b>${escaped(topic)}</b></p>\n${text}` : `${topic}\n${text}`;
  });
  return { text: parts.join(markup === "html" ? "\n" : "\n\n"), markup };
}

/** Puts the notes of notebooks on their items, in the order of the file. */
export function addNotes(draft: Draft, tool: string, notes: readonly P6Note[]): void {
  const items = table(draft, "items");
  const byItem = new Map<string, P6Note[]>();
  for (const note of notes) {
    const text = shownIn(note.text);
    if (text !== undefined && items.has(note.itemId)) addTo(byItem, note.itemId, { ...note, text });
  }
  for (const [id, list] of byItem) {
    const item = items.get(id);
    if (item !== undefined) items.set(id, { ...item, body: bodyOf(list) });
  }
  if (byItem.size > 0) draft.coverage = [...draft.coverage, coversOf(tool)("items", "body")];
}
