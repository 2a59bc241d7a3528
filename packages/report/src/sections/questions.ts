import type { Question } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { capped, type Page, title } from "../page/parts.js";

const mostShown = 10;

/** The fewest questions that make the work clear: to whom, what, and how much each settles. */
export function questions(page: Page): Html {
  const { say, tell } = page.texts;
  const { questions: asked, names } = page.review;
  const line = (question: Question): Html => {
    const who = question.to === undefined ? say("anyone") : title(names.people[question.to] ?? question.to);
    return html`<li><b>${who}</b>: ${tell(question).message} <small>${say("settles", { n: question.clears.length })}</small></li>`;
  };
  return html`<section id="questions" aria-labelledby="questions-title"><h2 id="questions-title">${say("questions")}</h2><p class="sub">${say("questions-sub")}</p>
${asked.length === 0 ? html`<p>${say("questions-none")}</p>` : html`<ol class="lines">${capped(asked, mostShown, page.texts, line)}</ol>`}
</section>`;
}
