// The competition's XML, as JSON, to the port: `@name` is an attribute, `#` the text, one child stands alone.
import type { CoverDemand, PatternEntry, Rota, RotaRule, RotaRules, ShiftRequest } from "../src/rota.js";

type Node = Readonly<Record<string, unknown>>;

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const nodes = (value: unknown): unknown[] =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
const node = (value: unknown): Node => (typeof value === "object" && value !== null ? (value as Node) : {});
const children = (of: unknown, list: string, child: string): Node[] => nodes(node(node(of)[list])[child]).map(node);
const texts = (of: unknown, list: string, child: string): string[] => nodes(node(node(of)[list])[child]).map(String);

const weekendOf = (definition: string): number[] =>
  (definition.match(/[A-Z][a-z]+day/g) ?? []).map((name) => weekdays.indexOf(name) + 1);

function patternRules(problem: Node, contract: Node): RotaRule[] {
  const own = texts(contract, "UnwantedPatterns", "Pattern");
  return children(problem, "Patterns", "Pattern")
    .filter((pattern) => own.includes(String(pattern["@ID"])))
    .map((pattern) => {
      const entries = children(pattern, "PatternEntries", "PatternEntry")
        .sort((a, b) => Number(a["@index"]) - Number(b["@index"]))
        .map((entry): PatternEntry => {
          const [shift, day] = [String(entry["ShiftType"]), String(entry["Day"])];
          return {
            ...(shift === "None" ? { free: true } : shift === "Any" ? {} : { shiftId: shift }),
            ...(day === "Any" ? {} : { weekday: weekdays.indexOf(day) + 1 }),
          };
        });
      const id = `${contract["@ID"]}/pattern ${pattern["@ID"]}`;
      return { id, kind: "pattern", weight: Number(pattern["@weight"]), contract: String(contract["@ID"]), entries };
    });
}

function contractRules(problem: Node, contract: Node): RotaRule[] {
  const weekend = weekendOf(String(contract["WeekendDefinition"]));
  const rule = (name: string, rest: (limit: number) => object): RotaRule[] => {
    const limit = node(contract[name]);
    const off = limit["#"] === undefined || limit["#"] === "false" || limit["@on"] === "0";
    if (off) return [];
    const base = {
      id: `${contract["@ID"]}/${name}`,
      contract: String(contract["@ID"]),
      weight: Number(limit["@weight"]),
    };
    return [{ ...base, ...rest(Number(limit["#"])) } as RotaRule];
  };
  return [
    ...rule("MaxNumAssignments", (most) => ({ kind: "assignments", most })),
    ...rule("MinNumAssignments", (least) => ({ kind: "assignments", least })),
    ...rule("MaxConsecutiveWorkingDays", (most) => ({ kind: "consecutiveWorkingDays", most })),
    ...rule("MinConsecutiveWorkingDays", (least) => ({ kind: "consecutiveWorkingDays", least })),
    ...rule("MaxConsecutiveFreeDays", (most) => ({ kind: "consecutiveFreeDays", most })),
    ...rule("MinConsecutiveFreeDays", (least) => ({ kind: "consecutiveFreeDays", least })),
    ...rule("MaxConsecutiveWorkingWeekends", (most) => ({ kind: "consecutiveWorkingWeekends", weekend, most })),
    ...rule("MinConsecutiveWorkingWeekends", (least) => ({ kind: "consecutiveWorkingWeekends", weekend, least })),
    ...rule("MaxWorkingWeekendsInFourWeeks", (most) => ({ kind: "workingWeekendsInFourWeeks", weekend, most })),
    ...rule("CompleteWeekends", () => ({ kind: "completeWeekends", weekend })),
    ...rule("IdenticalShiftTypesDuringWeekend", () => ({ kind: "identicalWeekends", weekend })),
    ...rule("AlternativeSkillCategory", () => ({ kind: "skills" })),
    ...patternRules(problem, contract),
  ];
}

/** The rules of a problem as a pack; through JSON, so that they are nothing but data. */
export function inrcRules(problem: Node): RotaRules {
  const rules: RotaRule[] = [
    { id: "cover", kind: "cover", hard: true, weight: 1 },
    { id: "single assignment", kind: "shiftsPerDay", most: 1, hard: true, weight: 1 },
    { id: "requests", kind: "requests", weight: 1 },
    ...children(problem, "Contracts", "Contract").flatMap((contract) => contractRules(problem, contract)),
  ];
  return JSON.parse(JSON.stringify({ formatVersion: 1, id: "inrc", title: "INRC", version: "1", citation: [], rules }));
}

function coverOf(problem: Node): CoverDemand[] {
  const demand = (of: Node, when: Pick<CoverDemand, "weekday" | "day">): CoverDemand[] =>
    nodes(of["Cover"]).map((cover) => ({
      shiftId: String(node(cover)["Shift"]),
      ...when,
      preferred: Number(node(cover)["Preferred"]),
    }));
  return [
    ...children(problem, "CoverRequirements", "DayOfWeekCover").flatMap((of) =>
      demand(of, { weekday: weekdays.indexOf(String(of["Day"])) + 1 }),
    ),
    ...children(problem, "CoverRequirements", "DateSpecificCover").flatMap((of) =>
      demand(of, { day: String(of["Date"]) }),
    ),
  ];
}

/** A problem and a solution of it as a rota. */
export function inrcRota(problem: Node, assignments: readonly (readonly [string, string, string])[]): Rota {
  const wishes: readonly [string, string, ShiftRequest["wish"]][] = [
    ["DayOffRequests", "DayOff", "off"],
    ["DayOnRequests", "DayOn", "on"],
    ["ShiftOffRequests", "ShiftOff", "off"],
    ["ShiftOnRequests", "ShiftOn", "on"],
  ];
  const [first, last] = [problem["StartDate"], problem["EndDate"]].map((day) => Date.parse(String(day)) / 86_400_000);
  return {
    id: String(problem["@ID"]),
    firstDay: String(problem["StartDate"]),
    days: (last ?? 0) - (first ?? 0) + 1,
    shiftTypes: children(problem, "ShiftTypes", "Shift").map((shift) => ({
      id: String(shift["@ID"]),
      skills: texts(shift, "Skills", "Skill"),
    })),
    people: children(problem, "Employees", "Employee").map((person) => ({
      id: String(person["@ID"]),
      contract: String(person["ContractID"]),
      skills: texts(person, "Skills", "Skill"),
    })),
    assignments: assignments.map(([day, personId, shiftId]) => ({ personId, day, shiftId })),
    cover: coverOf(problem),
    requests: wishes.flatMap(([list, child, wish]) =>
      children(problem, list, child).map((row) => ({
        personId: String(row["EmployeeID"]),
        day: String(row["Date"]),
        ...(row["ShiftTypeID"] === undefined ? {} : { shiftId: String(row["ShiftTypeID"]) }),
        wish,
        weight: Number(row["@weight"]),
      })),
    ),
  };
}
