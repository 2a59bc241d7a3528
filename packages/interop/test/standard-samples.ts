/** Small valid inputs of standards and text formats; their people are invented. */

const event = (name: string, at: string, ...more: string[]): string =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more.join("")}</event>`;

export const xes = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<global scope="event"><string key="concept:name" value="name"/></global>
<classifier name="Activity" keys="concept:name"/>
<string key="concept:name" value="Harbour"/>
<trace><string key="concept:name" value="7"/><string key="area" value="north"><int key="depth" value="4"/></string>
${event("Dig", "2026-03-03T09:00:00.000+01:00", '<string key="lifecycle:transition" value="complete"/>', '<string key="org:resource" value="Ada"/>')}
${event("Dig", "2026-03-02T09:00:00.000+01:00", '<string key="lifecycle:transition" value="start"/>', '<string key="org:resource" value="Ada"/>', '<float key="cost" value="12.5"/>')}
${event("Dig", "2026-03-02T12:00:00.000+01:00", '<string key="lifecycle:transition" value="suspend"/>')}
${event("Dig", "2026-03-02T13:00:00.000+01:00", '<string key="lifecycle:transition" value="resume"/>')}
${event("Fill", "2026-03-04T09:00:00.000250+01:00", '<list key="crew"><values><string key="who" value="Bo"/></values></list>')}
</trace>
<trace><string key="concept:name" value="8"/>${event("Dig", "2026-03-02T10:00:00Z", '<string key="lifecycle:transition" value="schedule"/>')}</trace>
</log>
`;
