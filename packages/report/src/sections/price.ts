import { type Price, priceChart } from "evenkeel";
import { figureOf } from "../chart/chart-figure.js";
import { type Html, html } from "../page/html.js";
import { day, fold, type Page, table, title } from "../page/parts.js";

const mostWeeks = 12;
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, "-");
const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

/** Which weeks the dates as planned overload, by team. */
function weeks({ plannedWeeks, minutesPerWeek }: Price, { texts: { say }, review: { names } }: Page): Html {
  if (plannedWeeks.length === 0) return html``;
  const rows = plannedWeeks
    .slice(0, mostWeeks)
    .map(({ week, teamId, people, minutesOver }) => [
      day(week),
      teamId === undefined ? say("price-no-team") : title(names.people[teamId] ?? teamId),
      people,
      hoursOf(minutesOver),
    ]);
  const rest = plannedWeeks.length - rows.length;
  const heads = ["week", "team", "people", "over"].map((key) => say(`price-${key}`));
  const caption = say("price-weeks", { hours: hoursOf(minutesPerWeek) });
  return html`<h4>${caption}</h4>${table(caption, heads, rows, { numbers: [2, 3], stacks: true })}${
    rest > 0 ? html`<p class="note">${say("more", { rest })}</p>` : ""
  }`;
}

/** Edits that would help, with what they were computed to do. */
function helps({ suggestions }: Price, { texts }: Page): Html {
  const { say, tell } = texts;
  if (suggestions.length === 0) return html``;
  const lines = suggestions.map(
    ({ text, effect }) =>
      html`<li>${say("price-edit", { what: tell(text).message, effect: tell(effect).message })}</li>`,
  );
  return html`<h4>${say("price-helps")}</h4><ol class="lines">${lines}</ol>`;
}

/** What keeping a limit of weekly hours costs: the sentence, the curve, the weeks that ask for more, what would help. */
export async function priceOfLimit(page: Page): Promise<Html> {
  const { price, texts } = page;
  const { say, sayOr, tell } = texts;
  if (price === undefined) return html``;
  const { message, remedy } = tell(price.text);
  const ignored = price.ignores.map((each) => html`<li>${tell(each).message}</li>`);
  const made = say("price-made", {
    method: sayOr(`price-${slug(price.method)}`, price.method),
    quality: sayOr(`price-${slug(price.quality)}`, price.quality),
  });
  const more = [...(remedy === undefined ? [] : [remedy]), ...price.notes.map((note) => tell(note).message)];
  return html`<h3>${say("price-title")}</h3><p>${message}</p>${more.map((text) => html`<p class="note">${text}</p>`)}
<div class="charts">${await figureOf("price", priceChart(price), page)}<div>${weeks(price, page)}${helps(price, page)}</div></div>
${fold(made, html`<ul class="lines">${ignored}</ul>`)}`;
}
