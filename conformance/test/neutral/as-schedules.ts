import { blocks, created, endOf, items, type NeutralItem, type State, startOf, stateOf } from "./project.js";
import { clock, csv, dayOf, email } from "./words.js";

const share = (item: NeutralItem): number => (stateOf(item) === "done" ? 100 : isBegun(item) ? 50 : 0);
/** Schedules have no word for cancelled work, so that it stands there as never begun. */
const isBegun = (item: NeutralItem): boolean => stateOf(item) !== "cancelled" && startOf(item) !== undefined;
const begun = (item: NeutralItem): string | undefined => (isBegun(item) ? startOf(item) : undefined);
const owners = ["Ada", "Bo", "Cy"] as const;
const ownerUid = (item: NeutralItem): number => owners.indexOf(item.owner) + 1;

/** Microsoft Project XML. */
export const mspdi = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><Title>Pier</Title><StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><Tasks>${items
    .map(
      (item) =>
        `<Task><UID>${item.number}</UID><ID>${item.number}</ID><Name>${item.title}</Name><CreateDate>${clock(created)}</CreateDate><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat><PercentComplete>${share(item)}</PercentComplete>${tag("ActualStart", begun(item))}${tag("ActualFinish", endOf(item, "done"))}${tag("Deadline", item.due === undefined ? undefined : `${item.due}T00:00:00`)}${item.after
          .map(
            (other) =>
              `<PredecessorLink><PredecessorUID>${other}</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`,
          )
          .join("")}</Task>`,
    )
    .join("")}</Tasks><Resources>${owners
    .map(
      (name, index) =>
        `<Resource><UID>${index + 1}</UID><ID>${index + 1}</ID><Name>${name}</Name><Type>1</Type></Resource>`,
    )
    .join("")}</Resources><Assignments>${items
    .map(
      (item) =>
        `<Assignment><UID>${item.number}</UID><TaskUID>${item.number}</TaskUID><ResourceUID>${ownerUid(item)}</ResourceUID><Units>1</Units></Assignment>`,
    )
    .join("")}</Assignments></Project>`;

const tag = (name: string, at: string | undefined): string =>
  at === undefined ? "" : `<${name}>${clock(at)}</${name}>`;
const p6Clock = (at: string | undefined): string => (at === undefined ? "" : clock(at).replace("T", " ").slice(0, 16));

/** Primavera text. */
export function xer(): string {
  const table = (name: string, fields: string, rows: readonly (readonly (string | number)[])[]): string[] => [
    `%T\t${name}`,
    `%F\t${fields.split(" ").join("\t")}`,
    ...rows.map((row) => `%R\t${row.join("\t")}`),
  ];
  const status = (item: NeutralItem): string =>
    stateOf(item) === "done" ? "TK_Complete" : isBegun(item) ? "TK_Active" : "TK_NotStart";
  return [
    "ERMHDR\t20.12\t2026-03-02\tProject\tada\tAda\tdb\tProject Management\tEUR",
    ...table("PROJECT", "proj_id proj_short_name plan_start_date last_recalc_date", [
      [1, "PIER", "2026-03-02 00:00", "2026-03-20 12:00"],
    ]),
    ...table(
      "RSRC",
      "rsrc_id rsrc_name rsrc_short_name rsrc_type",
      owners.map((name, index) => [index + 1, name, name, "RT_Labor"]),
    ),
    ...table(
      "TASK",
      "task_id proj_id task_code task_name task_type status_code target_drtn_hr_cnt act_start_date act_end_date create_date",
      items.map((item) => [
        100 + item.number,
        1,
        `A${item.number}`,
        item.title,
        "TT_Task",
        status(item),
        8,
        p6Clock(begun(item)),
        p6Clock(endOf(item, "done")),
        p6Clock(created),
      ]),
    ),
    ...table(
      "TASKPRED",
      "task_pred_id task_id pred_task_id proj_id pred_proj_id pred_type lag_hr_cnt",
      items.flatMap((item) =>
        item.after.map((other) => [other * 100 + item.number, 100 + item.number, 100 + other, 1, 1, "PR_FS", 0]),
      ),
    ),
    ...table(
      "TASKRSRC",
      "taskrsrc_id task_id proj_id rsrc_id target_qty",
      items.map((item) => [item.number, 100 + item.number, 1, ownerUid(item), 8]),
    ),
    "%E",
    "",
  ].join("\r\n");
}

/** Primavera XML. */
export function pmxml(): string {
  const status = (item: NeutralItem): string =>
    stateOf(item) === "done" ? "Completed" : isBegun(item) ? "In Progress" : "Not Started";
  return `<?xml version="1.0" encoding="UTF-8"?><APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V18.1/API/BusinessObjects" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${owners
    .map(
      (name, index) =>
        `<Resource><ObjectId>${index + 1}</ObjectId><Id>${name}</Id><Name>${name}</Name><ResourceType>Labor</ResourceType></Resource>`,
    )
    .join(
      "",
    )}<Project><ObjectId>1</ObjectId><Id>PIER</Id><Name>Pier</Name><DataDate>2026-03-20T12:00:00</DataDate><PlannedStartDate>2026-03-02T00:00:00</PlannedStartDate>${items
    .map(
      (item) =>
        `<Activity><ObjectId>${100 + item.number}</ObjectId><ProjectObjectId>1</ProjectObjectId><Id>A${item.number}</Id><Name>${item.title}</Name><Type>Task Dependent</Type><Status>${status(item)}</Status><PlannedDuration>8</PlannedDuration><CreateDate>${clock(created)}</CreateDate>${tag("ActualStartDate", begun(item))}${tag("ActualFinishDate", endOf(item, "done"))}</Activity>`,
    )
    .join("")}${items
    .flatMap((item) =>
      item.after.map(
        (other) =>
          `<Relationship><ObjectId>${other * 100 + item.number}</ObjectId><PredecessorActivityObjectId>${100 + other}</PredecessorActivityObjectId><SuccessorActivityObjectId>${100 + item.number}</SuccessorActivityObjectId><Type>Finish to Start</Type><Lag>0</Lag></Relationship>`,
      ),
    )
    .join("")}${items
    .map(
      (item) =>
        `<ResourceAssignment><ObjectId>${item.number}</ObjectId><ActivityObjectId>${100 + item.number}</ActivityObjectId><ResourceObjectId>${ownerUid(item)}</ResourceObjectId><PlannedUnits>8</PlannedUnits></ResourceAssignment>`,
    )
    .join("")}</Project></APIBusinessObjects>`;
}

/** GanttProject: links stand on the predecessor. */
export const ganttProject = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?><project name="Pier" version="3.3.3309"><calendars><day-types><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types></calendars><tasks>${items
    .map(
      (item) =>
        `<task id="${item.number}" name="${item.title}" meeting="false" start="${dayOf(begun(item) ?? created)}" duration="1" complete="${share(item)}">${blocks(
          item,
        )
          .map((other) => `<depend id="${other}" type="2" difference="0" hardness="Strong"/>`)
          .join("")}</task>`,
    )
    .join("")}</tasks><resources>${owners
    .map((name, index) => `<resource id="${index + 1}" name="${name}" function="1" contacts="${email(name)}"/>`)
    .join("")}</resources><allocations>${items
    .map(
      (item) =>
        `<allocation task-id="${item.number}" resource-id="${ownerUid(item)}" responsible="true" load="100.0"/>`,
    )
    .join("")}</allocations></project>`;

