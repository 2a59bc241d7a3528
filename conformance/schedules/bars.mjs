const lateFields = new Set([
  "lateStart",
  "lateFinish",
  "totalFloatMinutes",
  "freeFloatMinutes",
  "startFloatMinutes",
  "finishFloatMinutes",
  "isCritical",
  "isOnLongestPath",
]);
const percent = (part, whole) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);
const isRight = ({ wrong }) => wrong.length === 0;

/** The bars of scheduling beside the score of all stored files. */
export function scheduleBars(files) {
  const project = files.filter(({ vendor, rows }) => vendor.startsWith("MS Project") && rows.length > 0);
  const fresh = project.filter(({ stale }) => stale === "none");
  const tasks = fresh.flatMap(({ rows }) => rows);
  const begun = project.flatMap(({ rows, stale }) =>
    rows
      .filter(({ progress }) => progress === "inProgress")
      .map((row) =>
        stale === "none" ? row : { ...row, wrong: row.wrong.filter(({ field }) => !lateFields.has(field)) },
      ),
  );
  const everything = project.flatMap(({ rows }) => rows);
  const early = everything.filter(({ wrong }) => wrong.every(({ field }) => lateFields.has(field)));
  const of = (test) => files.filter(test).flatMap(({ rows }) => rows);
  const hotel = of(({ name }) => name.startsWith("Hotel"));
  const captured = of(({ vendor }) => vendor.includes("captured"));
  return [
    [
      "MS Project plans that are not stale, every stored value equal",
      percent(fresh.filter(({ rows }) => rows.every(isRight)).length, fresh.length),
      "%",
      ">= 94",
    ],
    ["their tasks", percent(tasks.filter(isRight).length, tasks.length), "%", ">= 98"],
    ["tasks in progress, stale late values aside", percent(begun.filter(isRight).length, begun.length), "%", ">= 92"],
    [
      "tasks of all MS Project plans, every value but late dates and slacks",
      percent(early.length, everything.length),
      "%",
      ">= 97",
    ],
    ["Hotel: activities with any difference", hotel.filter((row) => !isRight(row)).length, "activities", "<= 2"],
    ["rows captured from P6 with any difference", captured.filter((row) => !isRight(row)).length, "rows", "<= 0"],
    ["activities of Hotel and rows captured that were compared", hotel.length + captured.length, "rows", ">= 4200"],
  ];
}
