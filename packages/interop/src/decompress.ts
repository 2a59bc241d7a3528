interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}
interface Writer {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}
declare const DecompressionStream: new (
  format: "deflate-raw" | "gzip",
) => {
  readonly readable: { getReader(): Reader };
  readonly writable: { getWriter(): Writer };
};

/** Unpacks bytes as they come, by the engine's own decompression; a fault of the data is thrown, and leaving early stops it. */
export async function* decompressed(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  format: "deflate-raw" | "gzip",
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format);
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  const pump = async (): Promise<void> => {
    for await (const piece of pieces) await writer.write(piece);
    await writer.close();
  };
  const pumped = pump();
  // A fault of the source reaches the reader; one of the data is thrown by both.
  pumped.catch((fault: unknown) => writer.abort(fault).catch(() => undefined));
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      if (next.value !== undefined) yield next.value;
    await pumped;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
