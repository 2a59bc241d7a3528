import { type MeasureValue, measureOf, type RulePack, type RuleSpec, type RuleVersion } from "evenkeel";
import { columns, counted, percent, rounded } from "./lines.js";

const comparators = { atLeast: "at least", atMost: "at most", below: "less than", above: "more than" } as const;

const hours = (minutes: number): string =>
  minutes % 60 === 0 || minutes > 600 ? `${rounded(minutes / 60)} h` : `${rounded(minutes)} min`;

function amount(value: number, unit: string): string {
  if (unit === "minutes") return hours(value);
  return unit === "share" ? percent(value) : `${rounded(value)} ${unit}`;
}

function boundText({ bound }: RuleVersion, unit: string): string {
  const [[comparator, value] = ["atLeast", 0]] = Object.entries(bound);
  return `${comparators[comparator as keyof typeof comparators]} ${amount(value, unit)}`;
}

const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function withText(values: Readonly<Record<string, MeasureValue>> | undefined): string {
  const shown = Object.entries(values ?? {}).map(([name, value]) => `${words(name)} ${String(value)}`);
  return shown.length === 0 ? "" : ` (${shown.join(", ")})`;
}

function ruleText(rule: RuleSpec): string {
  const measure = measureOf(rule.measure);
  const unit = measure?.unit ?? "";
  const source = rule.citation.map(({ title, article, url, retrieved }) =>
    [
      `  Source: ${title}${article === undefined ? "" : `, ${article}`}`,
      retrieved === undefined ? "" : ` (read ${retrieved})`,
      url === undefined ? "" : `\n          ${url}`,
      "\n",
    ].join(""),
  );
  return [
    `\n${rule.id}${rule.unverified === true ? "  [not checked against its source: off unless asked for]" : ""}\n`,
    `  ${rule.title}\n`,
    ...rule.versions.map(
      (version) =>
        `  Since ${version.since}${version.until === undefined ? "" : ` until ${version.until}`}: ${boundText(version, unit)}\n`,
    ),
    `  Measured: ${measure?.what ?? rule.measure}${withText(rule.with)}\n`,
    ...source,
    ...(
      [
        ["Reading", rule.reading],
        ["Departures", rule.derogation],
        ["Evidence", rule.evidence],
        ["Holds for", rule.jurisdictions?.join(", ")],
      ] as const
    ).flatMap(([name, text]) => (text === undefined ? [] : [`  ${name}: ${text}\n`])),
  ].join("");
}

/** A pack in full: every rule with its value, measure and source; and how many cases were tried. */
export function packText(pack: RulePack, cases?: number): string {
  const { id, title, version, notice, jurisdictions, optIn, rules } = pack;
  return [
    `${title}\n`,
    `${id} ${version}, ${counted(rules.length, "rule")}. ${notice}\n`,
    jurisdictions === undefined ? "" : `Holds for work under the law of ${jurisdictions.join(", ")}.\n`,
    optIn === true ? `Runs only where it is chosen: --pack ${id}\n` : "",
    cases === undefined
      ? ""
      : `Read without a fault; ${counted(cases, "case")} tried below, at and above each value.\n`,
    ...rules.map(ruleText),
  ].join("");
}

/** All packs, a line each. */
export function packListText(packs: readonly RulePack[]): string {
  const rows = packs.map(({ id, title, jurisdictions, optIn, rules }) => {
    const unverified = rules.filter((rule) => rule.unverified === true).length;
    return [
      id,
      title,
      String(rules.length),
      unverified === 0 ? "" : unverified === rules.length ? "all" : String(unverified),
      jurisdictions === undefined
        ? ""
        : jurisdictions.length > 4
          ? `${jurisdictions.length} states`
          : jurisdictions.join(" "),
      optIn === true ? "where chosen" : "",
    ];
  });
  return [
    columns([["PACK", "RULES OF", "RULES", "UNCHECKED", "LAW OF", "RUNS"], ...rows], 60),
    "\nRules not checked against their source run only with --unverified, or where a config says includeUnverified.\n",
    "A pack in full: evenkeel rules eu-wtd. Only some packs: evenkeel check plan.json --pack eu-wtd,sre.\n",
    "Information, not legal advice.\n",
  ].join("");
}
