import type { Issue } from "@evenkeel/kernel";
import type { SleBacktest, SleTeamBacktest } from "@evenkeel/predictability";
import { issueText } from "../print-issues.js";
import { columns, counted, heading, percent } from "./lines.js";

const methodNames: Readonly<Record<SleBacktest["method"], string>> = {
  completed: "share of what was finished",
  "kaplan-meier": "open items counted (Kaplan-Meier)",
  adaptive: "adaptive: also learns from its own record",
};

const less = (share: number): string => `${percent(Math.abs(share))} ${share < 0 ? "more" : "less"}`;

function teamRow({ id, origins, hit, kept }: SleTeamBacktest): string[] {
  const last = origins.at(-1);
  return [
    id,
    String(origins.length),
    last === undefined ? "" : `${last.expectedDays} days`,
    percent(hit),
    kept === undefined ? "" : `${kept.kept} of ${kept.items} (${percent(kept.low)} to ${percent(kept.high)})`,
  ];
}

/** Back-tests of expectations, a row a method, then a row a team for the last of them. */
export function expectationsText(tests: readonly SleBacktest[], issues: readonly Issue[]): string {
  const ours = tests.at(-1);
  if (ours === undefined) return "";
  const { teams, leftOut, probability, age } = ours;
  const said = percent(probability);
  const points = (share: number): string => `${(share * 100).toFixed(1)} points`;
  const rows = tests.map(({ method, hit, deviation }) => [methodNames[method], percent(hit), points(deviation)]);
  return [
    `${counted(teams.length, "team")}: each fortnight "${said} of new items are done within so many days" was said from what was known then, and held against the items started next.\n`,
    leftOut.length === 0 ? "" : `Too short to judge: ${leftOut.join(", ")}.\n`,
    heading(`Said with ${said}`),
    columns([["method", "came true", "a team off by"], ...rows]),
    "Came true: share of items done within the days that were said, each team alike; an item never finished is a miss. A team off by: mean distance from what was said.\n",
    heading("Each team, adaptive"),
    columns([["team", "times", "last said", "came true", "of all that fell due"], ...teams.map(teamRow)]),
    age === undefined
      ? ""
      : `\nThe chance of an item in progress, given its age: its squared error is ${less(age.skill)} than that of the team's own rate so far, ${less(age.hindsightSkill)} than that of the rate known only afterwards; chances said and what came true lie ${points(age.reliabilityError)} apart.\n`,
    issues.length === 0 ? "" : `\n${issueText(issues)}`,
  ].join("");
}
