import { type Html, html, type Part } from "../page/html.js";

/** A part of a whole: its name, which is a class of the style sheet too, its share 0..1, its words. */
export interface SharePart {
  readonly kind: string;
  readonly share: number;
  readonly words: Part;
}

/** Parts of a whole side by side, and what each is called; parts of nothing are left out. */
export function shareBar(parts: readonly SharePart[]): Html {
  const shown = parts.filter(({ share }) => share > 0);
  let left = 0;
  const bars = shown.map(({ kind, share }) => {
    const width = Math.round(share * 1000) / 10;
    const bar = html`<rect class="share ${kind}" x="${Math.round(left * 10) / 10}" width="${width}" height="8"/>`;
    left += width;
    return bar;
  });
  const keys = shown.map(
    ({ kind, words }) => html`<li><span class="key ${kind}" aria-hidden="true"></span>${words}</li>`,
  );
  return html`<svg class="bar shares" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${bars}</svg><ul class="keys">${keys}</ul>`;
}
