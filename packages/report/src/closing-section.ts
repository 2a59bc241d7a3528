import type { Review } from "evenkeel";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";

/** Issues shown in full. */
const mostIssues = 20;

const list = (title: string, lines: readonly Markup[]): Markup | undefined =>
  lines.length === 0 ? undefined : html`<h3>${title}</h3><ul>${joined(lines)}</ul>`;

/** What could not be told, faults in the input, what was withheld, and how the page was made. */
export function closingSection(review: Review, say: Say): Markup {
  const { unavailable, issues, withheld, grants, findings, lead, schedules, names } = review;
  const faults = issues.filter(({ severity }) => severity !== "info");
  const lines = faults.slice(0, mostIssues).map((found) => html`<li>${say.message(found)} ${say.remedy(found)}</li>`);
  if (faults.length > mostIssues)
    lines.push(html`<li>${say.fixed("issues-more", { more: faults.length - mostIssues })}</li>`);
  const count = withheld.reduce((sum, each) => sum + each.count, 0);
  const notes = [
    count === 0 ? undefined : html`<p>${say.fixed("withheld", { count })}</p>`,
    ...grants.map(
      ({ personId, by }) =>
        html`<p>${say.fixed("grants", { person: names.people[personId] ?? personId, by: names.people[by] ?? by })}</p>`,
    ),
    findings.some(({ kind }) => kind === "legal") || count > 0 ? html`<p>${say.fixed("legal")}</p>` : undefined,
  ];
  const presets = [...new Set(schedules.map(({ schedule }) => schedule.preset))];
  const { model, modelVersion } = lead.forecast?.forecast ?? {};
  const made =
    model === undefined || presets.length === 0
      ? say.fixed("made-plain")
      : say.fixed("made", { model, version: modelVersion ?? "", preset: presets });
  return html`${list(
    say.fixed("unavailable"),
    unavailable.map((message) => html`<li>${say.message(message)}</li>`),
  )}${list(say.fixed("issues"), lines)}<footer>${joined(notes)}<p>${made}</p></footer>`;
}
