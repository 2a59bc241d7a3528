import { type Catalog, compareSeverity, describe, type Finding, type Review } from "evenkeel";
import { allTexts } from "../print-issues.js";
import { heading } from "./lines.js";

function groups(findings: readonly Finding[]): [string, Finding[]][] {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.outcome !== "fail") continue;
    const known = byCheck.get(finding.checkId);
    if (known === undefined) byCheck.set(finding.checkId, [finding]);
    else known.push(finding);
  }
  const worst = (list: readonly Finding[]): Finding["severity"] =>
    list.map(({ severity }) => severity).sort(compareSeverity)[0] ?? "info";
  return [...byCheck].sort(([a, x], [b, y]) => compareSeverity(worst(x), worst(y)) || (a < b ? -1 : 1));
}

/** Checks by the first part of their id; several of one part are counted. */
function byPack(ids: Iterable<string>): string[] {
  const packs = new Map<string, string[]>();
  for (const id of ids) {
    const pack = id.slice(0, id.indexOf("/"));
    packs.set(pack, [...(packs.get(pack) ?? []), id]);
  }
  return [...packs].flatMap(([pack, all]) => (all.length > 1 ? [`${pack} (${all.length} checks)`] : all));
}

/** Findings by check, worst first; `most` of each in full, the rest counted. */
export function findingsText(review: Review, catalog: Catalog = allTexts, most = 100): string {
  const { findings, passed, withheld } = review;
  const failed = groups(findings);
  const unknown = new Set(findings.filter(({ outcome }) => outcome === "unknown").map(({ checkId }) => checkId));
  const lines = failed.flatMap(([checkId, list]) => {
    const [head] = list;
    const source = head?.citation[0];
    const cited =
      source === undefined
        ? ""
        : ` (${head?.kind}: ${source.title}${source.article === undefined ? "" : `, ${source.article}`})`;
    return [
      `${checkId}${cited}\n`,
      ...[...list]
        .sort((a, b) => compareSeverity(a.severity, b.severity))
        .slice(0, most)
        .map(
          (finding) =>
            `  ${finding.severity.padEnd(8)} ${describe(finding, catalog).message}${finding.waiver === undefined ? "" : ` [waived: ${finding.waiver}]`}\n`,
        ),
      ...(list.length > most ? [`           and ${list.length - most} more\n`] : []),
      ...(head === undefined ? [] : [`           ${describe(head, catalog).remedy ?? ""}\n`]),
    ];
  });
  const unjudged = byPack(unknown);
  return [
    heading("Findings"),
    failed.length === 0 ? "No check failed.\n" : "",
    ...lines,
    `${passed} passed${unjudged.length > 0 ? `; cannot be judged with this source: ${unjudged.join(", ")}` : ""}${withheld.length > 0 ? `; results of ${withheld.length} ${withheld.length === 1 ? "check" : "checks"} withheld (records are for the person alone)` : ""}.\n`,
  ].join("");
}