/** GNOME Planner: links stand on the successor. */
export const planner = (): string =>
  `<?xml version="1.0"?><project name="Pier" project-start="20260302T000000Z" mrproject-version="2" calendar="1"><calendars><day-types><day-type id="0" name="Working"/><day-type id="1" name="Nonworking"/><day-type id="2" name="Use base"/></day-types><calendar id="1" name="Standard"><default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/><overridden-day-types><overridden-day-type id="0"><interval start="0800" end="1600"/></overridden-day-type></overridden-day-types><days/></calendar></calendars><tasks>${items
    .map(
      (item) =>
        `<task id="${item.number}" name="${item.title}" work="28800" start="20260302T080000Z" end="20260302T160000Z" percent-complete="${share(item)}" type="normal" scheduling="fixed-work">${
          item.after.length === 0
            ? ""
            : `<predecessors>${item.after.map((other, index) => `<predecessor id="${index + 1}" predecessor-id="${other}" type="FS"/>`).join("")}</predecessors>`
        }</task>`,
    )
    .join("")}</tasks><resources>${owners
    .map((name, index) => `<resource id="${index + 1}" name="${name}" type="1" units="0" email="${email(name)}"/>`)
    .join("")}</resources><allocations>${items
    .map((item) => `<allocation task-id="${item.number}" resource-id="${ownerUid(item)}" units="100"/>`)
    .join("")}</allocations></project>`;

