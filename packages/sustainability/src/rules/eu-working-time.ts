import type { Citation } from "@evenkeel/checks";

/** A value of a law, with where it stands and since when. */
export interface LegalValue {
  readonly minutes: number;
  readonly citation: readonly Citation[];
  /** First day in force. */
  readonly since: string;
}

const directive = {
  title: "Directive 2003/88/EC concerning certain aspects of the organisation of working time",
  url: "https://eur-lex.europa.eu/eli/dir/2003/88/oj",
  retrieved: "2026-11-20",
};

/** The EU's daily and weekly rest; states may ask for more. Information, not legal advice. */
export const euWorkingTime: Readonly<Record<"dailyRest" | "weeklyRest", LegalValue>> = {
  dailyRest: { minutes: 660, citation: [{ ...directive, article: "3" }], since: "2004-08-02" },
  weeklyRest: { minutes: 2100, citation: [{ ...directive, article: "5" }], since: "2004-08-02" },
};

/** States where the directive holds: the EU, Iceland, Liechtenstein and Norway (ISO 3166). */
export const euStates: readonly string[] = /* @__PURE__ */ [
  ..."AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
  ..."IS LI NO".split(" "),
];
