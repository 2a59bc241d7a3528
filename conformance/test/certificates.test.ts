import type { WorkPlan } from "@evenkeel/core";
import { certify, compileSchedule } from "@evenkeel/scheduling";
import { scheduleInputFromPlan } from "@evenkeel/scheduling/from-plan";
import { checkCertificates } from "@evenkeel/scheduling/testing";
import { sharedData } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { storedFiles } from "../schedules/stored-files.mjs";

test("certificates prove every value of every stored plan", { timeout: 120_000 }, async () => {
  const root = sharedData("schedules");
  if (root === undefined) return;
  const unproved: string[] = [];
  let proved = 0;
  for (const file of storedFiles(root)) {
    const plan = (await file.read(file.path)).plan as WorkPlan;
    const projects = plan.projects?.length ? plan.projects.map(({ id }) => id) : [undefined];
    for (const projectId of projects) {
      const input = scheduleInputFromPlan(plan, projectId);
      const compiled = input.ok ? compileSchedule(input.value) : input;
      if (!compiled.ok) continue;
      const certificates = certify(compiled.value);
      proved += certificates.length;
      for (const { facts } of checkCertificates(compiled.value.network, certificates))
        unproved.push(`${file.name} ${facts["id"]} ${facts["value"]}`);
    }
  }
  expect(unproved).toEqual([]);
  expect(proved).toBeGreaterThan(5000);
});
