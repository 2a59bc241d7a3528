import type { Review } from "evenkeel";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";

/** At most five things, each with what, who, when, what it costs and what to do. */
export function firstSection({ first }: Review, say: Say): Markup {
  const actions = first.map((action) => {
    const { consequence, person, due, severity } = action;
    const who =
      person === undefined
        ? say.fixed("someone", { due: due.slice(0, 10) })
        : say.fixed("who", { person, due: due.slice(0, 10) });
    const loss =
      consequence === undefined
        ? undefined
        : consequence.kind === "chance"
          ? say.fixed("chance-left", { what: consequence.what, chance: 1 - consequence.value })
          : say.fixed("days-lost", { what: consequence.what, days: consequence.value });
    return html`<li><p class="what">${say.message(action)} <span class="tag ${severity}">${say.fixed(`severity-${severity}`)}</span></p><p>${say.remedy(action)}</p><p class="soft">${who}</p>${loss === undefined ? undefined : html`<p class="loss">${loss}</p>`}</li>`;
  });
  const list =
    actions.length === 0 ? html`<p>${say.fixed("nothing-first")}</p>` : html`<ol class="first">${joined(actions)}</ol>`;
  return html`<section aria-labelledby="first"><h2 id="first">${say.fixed("first")}</h2>${list}</section>`;
}
