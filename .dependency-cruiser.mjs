// The rules of the package graph, made from scripts/packages.mjs.
import { graph } from "./scripts/packages.mjs";

const names = Object.keys(graph);
const rules = names.flatMap((name) => {
  const { uses, brings, subpaths } = graph[name];
  const allowed = uses === "all" ? names : uses;
  const forbidden = names.filter((other) => other !== name && !allowed.includes(other));
  const onlyInAdapter = subpaths.includes("from-plan");
  return [
    ...(forbidden.length > 0
      ? [{ name: `${name}-imports-downwards`, severity: "error", from: { path: `^packages/${name}/src` }, to: { path: `^packages/(${forbidden.join("|")})/` } }]
      : []),
    ...(onlyInAdapter
      ? [{ name: `${name}-sees-no-plan`, severity: "error", from: { path: `^packages/${name}/src`, pathNot: "/(from-plan[^/]*\\.ts$|testing(\\.ts$|/|-))" }, to: { path: "^packages/core/" } }]
      : []),
    {
      name: `${name}-third-parties`,
      severity: "error",
      from: { path: `^packages/${name}/src`, pathNot: "/testing(\\.ts$|/|-)" },
      to: { path: "node_modules/", pathNot: brings.length > 0 ? `node_modules/(${brings.join("|")})/` : "^$" },
    },
  ];
});

export default {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans-abroad", severity: "error", from: { path: "^packages/" }, to: { couldNotResolve: true } },
    { name: "node-in-cli-only", severity: "error", from: { path: "^packages/", pathNot: "^packages/cli/" }, to: { dependencyTypes: ["core"] } },
    { name: "fast-check-in-testing-only", severity: "error", from: { path: "^packages/", pathNot: "/testing(\\.ts$|/|-)" }, to: { path: "node_modules/fast-check" } },
    ...rules,
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: "node_modules|dist" }, enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default", "types"] }, tsConfig: { fileName: "tsconfig.base.json" } },
};
