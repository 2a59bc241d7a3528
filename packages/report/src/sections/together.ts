import { formatDay } from "@evenkeel/kernel";
import type { Boundary, LogicPoint } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { day, type Page, percent, table, title } from "../page/parts.js";

const mostRows = 10;
const mostTeams = 8;
const millisPerDay = 86_400_000;
const dayOf = (instant: number): Html => day(formatDay(Math.floor(instant / millisPerDay)));

/** The first rows as a table, and a word about the rest. */
function cut<T>(page: Page, list: readonly T[], show: (rows: readonly T[]) => Html): Html {
  const rest = list.length - mostRows;
  const more = rest > 0 ? html`<p class="note">${page.texts.say("more", { rest })}</p>` : "";
  return list.length === 0 ? html`` : html`${show(list.slice(0, mostRows))}${more}`;
}

/** What does not move, since when and why; and what to free first. */
export function stuck(page: Page): Html {
  const { say } = page.texts;
  const { stuck: items, unblock } = page.review.lead;
  const { people } = page.review.names;
  const held = cut(page, items, (rows) =>
    table(
      say("stuck-table"),
      [say("item"), say("stuck-why"), say("since"), say("reason")],
      rows.map(({ title: name, why, since, reason }) => [
        title(name),
        say(`stuck-${why}`),
        since === undefined ? "–" : dayOf(since),
        title(reason ?? "–"),
      ]),
      { stacks: true },
    ),
  );
  const freeing = unblock.filter(({ frees }) => frees.length > 0);
  const first = cut(page, freeing, (rows) =>
    table(
      say("unblock-table"),
      [say("what"), say("who"), say("frees")],
      rows.map(({ kind, title: name, personId, frees }) => [
        say(`unblock-${kind}`, { name }),
        personId === undefined ? say("nobody") : title(people[personId] ?? personId),
        frees.length,
      ]),
      { numbers: [2], stacks: true },
    ),
  );
  return html`<h3>${say("stuck")}</h3>${items.length === 0 ? html`<p>${say("stuck-none")}</p>` : held}
${freeing.length === 0 ? "" : html`<h3>${say("unblock")}</h3>${first}`}`;
}

/** Most waits first, then most handoffs. */
const byWait = (a: Boundary, b: Boundary): number =>
  (b.meanWaitDays ?? 0) - (a.meanWaitDays ?? 0) || b.handoffs - a.handoffs || (a.from + a.to < b.from + b.to ? -1 : 1);

/** Which team waits for which: a matrix while it can be read, else the pairs with most open links. */
function teamMatrix(page: Page): Html {
  const { say } = page.texts;
  const { teams } = page.review.lead;
  const { people } = page.review.names;
  const name = (id: string): string => title(people[id] ?? id);
  const givers = [...new Set(teams.map(({ fromTeam }) => fromTeam))];
  const takers = [...new Set(teams.map(({ toTeam }) => toTeam))];
  const caption = say("teams-table");
  if (takers.length > mostTeams)
    return cut(
      page,
      [...teams].sort((a, b) => b.open - a.open || b.dependencies - a.dependencies),
      (rows) =>
        table(
          caption,
          [say("boundary-from"), say("boundary-to"), say("teams-dependencies"), say("teams-open")],
          rows.map(({ fromTeam, toTeam, dependencies, open }) => [name(fromTeam), name(toTeam), dependencies, open]),
          { numbers: [2, 3], stacks: true },
        ),
    );
  if (teams.length === 0) return html``;
  const pairs = new Map(teams.map((pair) => [JSON.stringify([pair.fromTeam, pair.toTeam]), pair]));
  return html`<h4>${caption}</h4><p class="note">${say("teams-says")}</p>${cut(page, givers, (rows) =>
    table(
      caption,
      [say("teams-head"), ...takers.map(name)],
      rows.map((giver) => [
        name(giver),
        ...takers.map((taker) => {
          const pair = pairs.get(JSON.stringify([giver, taker]));
          return pair === undefined ? "–" : say("teams-open-of", { open: pair.open, n: pair.dependencies });
        }),
      ]),
      { numbers: takers.map((_taker, at) => at + 1) },
    ),
  )}`;
}

/** What passes between whom, and which teams depend on which. */
export function boundaries(page: Page): Html {
  const { say } = page.texts;
  const { boundaries: pairs, teams } = page.review.lead;
  const { people } = page.review.names;
  const name = (id: string): string => title(people[id] ?? id);
  const heads = ["from", "to", "handoffs", "offered", "accepted", "returned", "wait"].map((key) =>
    say(`boundary-${key}`),
  );
  const passing = cut(page, [...pairs].sort(byWait), (rows) =>
    table(
      say("boundary-table"),
      heads,
      rows.map((row) => [
        name(row.from),
        name(row.to),
        row.handoffs,
        row.offered,
        row.accepted,
        row.bounces,
        row.meanWaitDays === undefined ? "–" : say("days", { n: Math.round(row.meanWaitDays * 10) / 10 }),
      ]),
      { numbers: [2, 3, 4, 5, 6], stacks: true },
    ),
  );
  if (pairs.length === 0 && teams.length === 0) return html``;
  return html`<h3>${say("boundaries")}</h3>${passing}${teamMatrix(page)}`;
}

/** The points of the schedule's logic, each against its threshold. */
export function logic(page: Page): Html {
  const { say } = page.texts;
  const points = page.review.lead.logic;
  if (points.length === 0) return html``;
  const limit = ({ comparator, threshold }: LogicPoint): string => say(`logic-${comparator}`, { threshold });
  const rows = points.map((point) => [
    say(`logic-${point.name}`),
    say("logic-of", { count: point.count, of: point.of }),
    percent(page.texts, point.share),
    limit(point),
    say(point.holds ? "logic-holds" : "logic-misses"),
  ]);
  const missed = points.filter(({ holds }) => !holds).length;
  return html`<h3>${say("logic")}</h3><p>${say("logic-says", { missed, of: points.length })}</p>
<details class="finding"><summary><span class="name">${say("logic-table")}</span></summary>
${table(
  say("logic-table"),
  ["point", "found", "share", "limit", "state"].map((key) => say(`logic-head-${key}`)),
  rows,
  { numbers: [1, 2, 3], stacks: true },
)}
<p class="note">${say("logic-source")}</p></details>`;
}
