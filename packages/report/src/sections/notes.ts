import { type Html, html, type Part } from "../page/html.js";
import { capped, fold, type Page } from "../page/parts.js";
import { personName } from "./reference-text.js";

const mostShown = 40;

function part(name: string, body: Part): Html {
  return html`<h3>${name}</h3>${body}
`;
}

type Issue = Page["review"]["issues"][number];

/** The first issue of each code and how many there are; what is said once before what is said of many rows. */
function byCode(list: readonly Issue[]): readonly (readonly [Issue, number])[] {
  const groups = new Map<string, [Issue, number]>();
  for (const each of list) {
    const known = groups.get(each.code);
    if (known === undefined) groups.set(each.code, [each, 1]);
    else known[1] += 1;
  }
  return [...groups.values()].sort(
    ([a, x], [b, y]) => Number(a.severity !== "error") - Number(b.severity !== "error") || x - y,
  );
}

function issues(page: Page): Html {
  const { say, tell } = page.texts;
  const list = page.review.issues;
  const line = ([issue, alike]: readonly [Issue, number]): Html => {
    const { message, remedy } = tell(issue);
    return html`<li>${say(`issue-${issue.severity}`)} ${message}${alike > 1 ? html` <span class="count">${say("issues-alike", { rest: alike - 1 })}</span>` : ""}${remedy === undefined ? "" : html` <span class="remedy">${remedy}</span>`}</li>`;
  };
  if (list.length === 0) return html`<p>${say("issues-none")}</p>`;
  const faults = list.filter(({ severity }) => severity !== "info");
  const rest = list.filter(({ severity }) => severity === "info");
  const lines = (some: typeof list): Html =>
    some.length === 0 ? html`` : html`<ul class="lines">${capped(byCode(some), mostShown, page.texts, line)}</ul>`;
  return html`${faults.length === 0 ? html`<p>${say("issues-none")}</p>` : lines(faults)}${
    rest.length === 0 ? "" : fold(say("issues-info"), lines(rest), say("issues-count", { n: rest.length }))
  }`;
}

function unavailable(page: Page): Html {
  const { say, tell } = page.texts;
  const list = page.review.unavailable;
  return list.length === 0
    ? html`<p>${say("unavailable-none")}</p>`
    : html`<ul class="lines">${capped(list, mostShown, page.texts, (message) => {
        const { message: text, remedy } = tell(message);
        return html`<li>${text}${remedy === undefined ? "" : html` <span class="remedy">${remedy}</span>`}</li>`;
      })}</ul>`;
}

function privacy(page: Page): Html {
  const { say, sayOr } = page.texts;
  const { withheld, grants } = page.review;
  const held = withheld.map(
    ({ checkId, people }) =>
      html`<li>${sayOr(`check-${checkId}`, checkId)}: ${people === undefined ? say("withheld-some") : say("withheld-count", { n: people })}</li>`,
  );
  const granted = grants.map(
    ({ personId, by }) =>
      html`<li>${say("grant", { person: personName(personId, page), by: personName(by, page) })}</li>`,
  );
  return html`<p>${say("privacy-says")}</p>
${held.length === 0 ? html`<p>${say("withheld-none")}</p>` : html`<ul class="lines">${held}</ul>`}
${granted.length === 0 ? html`<p>${say("grants-none")}</p>` : html`<ul class="lines">${granted}</ul>`}`;
}

function made(page: Page): Html {
  const { say, sayOr } = page.texts;
  const { lead, schedules, formatVersion, now, counts } = page.review;
  const { expectation } = lead.flow;
  const forecast = lead.forecast?.forecast;
  const presets = [...new Set(schedules.map(({ schedule }) => schedule.preset))].sort();
  const zones = [...new Set(schedules.flatMap(({ schedule }) => schedule.zoneRulesVersion ?? []))].sort();
  const lines: Part[] = [
    say("made-review", { version: formatVersion, now, items: counts.items, events: counts.events }),
    ...(forecast === undefined
      ? []
      : [say("made-forecast", { model: forecast.model, version: forecast.modelVersion, days: forecast.windowDays })]),
    ...(expectation === undefined
      ? []
      : [
          say("made-expectation", {
            method: sayOr(`method-${expectation.method}`, expectation.method),
            sample: expectation.sample,
            open: expectation.open,
          }),
        ]),
    ...(presets.length === 0 ? [] : [say("made-schedule", { presets })]),
    ...(zones.length === 0 ? [] : [say("made-zones", { zones })]),
    say("made-people"),
  ];
  return html`<ul class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** What was not available, faults in the input, what was withheld, and how the page was made. */
export function notes(page: Page): Html {
  const { say } = page.texts;
  const { findings, withheld } = page.review;
  const legal = findings.some(({ kind }) => kind === "legal") || withheld.length > 0;
  return html`<section id="notes" aria-labelledby="notes-title"><h2 id="notes-title">${say("notes")}</h2>
${part(say("unavailable"), unavailable(page))}${part(say("issues"), issues(page))}${part(say("privacy"), privacy(page))}${
  legal ? part(say("legal"), html`<p>${say("legal-says")}</p>`) : ""
}${part(say("made"), made(page))}</section>`;
}
