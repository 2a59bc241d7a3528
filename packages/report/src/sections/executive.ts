import { type Html, html } from "../page/html.js";
import { day, type Page, table, title } from "../page/parts.js";
import { outcomes } from "./outcomes.js";
import { promises } from "./promises.js";
import { promiseRecord } from "./record.js";
import { itemName } from "./reference-text.js";

const mostShown = 100;

function decisions(page: Page): Html {
  const { say } = page.texts;
  const list = page.review.executive.decisions;
  const rows = list.slice(0, mostShown).map(({ question, decider, by, blocks }) => [
    title(question),
    title(decider ?? say("nobody")),
    by === undefined ? say("no-date") : day(by),
    blocks.length === 0
      ? "–"
      : `${say("count-items", { n: blocks.length })}: ${blocks
          .slice(0, 3)
          .map((id) => itemName(id, page))
          .join("; ")}${blocks.length > 3 ? "; …" : ""}`,
  ]);
  const heads = ["question", "decider", "decide-by", "holds-up"].map((key) => say(key));
  return html`<h3>${say("decisions")}</h3>
${rows.length === 0 ? html`<p>${say("decisions-none")}</p>` : table(say("decisions-table"), heads, rows, { stacks: true })}`;
}

/** Outcomes, promises with their chances, the record of promises, decisions that wait. */
export async function executive(page: Page): Promise<Html> {
  const { say } = page.texts;
  return html`<section id="executive" aria-labelledby="executive-title"><h2 id="executive-title">${say("executive")}</h2><p class="sub">${say("executive-sub")}</p>
${outcomes(page)}
${promises(page)}
${await promiseRecord(page)}
${decisions(page)}
</section>`;
}
