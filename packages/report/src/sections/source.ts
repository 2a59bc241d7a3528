import { type Html, html } from "../page/html.js";
import { fold, type ImportAccount, type Page, table } from "../page/parts.js";

const mostFields = 80;
const mostAssumptions = 40;

/** Gaps that one other export, comparison or answer closes, together. */
function gapLines({ gaps = [], texts: { tell } }: Page): Html[] {
  const byWay = new Map<string, string[]>();
  for (const { gap, instead } of gaps) {
    const way = instead === undefined ? "" : tell(instead).message;
    byWay.set(way, [...(byWay.get(way) ?? []), tell(gap).message]);
  }
  return [...byWay].map(
    ([way, told]) => html`<li>${told.join(" ")}${way === "" ? "" : html` <span class="remedy">${way}</span>`}</li>`,
  );
}

function assumptions({ assumptions: list }: ImportAccount, { texts: { say, tell } }: Page): Html {
  if (list.length === 0) return html``;
  const once = [...new Map(list.map((each) => [`${each.code} ${each.value} ${each.evidence}`, each])).values()];
  const lines = once.slice(0, mostAssumptions).map(({ code, what, value, evidence }) => {
    const { message, remedy } = tell({ code, facts: { what, value, evidence } });
    return html`<li>${message}${remedy === undefined ? "" : html` <span class="remedy">${remedy}</span>`}</li>`;
  });
  const rest = once.length - mostAssumptions;
  const more = rest > 0 ? html`<li class="more">${say("more", { rest })}</li>` : "";
  return fold(
    say("source-assumed"),
    html`<ul class="lines">${lines}${more}</ul>`,
    say("source-assumed-count", { n: once.length }),
  );
}

type Field = ImportAccount["fields"][number];
const sumOf = (fields: readonly Field[], fate: Field["fate"]): number =>
  fields.reduce((sum, field) => sum + (field.fate === fate ? field.count : 0), 0);

/** What became of the fields, those that mean a loss first. */
function fields({ fields: list }: ImportAccount, { texts: { say } }: Page): Html {
  if (list.length === 0) return html``;
  const isEmpty = ({ why }: Field): boolean => why === "empty" || why === "blank";
  const order = (field: Field): number =>
    field.fate === "dropped" ? (isEmpty(field) ? 3 : 0) : field.fate === "kept-raw" ? 1 : 2;
  const rows = [...list]
    .sort((a, b) => order(a) - order(b))
    .slice(0, mostFields)
    .map(({ source, fate, to, why, count }) => [source, say(`fate-${fate}`), to ?? why ?? "", count]);
  const rest = list.length - mostFields;
  return fold(
    say("source-fields"),
    html`${table(say("source-fields"), [say("field"), say("fate"), say("fate-where"), say("fate-count")], rows, {
      numbers: [3],
      stacks: true,
    })}${rest > 0 ? html`<p class="more">${say("more", { rest })}</p>` : ""}`,
    say("source-fields-count", {
      mapped: sumOf(list, "mapped"),
      kept: sumOf(list, "kept-raw"),
      dropped: sumOf(list, "dropped"),
    }),
  );
}

function counted({ counts, format }: ImportAccount, { texts: { say } }: Page): string {
  const { read, imported, merged, rejected } = counts;
  return [
    format === undefined ? say("source-read", { imported, read }) : say("source-read-as", { imported, read, format }),
    ...(merged > 0 ? [say("source-merged", { n: merged })] : []),
    ...(rejected > 0 ? [say("source-rejected", { n: rejected })] : []),
  ].join(" ");
}

/** What was read and what it cannot tell; first, since it bounds all that follows. */
export function source(page: Page): Html {
  const { say } = page.texts;
  const lines = gapLines(page);
  const { account } = page;
  if (lines.length === 0 && account === undefined) return html``;
  const missing =
    lines.length === 0
      ? html``
      : html`<h3>${say("gaps")}</h3><ul class="lines">${lines}</ul>
`;
  const answer =
    account?.answer === undefined
      ? html``
      : html`<h3>${say("source-open")}</h3><p>${say("source-answer")}</p><p><code>${account.answer}</code></p>
`;
  const told = account === undefined ? html`` : html`${assumptions(account, page)}${fields(account, page)}`;
  return html`<section id="source" aria-labelledby="source-title"><h2 id="source-title">${say("source")}</h2>
${account === undefined ? "" : html`<p class="sub">${counted(account, page)}</p>`}
${missing}${answer}${told}</section>`;
}
