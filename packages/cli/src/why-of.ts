const reasons: { readonly [code: string]: string } = {
  EACCES: "you have no right to it",
  EPERM: "you have no right to it",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

/** Why a file is not given, not taken or not read, in words; the code of the system where we have none. */
export function whyOf(error: unknown): string {
  if (error instanceof SyntaxError) return "not JSON";
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return reasons[code] ?? code;
}
