import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { People } from '../../src/people.ts';
import { readPeople } from '../../src/people-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'collega-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A file of colleagues with this in it. */
export function peopleFile(text: string): string {
  files += 1;
  const file = join(folder, `${files}.yaml`);
  writeFileSync(file, text);
  return file;
}

export function peopleOf(text: string): People {
  return readPeople(peopleFile(text));
}
