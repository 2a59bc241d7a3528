import { toLocal, type ZoneRules } from "@evenkeel/calendar";

const millisPerDay = 86_400_000;

/** Internal: number of the local day of an instant; a zone that does not exist counts as UTC. */
export type LocalDay = (at: number, zone: string | undefined) => number;

/** Internal: `LocalDay` by zone rules, asked once for each zone and day of UTC without a change of the clock. */
export function localDays(zoneRules: ZoneRules): LocalDay {
  const offsets = new Map<string, Map<number, number | undefined>>();
  return (at, zone = "UTC") => {
    const day = Math.floor(at / millisPerDay);
    const ofZone = offsets.get(zone) ?? new Map<number, number | undefined>();
    if (ofZone.size === 0) offsets.set(zone, ofZone);
    if (!ofZone.has(day)) {
      const spans = zoneRules.transitions(zone, day * millisPerDay, (day + 1) * millisPerDay);
      ofZone.set(day, spans?.length === 1 ? spans[0]?.offset : undefined);
    }
    const offset = ofZone.get(day);
    if (offset !== undefined) return Math.floor((at + offset) / millisPerDay);
    const local = toLocal(at, zone, zoneRules);
    return Math.floor((local.ok ? local.value : at) / millisPerDay);
  };
}
