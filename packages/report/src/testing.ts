import { anyText } from "@evenkeel/kernel/testing";
import type { Review } from "evenkeel";
import { reviewWork } from "evenkeel";
import fc from "fast-check";

/** A law: its name, the runs it states, the property. */
export interface ReportLaw {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IAsyncProperty<unknown>;
}

const nasty: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc.constantFrom(
    "<script>alert(1)</script>",
    "</style><b>",
    "]]>",
    "\"'`=",
    "\u202etxt",
    "\u001b[31m",
    "=1+1",
    "\ud800",
  ),
);

const reviews: fc.Arbitrary<Review> = fc
  .tuple(fc.array(nasty, { minLength: 1, maxLength: 5 }), nasty, nasty)
  .map(([titles, name, question]) => {
    const result = reviewWork({
      plan: {
        formatVersion: 1,
        title: name,
        items: titles.map((title, at) => ({
          id: `i${at}`,
          title,
          kind: "task",
          schedule: { kind: "task", durationMinutes: 480 * (at + 1) },
        })),
        outcomes: [{ id: "o", title: question }],
        decisions: [{ id: "q", question, blocks: ["i0"] }],
        commitments: [{ id: "c", due: "2026-06-01", what: name, subject: { table: "items", id: "i0" } }],
      },
      now: "2026-05-01",
    });
    return (result as { readonly value: Review }).value;
  });

const known =
  /^<(?:!doctype html|\/?(?:html|head|meta|title|style|body|a|header|p|h[1-4]|dl|div|dt|dd|b|span|nav|ul|ol|li|main|section|details|summary|figure|svg|g|path|rect|line|text|table|caption|thead|tbody|tr|th|td|time|small|code|em|footer)(?: [a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*\/?)>$/;

/** Whether every tag of a page is one that a report writes, no text of it is live, and no character of it is hidden. */
export function isInertPage(page: string): boolean {
  const body = page.replace(/<style>[^<]*<\/style>/, "<style></style>");
  const tags = body.match(/<[^>]*>?/g) ?? [];
  const bare = (tag: string): string => tag.replace(/"[^"]*"/g, '""');
  return (
    tags.every((tag) => known.test(tag) && !/ (?:style|on[a-z]+|src|srcset)=/.test(bare(tag))) &&
    !/<[^>]* href="(?!#)/.test(body) &&
    !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(page) &&
    !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(page)
  );
}

/** Laws that every writer of pages from reviews owes. */
export function reportLaws(render: (review: Review) => Promise<string>): ReportLaw[] {
  return [
    {
      name: "whatever the documents say comes out inert",
      statedRuns: 5000,
      property: fc.asyncProperty(reviews, async (review) => isInertPage(await render(review))),
    },
    {
      name: "the same review gives the same bytes",
      statedRuns: 2000,
      property: fc.asyncProperty(reviews, async (review) => {
        const [one, other] = await Promise.all([render(review), render(JSON.parse(JSON.stringify(review)) as Review)]);
        return one === other;
      }),
    },
  ];
}
