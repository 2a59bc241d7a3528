import type { Review } from "evenkeel";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";
import { type Cell, table } from "./table.js";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function outcomes({ executive }: Review, say: Say): Markup | undefined {
  const { outcomes: all, serving } = executive;
  if (all.outcomes.length === 0) return undefined;
  const rows = all.outcomes.map(({ title, progress, missing }): [string, ...Cell[]] => [
    title,
    progress === undefined ? say.fixed("outcome-open", { missing }) : { number: percent(progress) },
  ]);
  const share =
    serving?.share === undefined ? undefined : html`<p>${say.fixed("serving", { share: serving.share })}</p>`;
  return html`<h3>${say.fixed("outcomes")}</h3>${table(say.fixed("outcomes"), [say.fixed("column-outcome"), say.fixed("column-progress")], rows)}${share}`;
}

function promises({ executive }: Review, say: Say): Markup {
  const { promises: all, record } = executive;
  const columns = ["column-promise", "column-due", "column-by", "column-standing", "column-network", "column-pace"].map(
    (code) => say.fixed(code),
  );
  const rows = all.map(({ what, due, by, standing, networkFinish, flowChance }): [string, ...Cell[]] => [
    what,
    { day: due.slice(0, 10) },
    by ?? "",
    html`<span class="tag ${standing}">${say.fixed(`standing-${standing}`)}</span>`,
    { day: networkFinish?.slice(0, 10) ?? "" },
    { number: flowChance === undefined ? "" : percent(flowChance) },
  ]);
  const body =
    rows.length === 0 ? html`<p>${say.fixed("promises-none")}</p>` : table(say.fixed("promises"), columns, rows);
  const notes = all.flatMap(({ what, disagreement }) =>
    disagreement === undefined ? [] : [html`<li>${what}: ${say.message(disagreement)}</li>`],
  );
  const kept =
    record?.keptShare === undefined
      ? undefined
      : html`<p>${say.fixed("record", { kept: record.kept, n: record.keptShare.n, share: record.keptShare.share, low: record.keptShare.low, high: record.keptShare.high })}</p>`;
  return html`<h3>${say.fixed("promises")}</h3>${body}${notes.length === 0 ? undefined : html`<ul>${joined(notes)}</ul>`}${kept}`;
}

function decisions({ executive }: Review, say: Say): Markup | undefined {
  if (executive.decisions.length === 0) return undefined;
  const lines = executive.decisions.map(({ question, decider, by, blocks }) => {
    const who = decider === undefined ? say.fixed("decision-nobody") : say.fixed("decision-who", { who: decider });
    return html`<li>${question} (${who}${by === undefined ? "" : `, ${by.slice(0, 10)}`}; ${say.fixed("decision-blocks", { blocked: blocks.length })})</li>`;
  });
  return html`<h3>${say.fixed("decisions")}</h3><ul>${joined(lines)}</ul>`;
}

/** Outcomes, promises with probabilities, decisions that wait. */
export function executiveSection(review: Review, say: Say): Markup {
  return html`<section aria-labelledby="executive"><h2 id="executive">${say.fixed("executive")}</h2>${joined([promises(review, say), outcomes(review, say), decisions(review, say)])}</section>`;
}
