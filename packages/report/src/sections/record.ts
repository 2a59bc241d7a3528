import type { PromiseRecord, Review } from "evenkeel";
import { chartFigure } from "../chart/chart-figure.js";
import { type Html, html } from "../page/html.js";
import { odds } from "../page/odds.js";
import { fold, type Page, percent, table } from "../page/parts.js";

type Record = PromiseRecord["record"];

const judged = ({ kept, late, missed, withdrawn }: Record): number => kept + late + missed + withdrawn;
const slug = (basis: string): string => basis.replace(/ /g, "-");

function sentence(record: Record | undefined, { texts: { say }, review: { charts } }: Page): Html {
  const share = record?.keptShare;
  if (record === undefined || share === undefined) return html`<p>${say("record-none")}</p>`;
  const { late, missed, withdrawn, renegotiated, open, claimedInTime } = record;
  const half = charts.slip === undefined ? record.slipDays.p50 : undefined;
  const slipped =
    half === undefined
      ? ""
      : html` ${say("slip-half", { days: Math.abs(Math.ceil(half)), isEarly: Math.ceil(half) < 0 })}`;
  return html`<p>${say("record-says", { kept: share.hits, n: share.n, share: share.share, low: share.low, high: share.high })}${slipped}</p><p class="note">${say("record-rest", { late, missed, withdrawn, renegotiated, open })}${
    claimedInTime === 0 ? "" : html` ${say("record-claimed", { n: claimedInTime })}`
  }</p>`;
}

/** Other kinds of promises side by side, where any has come due. */
function others({ review, texts }: Page): Html {
  const { say } = texts;
  const { record, otherRecords } = review.executive;
  const shown = otherRecords.filter((each) => judged(each.record) > 0);
  if (shown.length === 0) return html``;
  const all = [...(record === undefined ? [] : [{ basis: "commitment", record } as const]), ...shown];
  const rows = all.map(({ basis, record: each }) => [
    say(`basis-${slug(basis)}`),
    say("times-of", { hits: each.kept, n: judged(each) }),
    each.keptShare === undefined ? "–" : percent(texts, each.keptShare.share),
    each.late,
    each.missed,
    each.withdrawn,
    each.renegotiated,
    each.open,
  ]);
  const heads = ["basis", "kept", "kept-share", "late", "missed", "withdrawn", "moved", "open"];
  return html`<h4>${say("records")}</h4>${table(
    say("records"),
    heads.map((key) => say(`record-head-${key}`)),
    rows,
    { numbers: [1, 2, 3, 4, 5, 6, 7], stacks: true },
  )}`;
}

/** Said and done: of what was committed by a date, how much was there. */
function saidAndDone({ executive: { otherRecords } }: Review, { texts: { say } }: Page): Html[] {
  return otherRecords.flatMap(({ record }) =>
    record.sayDo.flatMap(({ committed, done, share, promises, added, removed }) =>
      share === undefined ? [] : [html`<p>${say("say-do", { committed, done, share, promises, added, removed })}</p>`],
    ),
  );
}

/** What was said and what came true, chance by chance. */
function honesty(record: Record | undefined, { texts }: Page): Html {
  const { say } = texts;
  const groups = record?.calibration?.groups ?? [];
  if (groups.length === 0) return html``;
  const rows = groups.map(({ confidence, hits, n, low, high }) => [
    odds(texts, confidence),
    say("times-of", { hits, n }),
    say("share-range", { low, high }),
  ]);
  const heads = ["stated-head", "kept-head", "share-range-head"].map((key) => say(key));
  return fold(
    say("honesty"),
    html`${table(say("honesty"), heads, rows, { numbers: [1, 2], stacks: true })}<p class="note">${say("honesty-note")}</p>`,
  );
}

/** What became of promises so far: kept, late, how late, and whether the stated chances were honest. */
export async function promiseRecord(page: Page): Promise<Html> {
  const { say } = page.texts;
  const { record } = page.review.executive;
  const { calibration } = page.review.charts;
  return html`<h3>${say("record")}</h3>
${sentence(record, page)}
${others(page)}${saidAndDone(page.review, page)}
<div class="charts">${await chartFigure("slip", page)}${await chartFigure("calibration", page)}</div>
${calibration === undefined ? honesty(record, page) : ""}`;
}
