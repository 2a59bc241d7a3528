import type { ReviewAction } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { odds } from "../page/odds.js";
import { day, type Page, severity, title } from "../page/parts.js";
import { referenceText } from "./reference-text.js";

const mostEvidence = 4;

function consequenceOf({ consequence }: ReviewAction, { texts }: Page): Html | undefined {
  if (consequence === undefined) return undefined;
  const { kind, value, what } = consequence;
  const said =
    kind === "chance"
      ? texts.say("consequence-chance", { what, odds: odds(texts, 1 - value) })
      : texts.say("consequence-days", { what, days: Math.round(value) });
  return html`<div class="wide"><dt>${texts.say("consequence")}</dt><dd>${said}</dd></div>`;
}

function actionOf(action: ReviewAction, page: Page): Html {
  const { say, tell } = page.texts;
  const { message, remedy } = tell(action);
  const evidence = action.evidence.slice(0, mostEvidence).map((each) => referenceText(each, page));
  const rest = action.evidence.length - evidence.length;
  return html`<li class="${/^[a-z]+$/.test(action.severity) ? action.severity : "info"}">
<p class="what">${message}</p>
${remedy === undefined ? "" : html`<p class="remedy">${remedy}</p>`}
<dl><div><dt>${say("who")}</dt><dd>${title(action.person ?? say("someone"))}</dd></div><div><dt>${say("due")}</dt><dd>${day(action.due)}</dd></div><div><dt>${say("weight")}</dt><dd>${severity(action.severity, page.texts)}</dd></div>${consequenceOf(action, page)}${
    evidence.length === 0
      ? ""
      : html`<div class="wide"><dt>${say("evidence")}</dt><dd>${[...evidence, ...(rest > 0 ? [say("more", { rest })] : [])].join("; ")}</dd></div>`
  }</dl>
</li>
`;
}

/** The few things to do first, in order. */
export function first(page: Page): Html {
  const { say } = page.texts;
  const list = page.review.first;
  return html`<section id="first" aria-labelledby="first-title"><h2 id="first-title">${say("first")}</h2>
${list.length === 0 ? html`<p>${say("first-none")}</p>` : html`<p class="sub">${say("first-sub")}</p><ol class="actions">${list.map((action) => actionOf(action, page))}</ol>`}
</section>`;
}
