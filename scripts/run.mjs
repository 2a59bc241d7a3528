// Works with node and npm alone: installs what is missing, then runs a tool of the workspace.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../..");
export const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";

export const env = {
  npm_config_loglevel: "error",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  TZ: "UTC",
  ...process.env,
  EVENKEEL_NODE: process.version,
  [pathKey]: join(root, "node_modules", ".bin") + delimiter + (process.env[pathKey] ?? ""),
};
// An outer npx leaves these behind and an inner one would obey them.
for (const key of ["npm_config_call", "npm_config_package"]) delete env[key];

/** TypeScript 7's compiler, which has no API; it stands beside `conformance`, where its name hides no other. */
export const tsc = join(root, "conformance/node_modules/typescript/bin/tsc");

/** Runs a command and ends this process when it fails; a child ended by a signal counts as failed. */
export function must(command, args, options = {}) {
  const run = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) process.exit(run.status ?? 1);
}

function installStamp() {
  const text = (file) => readFileSync(join(root, file), "utf8");
  const manager = JSON.parse(text("package.json")).packageManager;
  const manifests = ["packages", "examples"].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .map((name) => `${folder}/${name}`)
          .sort()
      : [],
  );
  const parts = [
    text("pnpm-lock.yaml"),
    manager,
    process.platform,
    process.arch,
    process.versions.modules,
    ...manifests,
  ];
  return { manager, want: createHash("sha256").update(parts.join("\0")).digest("hex") };
}

/** Installs the workspace once per lock file, package manager, platform and Node ABI. */
export function install() {
  const { manager, want } = installStamp();
  const stamp = join(root, "node_modules", ".evenkeel-install");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === want) return;
  process.stderr.write("Installing dependencies (once) ...\n");
  must(
    "npx",
    [
      "--yes",
      manager,
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
      "--reporter=append-only",
      "--loglevel=error",
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  writeFileSync(stamp, want);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  const [first, ...rest] = process.argv.slice(2);
  if (first === "exec") must(rest[0], rest.slice(1));
  else must("turbo", [first, ...rest]);
}
