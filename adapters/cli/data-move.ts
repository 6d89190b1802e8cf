import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { keptSchema } from '../../src/kept.ts';
import { openStore, restoreStore } from '../../src/open.ts';
import type { Kept, Store } from '../../src/ports.ts';
import { writePrivate } from './files.ts';
import { by, type Line, linesOf } from './lines.ts';
import { complain, print } from './output.ts';

/** Everything that is kept, one thing a line, also beside a running bot. */
export async function exportData(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file] = positionals;
  const store = await openStore(readConfig(), { readOnly: true });
  let count = 0;
  async function* lines() {
    for await (const one of store.everything()) {
      count += 1;
      yield `${JSON.stringify(one)}\n`;
    }
  }
  try {
    if (file) await writePrivate(file, lines());
    else for await (const line of lines()) print(line.trimEnd());
  } finally {
    await store.close();
  }
  complain(`${count} things were exported; they hold what people said, so keep them as safe as the store itself`);
  return 0;
}

/** Looks at every line before anything is kept; then all of it is kept, or nothing. */
export async function importData(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file] = positionals;
  if (!file) {
    complain('impact data import FILE');
    return 2;
  }
  const lines = linesOf(file, readKept);
  const unusable = [...lines.flatMap((line) => (line.ok ? [] : [line.error])), ...twiceIn(lines)];
  if (unusable.length > 0) {
    for (const { line, field, message } of unusable) complain(`line ${line}: ${field}: ${message}`);
    complain('nothing was imported');
    return 2;
  }
  const all = lines.flatMap((line) => (line.ok ? [line.value] : []));
  return into(await openStore(readConfig()), all);
}

async function into(store: Store, all: readonly Kept[]): Promise<number> {
  try {
    await store.fill(all);
  } finally {
    await store.close();
  }
  complain(`${all.length} things were imported`);
  return 0;
}

/** The line itself, not a copy of it by the schema. */
function readKept(made: unknown): ReturnType<ReturnType<typeof by<Kept>>> {
  const read = by(keptSchema)(made);
  return 'value' in read ? { value: made as Kept } : read;
}

function twiceIn(lines: readonly Line<Kept>[]): { line: number; field: string; message: string }[] {
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    if (!line.ok) return [];
    const { value } = line;
    const name = JSON.stringify([value.kept, value.kept === 'record' ? value.kind : '', value.id]);
    if (seen.has(name)) return [{ line: at + 1, field: 'id', message: 'stands there twice' }];
    seen.add(name);
    return [];
  });
}

/** Puts the last good copy in the place of the file; what stood there is kept beside it. */
export async function restoreData(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args] });
  const aside = await restoreStore(readConfig());
  print('the last good copy was put back');
  if (existsSync(aside))
    print(
      `what stood there is kept as ${aside}: it may hold what people asked to forget, so remove it when it is no longer needed`,
    );
  return 0;
}