/** Tasks of a calendar: the component that states a link is the successor (RFC 9253). */
export function ical(): string {
  const stamp = (at: string): string => clock(at).replace(/[-:]/g, "").concat("Z");
  const status: { readonly [S in State]: string } = {
    todo: "NEEDS-ACTION",
    doing: "IN-PROCESS",
    waiting: "IN-PROCESS",
    done: "COMPLETED",
    cancelled: "CANCELLED",
  };
  const components = items.flatMap((item) => {
    const ended = endOf(item, "done");
    return [
      "BEGIN:VTODO",
      `UID:pier-${item.number}`,
      `SUMMARY:${item.title}`,
      `CREATED:${stamp(created)}`,
      ...(item.due === undefined ? [] : [`DUE;VALUE=DATE:${item.due.replace(/-/g, "")}`]),
      `STATUS:${status[stateOf(item)]}`,
      ...(ended === undefined ? [] : [`COMPLETED:${stamp(ended)}`]),
      `ATTENDEE;CN=${item.owner}:mailto:${email(item.owner)}`,
      ...item.after.map((other) => `RELATED-TO;RELTYPE=FINISHTOSTART:pier-${other}`),
      "END:VTODO",
    ];
  });
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sea//Pier//EN", ...components, "END:VCALENDAR", ""].join("\r\n");
}

/** A task list in the words of Obsidian Tasks. */
export const markdown = (): string =>
  `# Pier\n\n${items
    .map((item) => {
      const mark = { todo: " ", doing: "/", waiting: "/", done: "x", cancelled: "-" }[stateOf(item)];
      const ended = endOf(item, "done");
      const dropped = endOf(item, "cancelled");
      return [
        `- [${mark}] ${item.title} @${item.owner} 🆔 p${item.number}`,
        ...(item.after.length === 0 ? [] : [`⛔ ${item.after.map((other) => `p${other}`).join(",")}`]),
        `➕ ${dayOf(created)}`,
        ...(item.due === undefined ? [] : [`📅 ${item.due}`]),
        ...(ended === undefined ? [] : [`✅ ${dayOf(ended)}`]),
        ...(dropped === undefined ? [] : [`❌ ${dayOf(dropped)}`]),
      ].join(" ");
    })
    .join("\n")}\n`;

/** A table anyone could have made. */
export const table = (): string =>
  csv([
    "id,title,owner,status,created,started,done,dropped,due,after".split(","),
    ...items.map((item) => [
      `p${item.number}`,
      item.title,
      item.owner,
      { todo: "To do", doing: "Doing", waiting: "Waiting", done: "Done", cancelled: "Cancelled" }[stateOf(item)],
      created,
      startOf(item),
      endOf(item, "done"),
      endOf(item, "cancelled"),
      item.due,
      item.after.map((other) => `p${other}`).join(";"),
    ]),
  ]);
