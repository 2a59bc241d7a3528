export type { Json, Result } from "@evenkeel/kernel";
export { applyCommand, applyCommands } from "./apply-command.js";
export { applyPatches, type Patched } from "./apply-patches.js";
export { commandEvents } from "./command-events.js";
export { commandPatches } from "./command-patches.js";
export { en } from "./en.js";
export type { Command, CommandBase, Edited, Patch, TableRow } from "./types.js";
