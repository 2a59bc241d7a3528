import { compareSeverity, type Finding, type Review } from "evenkeel";
import { chartFigure } from "./chart-figure.js";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";
import { type Cell, table } from "./table.js";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function figures({ lead }: Review, say: Say): Markup | undefined {
  const { wip, throughput28, cycleTime, expectation } = lead.flow;
  const cells: (readonly [number | undefined, string])[] = [
    [wip, say.fixed("wip")],
    [throughput28, say.fixed("finished")],
    [cycleTime?.p50, say.fixed("half")],
    [cycleTime?.p85, say.fixed("most")],
    [
      expectation?.days,
      expectation?.reached === false
        ? say.fixed("expectation-open")
        : say.fixed("expectation", { chance: expectation?.probability ?? 0 }),
    ],
  ];
  const known = cells.filter(([value]) => value !== undefined);
  if (known.length === 0) return undefined;
  return html`<h3>${say.fixed("flow")}</h3><ul class="figures">${joined(known.map(([value, label]) => html`<li><b>${value}</b><span>${label}</span></li>`))}</ul>`;
}

function forecast({ lead }: Review, say: Say): Markup | undefined {
  const summary = lead.forecast;
  if (summary === undefined) return undefined;
  const lines = summary.done.map(({ confidence, day }) =>
    day === undefined
      ? say.fixed("forecast-beyond", { chance: confidence })
      : say.fixed("forecast-by", { chance: confidence, day }),
  );
  const honest = say.fixed("forecast-honest", { open: summary.openItems, days: summary.forecast.windowDays });
  return html`<h3>${say.fixed("forecast-heading")}</h3><ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul><p class="soft">${honest}</p>`;
}

function ageing({ lead }: Review, say: Say): Markup | undefined {
  if (lead.ageing.length === 0) return undefined;
  const columns = ["column-item", "column-days", "column-chance", "column-blocked"].map((code) => say.fixed(code));
  const rows = lead.ageing
    .slice(0, 10)
    .map(({ title, days, chance, blocked }): [string, ...Cell[]] => [
      title,
      { number: String(days) },
      { number: chance === undefined ? "" : percent(chance) },
      say.fixed(blocked ? "yes" : "no"),
    ]);
  return html`<h3>${say.fixed("ageing")}</h3>${table(say.fixed("ageing"), columns, rows)}`;
}

function load({ lead, names }: Review, say: Say): Markup | undefined {
  if (lead.load.length === 0) return undefined;
  const excess = ({ plannedMinutes, capacityMinutes }: (typeof lead.load)[number]): number =>
    plannedMinutes - capacityMinutes;
  const over = lead.load.filter((row) => excess(row) > 1e-6).sort((a, b) => excess(b) - excess(a));
  const lines = over.slice(0, 8).map(({ personId, week, plannedMinutes, capacityMinutes }) =>
    say.fixed("load-over", {
      person: names.people[personId] ?? personId,
      week,
      planned: plannedMinutes,
      capacity: capacityMinutes,
    }),
  );
  const list =
    lines.length === 0
      ? html`<p>${say.fixed("load-none")}</p>`
      : html`<ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
  return html`<h3>${say.fixed("load")}</h3>${list}`;
}

function checkBlock(list: readonly Finding[], say: Say): Markup {
  const [head] = list;
  if (head === undefined) return html``;
  const shown = [...list]
    .sort((a, b) => compareSeverity(a.severity, b.severity))
    .slice(0, 4)
    .map(
      (finding) =>
        html`<li>${say.message(finding)} <span class="tag ${finding.severity}">${say.fixed(`severity-${finding.severity}`)}</span></li>`,
    );
  const more =
    list.length > 4 ? html`<li class="soft">${say.fixed("findings-more", { more: list.length - 4 })}</li>` : undefined;
  const sources = head.citation
    .map(({ title, article }) => (article === undefined ? title : `${title}, ${article}`))
    .join("; ");
  return html`<div class="check"><ul>${joined(shown)}${more}</ul><p>${say.remedy(head)}</p><p class="soft">${say.fixed("source", { kind: say.fixed(`kind-${head.kind}`), title: sources })}</p></div>`;
}

function findings({ findings: all, passed }: Review, say: Say): Markup {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of all)
    if (finding.outcome === "fail") byCheck.set(finding.checkId, [...(byCheck.get(finding.checkId) ?? []), finding]);
  const worst = (list: readonly Finding[]): Finding["severity"] =>
    list.map(({ severity }) => severity).sort(compareSeverity)[0] ?? "info";
  const groups = [...byCheck].sort(([a, x], [b, y]) => compareSeverity(worst(x), worst(y)) || (a < b ? -1 : 1));
  const unknown = [...new Set(all.filter(({ outcome }) => outcome === "unknown").map(({ checkId }) => checkId))];
  const blocks =
    groups.length === 0
      ? html`<p>${say.fixed("findings-none")}</p>`
      : joined(groups.map(([, list]) => checkBlock(list, say)));
  const judged =
    unknown.length === 0 ? undefined : html`<p class="soft">${say.fixed("unknown", { checks: unknown })}</p>`;
  return html`<h3>${say.fixed("findings")}</h3>${blocks}<p class="soft">${say.fixed("passed", { passed })}</p>${judged}`;
}

/** Flow, forecast with its honest range, ageing work, load and findings. */
export async function leadSection(review: Review, say: Say): Promise<Markup> {
  const charts: Markup[] = [];
  for (const name of ["forecast", "throughput", "cycleTime", "ageing", "cumulativeFlow", "load"] as const) {
    const chart = review.charts[name];
    if (chart !== undefined) charts.push(await chartFigure(name, chart, say));
  }
  const parts = [
    figures(review, say),
    forecast(review, say),
    ageing(review, say),
    load(review, say),
    ...charts,
    findings(review, say),
  ];
  return html`<section aria-labelledby="lead"><h2 id="lead">${say.fixed("lead")}</h2>${joined(parts)}</section>`;
}
