import * as fc from "fast-check";
import { certify } from "../certificates.js";
import { checkCertificates } from "../check-certificates.js";
import { compileSchedule } from "../compile-schedule.js";
import { schedule } from "../schedule.js";
import type { Schedule } from "../types.js";
import { anyRichSchedule } from "./any-rich-schedule.js";
import type { Law } from "./law.js";

/** The value with the number or text at one place changed; places count through the whole value. */
function mutated(value: unknown, at: number): unknown {
  let place = 0;
  const walk = (each: unknown): unknown => {
    if (typeof each === "number") return place++ === at ? each + 1 : each;
    if (typeof each === "string") return place++ === at ? `${each}x` : each;
    if (Array.isArray(each)) return each.map(walk);
    return Object.fromEntries(Object.entries(each as object).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

function places(value: unknown): number {
  return typeof value === "object"
    ? Object.values(value as object).reduce<number>((sum, each) => sum + places(each), 0)
    : 1;
}

const byId = ({ activities, ...rest }: Schedule): string =>
  JSON.stringify([rest.start, rest.finish, [...activities].sort((a, b) => (a.id < b.id ? -1 : 1))]);

/** What schedules owe under all rules: certificates prove them, no changed one does, and the order of rows changes nothing. */
export function certificateLaws(): Law[] {
  return [
    {
      name: "the order of rows changes nothing, whatever the rules, progress, summaries and resources",
      statedRuns: 100_000,
      property: fc.property(anyRichSchedule(), (input) => {
        const turned = {
          ...input,
          activities: [...input.activities].reverse(),
          links: [...(input.links ?? [])].reverse(),
        };
        const [one, other] = [schedule(input), schedule(turned)];
        return one.ok ? other.ok && byId(one.value) === byId(other.value) : !other.ok;
      }),
    },
    {
      name: "certificates prove every plan, through every preset",
      statedRuns: 100_000,
      property: fc.property(anyRichSchedule(), (input) => {
        const compiled = compileSchedule(input);
        return !compiled.ok || checkCertificates(compiled.value.network, certify(compiled.value)).length === 0;
      }),
    },
    {
      name: "a certificate with one field changed proves nothing",
      statedRuns: 20_000,
      property: fc.property(anyRichSchedule(), fc.nat(), fc.nat(), (input, which, field) => {
        const compiled = compileSchedule(input);
        if (!compiled.ok) return true;
        const certificates = certify(compiled.value);
        if (certificates.length === 0) return true;
        const at = which % certificates.length;
        const { id, ...proved } = certificates[at]!;
        const changed = { id, ...(mutated(proved, field % places(proved)) as typeof proved) };
        return checkCertificates(compiled.value.network, certificates.with(at, changed)).length > 0;
      }),
    },
  ];
}
