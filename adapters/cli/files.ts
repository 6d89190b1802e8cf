import { open, rename, rm } from 'node:fs/promises';

/** Writes a file for its owner alone, whole or not at all. */
export async function writePrivate(file: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    for await (const line of lines) await handle.writeFile(line);
    await handle.sync();
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}
