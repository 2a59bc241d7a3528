import { compareSeverity, type Finding } from "evenkeel";
import { clipped, type Html, html } from "../page/html.js";
import { capped, fold, type Page, severity } from "../page/parts.js";

const mostShown = 12;

interface Group {
  readonly checkId: string;
  readonly list: readonly Finding[];
}

function grouped(findings: readonly Finding[]): Group[] {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byCheck.get(finding.checkId);
    if (list === undefined) byCheck.set(finding.checkId, [finding]);
    else list.push(finding);
  }
  return [...byCheck].map(([checkId, list]) => ({
    checkId,
    list: list.sort((a, b) => compareSeverity(a.severity, b.severity) || (a.fingerprint < b.fingerprint ? -1 : 1)),
  }));
}

const worst = ({ list }: Group): Finding["severity"] => list[0]?.severity ?? "info";

function sourceOf(finding: Finding | undefined, { texts }: Page): Html {
  if (finding === undefined) return html``;
  const cited = finding.citation.map(({ title, article, url, retrieved }) =>
    [clipped(title, 200), article, url, ...(retrieved === undefined ? [] : [texts.say("read-on", { day: retrieved })])]
      .filter((part) => part !== undefined)
      .join(", "),
  );
  return html`<p class="note">${texts.say(`kind-${finding.kind}`)}${cited.length > 0 ? `: ${cited.join("; ")}` : ""}. <code>${finding.checkId} ${finding.version}</code></p>`;
}

function failedGroup(group: Group, page: Page): Html {
  const { say, sayOr, tell } = page.texts;
  const { checkId, list } = group;
  const remedy = list[0] === undefined ? undefined : tell(list[0]).remedy;
  const line = (finding: Finding): Html =>
    html`<li>${severity(finding.severity, page.texts)} ${tell(finding).message}${
      finding.waiver === undefined ? "" : html` <em>${say("waived", { id: finding.waiver })}</em>`
    }</li>`;
  return html`<details class="finding"><summary><span class="name">${sayOr(`check-${checkId}`, checkId)}</span> ${severity(worst(group), page.texts)} <span class="count">${say("found", { n: list.length })}</span></summary>
<ul class="lines">${capped(list, mostShown, page.texts, line)}</ul>
${remedy === undefined ? "" : html`<p class="remedy">${remedy}</p>`}${sourceOf(list[0], page)}</details>
`;
}

/** What the checks found, by check, worst first; what could not be judged, and why. */
export function findings(page: Page): Html {
  const { say, sayOr } = page.texts;
  const { review } = page;
  const failed = grouped(review.findings.filter(({ outcome }) => outcome === "fail")).sort(
    (a, b) => compareSeverity(worst(a), worst(b)) || b.list.length - a.list.length || (a.checkId < b.checkId ? -1 : 1),
  );
  const unknown = grouped(review.findings.filter(({ outcome }) => outcome === "unknown"));
  const gaps = unknown.map(({ checkId, list }) => {
    const missing = [...new Set(list.flatMap((finding) => finding.missing ?? []))].sort();
    return html`<li>${sayOr(`check-${checkId}`, checkId)}: <code>${missing.slice(0, 12).join(", ")}</code></li>`;
  });
  return html`<h3 id="findings">${say("findings")}</h3>
<p>${say("findings-says", { failed: failed.reduce((sum, { list }) => sum + list.length, 0), checks: failed.length, passed: review.passed })}</p>
${failed.map((group) => failedGroup(group, page))}
${gaps.length === 0 ? "" : fold(say("unknown"), html`<p>${say("unknown-says")}</p><ul class="lines">${gaps}</ul>`, say("unknown-count", { n: gaps.length }))}`;
}
