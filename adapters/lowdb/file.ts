import * as disk from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import { ConfigError } from '../../src/errors.ts';
import { fileBytes, tablesOf } from './format.ts';
import { codeOf } from './lock.ts';
import { type Layer, layerOver, type Tables } from './tables.ts';

/** A file of lowdb that is on the disk, not on its way there, once a write has ended; the old one stays whole until then. */
export type DurableFile = Adapter<Layer> & {
  /** What was read, to be merged into, or only to be read. Throws a ConfigError when the file is damaged or cannot be read. */
  tables(toRead?: 'only'): Promise<Tables | undefined>;
  /** Keeps a copy of the file as it is now, to go back to. */
  keepCopy(): Promise<void>;
  /** Milliseconds for which the last write held up everything else. */
  blocked(): number;
};

export function goodCopyOf(file: string): string {
  return file.replace(/(\.json)?$/, '.last-good.json');
}

/** What of the file system is used. */
export type Files = Pick<typeof disk, 'open' | 'readFile' | 'rename' | 'copyFile'>;

export function durableFile(file: string, files: Files = disk): DurableFile {
  const { open, readFile, rename, copyFile } = files;
  let blocked = 0;

  async function tables(toRead?: 'only'): Promise<Tables | undefined> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw new ConfigError([`DATA_DIR: ${file} cannot be read (${codeOf(error)})`]);
    });
    if (text === undefined) return undefined;
    const read = tablesOf(text, crc32);
    if (!read) throw new ConfigError([await damaged(file)]);
    // The first write must not be the slow one.
    if (toRead !== 'only') fileBytes(layerOver(read), crc32);
    return read;
  }

  return {
    tables,
    async read() {
      const read = await tables();
      return read ? layerOver(read) : null;
    },
    async write(layer) {
      const start = performance.now();
      const bytes = fileBytes(layer, crc32);
      blocked = performance.now() - start;
      const next = `${file}.tmp`;
      const handle = await open(next, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(next, file);
      await syncFolder(dirname(file), files);
    },
    async keepCopy() {
      const copy = goodCopyOf(file);
      await copyFile(file, `${copy}.tmp`).then(
        () => rename(`${copy}.tmp`, copy),
        (error: unknown) => {
          if (codeOf(error) !== 'ENOENT') throw error;
        },
      );
    },
    blocked: () => blocked,
  };
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string, files: Pick<Files, 'open'> = disk): Promise<void> {
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A damaged file is never reset: it stays, and nothing starts on top of it. */
async function damaged(file: string): Promise<string> {
  const said = `DATA_DIR: ${file} is damaged; it is kept as it is.`;
  const copy = await disk.readFile(goodCopyOf(file), 'utf8').then(
    (text) => tablesOf(text, crc32),
    () => undefined,
  );
  return copy
    ? `${said} A good copy of an earlier moment is ${goodCopyOf(file)}: "npm run impact -- data restore" puts it back and keeps the damaged file beside it`
    : `${said} There is no good copy of it: put one back, or move the file away to start anew`;
}

/** Puts the last good copy in the place of the file, which is kept beside it under the name that is returned. */
export async function restoreFile(file: string, stamp: string): Promise<string> {
  const copy = goodCopyOf(file);
  const text = await disk.readFile(copy, 'utf8').catch(() => undefined);
  if (text === undefined || !tablesOf(text, crc32)) throw new ConfigError([`DATA_DIR: there is no good copy: ${copy}`]);
  const aside = file.replace(/(\.json)?$/, `.damaged-${stamp}.json`);
  await disk.rename(file, aside).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  await disk.copyFile(copy, `${file}.tmp`);
  await disk.rename(`${file}.tmp`, file);
  await syncFolder(dirname(file));
  return aside;
}

export async function removeLeftovers(file: string): Promise<void> {
  await disk.rm(`${file}.tmp`, { force: true });
  await disk.rm(`${goodCopyOf(file)}.tmp`, { force: true });
}
