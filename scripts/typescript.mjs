// The compiler, required: `import` would search its nine megabytes for names to export, which takes longer than loading them.
import { createRequire } from "node:module";

export default createRequire(import.meta.url)("typescript");
