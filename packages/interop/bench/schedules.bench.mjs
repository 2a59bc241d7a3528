// Seconds of CPU to read a Primavera text file of 50 MB, beside dividing it into cells alone.
import { readXer } from "../dist/xer.js";

const fields = {
  TASK: 60,
  TASKPRED: 10,
  TASKRSRC: 35,
};
const named = {
  TASK: "task_id proj_id wbs_id clndr_id task_code task_name task_type status_code target_drtn_hr_cnt remain_drtn_hr_cnt early_start_date early_end_date late_start_date late_end_date total_float_hr_cnt free_float_hr_cnt driving_path_flag",
  TASKPRED: "task_pred_id task_id pred_task_id proj_id pred_proj_id pred_type lag_hr_cnt",
  TASKRSRC: "taskrsrc_id task_id rsrc_id target_qty remain_qty target_qty_per_hr",
};

const header = (table) => {
  const own = named[table].split(" ");
  while (own.length < fields[table]) own.push(`own_field_${own.length}`);
  return `%T\t${table}\n%F\t${own.join("\t")}`;
};
const row = (table, cells) => {
  while (cells.length < fields[table]) cells.push(cells.length % 3 === 0 ? `value ${cells.length}` : "");
  return `%R\t${cells.join("\t")}`;
};

const activities = 100_000;
const dates = ["2026-03-02 08:00", "2026-03-03 16:00", "2026-03-09 08:00", "2026-03-10 16:00"];
const lines = ["ERMHDR\t20.12", "%T\tPROJECT\n%F\tproj_id\tproj_short_name\n%R\t1\tPIER", header("TASK")];
for (let id = 1; id <= activities; id++) {
  const names = [String(id), "1", "", "", `A${id}`, `Dig part ${id} of the harbour`, "TT_Task", "TK_NotStart", "16", "16"];
  lines.push(row("TASK", [...names, ...dates, "40", "0", "N"]));
}
lines.push(header("TASKPRED"));
for (let id = 2; id <= activities; id++)
  for (const step of [1, 7])
    lines.push(row("TASKPRED", [`${id}${step}`, String(id), String(Math.max(1, id - step)), "1", "1", "PR_FS", "8"]));
lines.push("%T\tRSRC\n%F\trsrc_id\trsrc_name\n%R\t1\tAda", header("TASKRSRC"));
for (let id = 1; id <= activities; id++) lines.push(row("TASKRSRC", [String(id), String(id), "1", "16", "16", "1"]));
lines.push("%E");
const bytes = new TextEncoder().encode(lines.join("\r\n"));

function cpu(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    run();
    const used = process.cpuUsage(before);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  return best;
}

const megabytes = bytes.length / 2 ** 20;
const floor = cpu(() => new TextDecoder().decode(bytes).split("\n").map((line) => line.split("\t")));
const whole = cpu(() => readXer(bytes));
console.log(JSON.stringify({ name: "interop/xer-size", value: megabytes, unit: "MB" }));
console.log(JSON.stringify({ name: "interop/xer-cells-floor", value: floor, unit: "s CPU" }));
console.log(JSON.stringify({ name: "interop/xer-50MB", value: whole, unit: "s CPU", bar: 25 }));
