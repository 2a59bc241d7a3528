import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { baselineOf, compareWithBaseline, parseBaseline } from "../baseline.js";
import type { Finding } from "../types.js";
import { applyWaivers } from "../waivers/apply-waivers.js";
import { parseWaivers } from "../waivers/read-waivers.js";
import { anyReport, anyWaivedReport } from "./any-report.js";
import type { Law } from "./law.js";

const aboutWaivers = ({ checkId }: Finding): boolean => checkId.startsWith("checks/waiver-");

/** Laws of waivers: they mark and never delete; those that ended or cover nothing always surface. */
export function waiverLaws(): Law[] {
  return [
    {
      name: "waivers delete no finding and change only the mark and the severity of failures",
      statedRuns: 10_000,
      property: fc.property(anyWaivedReport, ({ report, waivers, today }) => {
        const bare = ({ waiver: _waiver, severity: _severity, ...rest }: Finding) => rest;
        const { value } = applyWaivers(report, waivers, today);
        const same = value.slice(0, report.length);
        return (
          canonicalJson(same.map(bare)) === canonicalJson(report.map(bare)) &&
          same.every((finding, at) => finding.outcome === "fail" || finding === report[at]) &&
          value.slice(report.length).every(aboutWaivers)
        );
      }),
    },
    {
      name: "every waiver past its last day is a finding, and covers nothing",
      statedRuns: 10_000,
      property: fc.property(anyWaivedReport, ({ report, waivers, today }) => {
        const { value } = applyWaivers(report, waivers, today);
        return waivers.every(({ id, expiresOn }) => {
          const surfaced = value.some(({ code, subject }) => code === "checks/waiver-expired" && subject.id === id);
          return surfaced === expiresOn < today && (expiresOn >= today || value.every(({ waiver }) => waiver !== id));
        });
      }),
    },
    {
      name: "every waiver covers a failure, ended, is a finding, was not judged, or is refused and named",
      statedRuns: 10_000,
      property: fc.property(anyWaivedReport, ({ report, waivers, today }) => {
        const { value } = applyWaivers(report, waivers, today);
        return waivers.every(({ id, covers }) => {
          const isTarget = ({ fingerprint, checkId }: Finding): boolean => covers === fingerprint || covers === checkId;
          const covered = report.some((finding) => finding.outcome === "fail" && isTarget(finding));
          const surfaced = value.some((finding) => aboutWaivers(finding) && finding.subject.id === id);
          const isOpen = report.some(
            (finding) =>
              finding.outcome === "unknown" && (isTarget(finding) || covers.startsWith(`${finding.checkId}|`)),
          );
          return covered || surfaced || isOpen;
        });
      }),
    },
    {
      name: "whatever stands in place of waivers is read or refused with a code, never in silence",
      statedRuns: 10_000,
      property: fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.object()), { maxLength: 4 }), (raw) => {
        const { value, issues } = parseWaivers(raw);
        const named = new Set(issues.map(({ path }) => path[1]));
        return value.length + named.size === raw.length;
      }),
    },
  ];
}

/** Laws of baselines. */
export function baselineLaws(): Law[] {
  return [
    {
      name: "beside the baseline taken of it, a report has nothing new but what is wrong with waivers",
      statedRuns: 10_000,
      property: fc.property(anyWaivedReport, ({ report, waivers, today }) => {
        const { value } = applyWaivers(report, waivers, today);
        const { fresh, gone, known } = compareWithBaseline(value, baselineOf(value));
        const failed = value.filter(({ outcome }) => outcome === "fail");
        return fresh.every(aboutWaivers) && gone.length === 0 && fresh.length + known.length === failed.length;
      }),
    },
    {
      name: "a baseline does not depend on the order of findings, and is read back as it was",
      statedRuns: 10_000,
      property: fc.property(anyReport, (report) => {
        const baseline = baselineOf(report);
        const read = parseBaseline(JSON.parse(JSON.stringify(baselineOf([...report].reverse()))));
        return read.ok && canonicalJson(read.value) === canonicalJson(baseline);
      }),
    },
    {
      name: "one failure more is one new failure, one less is one gone",
      statedRuns: 10_000,
      property: fc.property(anyReport, fc.nat(), (report, which) => {
        const failed = report.filter(({ outcome }) => outcome === "fail");
        const one = failed[which % (failed.length || 1)];
        if (one === undefined) return true;
        const less = report.filter((finding) => finding !== one);
        const more = compareWithBaseline(report, baselineOf(less));
        const { gone, unjudged } = compareWithBaseline(less, baselineOf(report));
        const isOpen = less.some(
          ({ outcome, checkId, subject }) =>
            outcome === "unknown" && checkId === one.checkId && subject.table === "document",
        );
        const away = isOpen ? unjudged : gone;
        return (
          more.fresh.length === 1 && more.fresh[0] === one && away.length === 1 && gone.length + unjudged.length === 1
        );
      }),
    },
    {
      name: "what did not run is not gone",
      statedRuns: 1_000,
      property: fc.property(anyReport, (report) => {
        const { gone, unjudged } = compareWithBaseline([], baselineOf(report), []);
        return gone.length === 0 && unjudged.length === baselineOf(report).findings.length;
      }),
    },
  ];
}
