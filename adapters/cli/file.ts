import { mkdirSync, writeFileSync } from 'node:fs';
import { complain } from './output.ts';

const WHY: Record<string, string> = {
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EROFS: 'nothing can be written there',
  ENOENT: 'that folder does not exist',
  ENOTDIR: 'part of that path is a file and no folder',
  EEXIST: 'that is a file and no folder',
  EISDIR: 'that is a folder and no file',
  ENOSPC: 'the disk is full',
};

/** Writes a file. False when it cannot be written, and then the screen says why. */
export function write(file: string, content: string | Uint8Array): boolean {
  return managed(file, () => writeFileSync(file, content));
}

/** Makes a folder where there is none. False when it cannot be made, and then the screen says why. */
export function makeFolder(folder: string): boolean {
  return managed(folder, () => mkdirSync(folder, { recursive: true }));
}

function managed(path: string, task: () => void): boolean {
  try {
    task();
    return true;
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    complain(`${path} cannot be written: ${why}`);
    return false;
  }
}
