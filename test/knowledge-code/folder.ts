import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { sound } from './sound.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small knowledge folder in which all is well, with these files in place of its own; null leaves one out. */
export function folderWith(files: Record<string, string | null> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'kennis-'));
  folders.push(folder);
  for (const [name, text] of Object.entries({ ...sound, ...files })) {
    if (text === null) continue;
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The problems that loading lists; none when it loads. */
export function problemsWith(files: Record<string, string | null>): readonly string[] {
  try {
    loadKnowledge(folderWith(files));
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

/** One of its files, with this in place of that. */
export const changed = (file: keyof typeof sound, from: string | RegExp, to: string) => {
  const text = sound[file].replace(from, to);
  expect(text).not.toBe(sound[file]);
  return { [file]: text };
};
