import { mutatedText } from "@evenkeel/interop/testing";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { evenkeel, inputFile } from "./run-cli.js";

const xer = [
  "ERMHDR\t20.12",
  "%T\tPROJECT\n%F\tproj_id\tclndr_id\tlast_recalc_date\tplan_start_date\n%R\t1\t10\t2026-03-04 08:00\t2026-03-02 00:00",
  "%T\tCALENDAR\n%F\tclndr_id\tclndr_data\n%R\t10\t(0||CalendarData()(\u007f\u007f (0||DaysOfWeek()((0||2()((0||0(s|08:00|f|16:00)())))(0||3()((0||0(f|16:00|s|08:00)())))))(0||Exceptions()((0||0(d|46084)())))))",
  "%T\tTASK\n%F\ttask_id\tproj_id\tclndr_id\ttask_name\ttask_type\tremain_drtn_hr_cnt\ttarget_drtn_hr_cnt\tact_start_date\tcstr_type\tcstr_date\tearly_start_date\ttotal_float_hr_cnt",
  "%R\t100\t1\t10\tDig\tTT_Task\t8\t16\t2026-03-02 08:00\t\t\t2026-03-04 08:00\t0",
  "%R\t101\t1\t10\tFill\tTT_Rsrc\t8\t8\t\tCS_MSO\t2026-03-09 08:00\t2026-03-09 08:00\t-8",
  "%R\t102\t1\t10\tWatch\tTT_LOE\t8\t8",
  "%T\tTASKPRED\n%F\ttask_pred_id\ttask_id\tpred_task_id\tpred_type\tlag_hr_cnt\n%R\t1\t101\t100\tPR_FS\t-4\n%R\t2\t102\t100\tPR_SS\t0",
  "%T\tRSRC\n%F\trsrc_id\trsrc_name\n%R\t7\tAda",
  "%T\tTASKRSRC\n%F\ttask_id\trsrc_id\ttarget_qty\ttarget_qty_per_hr\n%R\t101\t7\t4\t0.5\n%E\n",
].join("\n");

const pmxml = `<APIBusinessObjects><Calendar><ObjectId>10</ObjectId><StandardWorkWeek><StandardWorkHours><DayOfWeek>Monday</DayOfWeek><WorkTime><Start>08:00:00</Start><Finish>15:59:00</Finish></WorkTime></StandardWorkHours></StandardWorkWeek></Calendar>
<Project><ObjectId>1</ObjectId><DataDate>2026-03-02T08:00:00</DataDate><ActivityDefaultCalendarObjectId>10</ActivityDefaultCalendarObjectId>
<Activity><ObjectId>100</ObjectId><CalendarObjectId>10</CalendarObjectId><Type>Task Dependent</Type><PlannedDuration>16</PlannedDuration><RemainingDuration>8,5</RemainingDuration><ExpectedFinishDate>2026-03-16T12:00:00</ExpectedFinishDate></Activity>
<Activity><ObjectId>101</ObjectId><Type>Finish Milestone</Type><PrimaryConstraintType>Mandatory Finish</PrimaryConstraintType><PrimaryConstraintDate>2026-03-09T16:00:00</PrimaryConstraintDate></Activity>
<Relationship><PredecessorActivityObjectId>100</PredecessorActivityObjectId><SuccessorActivityObjectId>101</SuccessorActivityObjectId><Type>Finish to Finish</Type><Lag>8</Lag></Relationship></Project></APIBusinessObjects>`;

const mspdi = `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate><FinishDate>2026-03-06T17:00:00</FinishDate><MinutesPerDay>480</MinutesPerDay>
<Tasks><Task><UID>1</UID><OutlineLevel>1</OutlineLevel></Task><Task><UID>2</UID><OutlineLevel>2</OutlineLevel><Duration>PT16H0M0S</Duration><DurationFormat>8</DurationFormat><ActualStart>2026-03-02T08:00:00</ActualStart><Stop>2026-03-02T12:00:00</Stop><Resume>2026-03-04T08:00:00</Resume><RemainingDuration>PT12H0M0S</RemainingDuration></Task>
<Task><UID>3</UID><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration><LevelingDelay>4800</LevelingDelay><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink><TotalSlack>0</TotalSlack></Task></Tasks>
<Resources><Resource><UID>1</UID><Name>Ada</Name></Resource></Resources>
<Assignments><Assignment><UID>1</UID><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID><Work>PT8H0M0S</Work><Units>0.5</Units><Delay>600</Delay><WorkContour>3</WorkContour><TimephasedData><Type>1</Type><Start>2026-03-05T08:00:00</Start><Finish>2026-03-06T08:00:00</Finish><Value>PT8H0M0S</Value></TimephasedData></Assignment></Assignments></Project>`;

let count = 0;

/** Whatever happens to a file: dates, or a refusal by code; no stack, and no wait. */
async function isAnswered(text: string): Promise<void> {
  const file = inputFile(`hostile-${count++ % 8}.txt`, text);
  const { exit, out, err } = await evenkeel("schedule", file, "--compare-stored");
  if (exit === 0) expect(out.length).toBeGreaterThan(0);
  else expect([exit, /^error [a-z]+\/[a-z-]+: .+\n/.test(err)]).toEqual([2, true]);
  expect(err).not.toMatch(/\n\s+at .+:\d+:\d+/);
}

testLaws(
  "a broken schedule gets dates, or a refusal with a code:",
  Object.entries({ xer, pmxml, mspdi }).map(([name, sample]) => ({
    name,
    statedRuns: 2_000,
    property: fc.asyncProperty(mutatedText([sample]), isAnswered),
  })),
);
