import { formatDay } from "@evenkeel/kernel";
import type { Duty } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { capped, type Page } from "../page/parts.js";

const mostShown = 10;
const millisPerDay = 86_400_000;

/** What to take up next, and what is owed by whom. */
export function contributor(page: Page): Html {
  const { say, tell } = page.texts;
  const { next, duties } = page.review.contributor;
  const { people } = page.review.names;
  const owed = ({ whoId, due }: Duty): string =>
    say("duty-owed", {
      who: whoId === undefined ? say("nobody") : (people[whoId] ?? whoId),
      due: formatDay(Math.floor((due - 1) / millisPerDay)),
    });
  const list = <T>(entries: readonly T[], none: string, show: (entry: T) => Html): Html =>
    entries.length === 0
      ? html`<p>${none}</p>`
      : html`<ul class="lines">${capped(entries, mostShown, page.texts, show)}</ul>`;
  return html`<section id="contributor" aria-labelledby="contributor-title"><h2 id="contributor-title">${say("contributor")}</h2><p class="sub">${say("contributor-sub")}</p>
<div class="pair"><div><h3>${say("next")}</h3>${list(next, say("next-none"), (entry) => html`<li>${tell(entry).message}</li>`)}</div>
<div><h3>${say("duties")}</h3>${list(
    duties,
    say("duties-none"),
    (duty) =>
      html`<li>${tell(duty).message}${
        duty.isLate ? html` <span class="chip critical">${say("late")}</span>` : ""
      } <small>${owed(duty)}</small></li>`,
  )}</div></div>
</section>`;
}
