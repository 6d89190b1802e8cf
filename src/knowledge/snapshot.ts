import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from './load.ts';

type Kept = { signature: string; knowledge: Flat };
type Flat = {
  [Key in keyof Knowledge]: Knowledge[Key] extends ReadonlyMap<string, infer Item> ? Item[] : Knowledge[Key];
};

const SCHEMAS = [
  './schema.ts',
  '../suppliers/supplier.ts',
  '../understand/words.ts',
  '../rules/check.ts',
  './load.ts',
  './problems.ts',
  './check-problems.ts',
  '../commission/subject.ts',
  './subject-problems.ts',
];

/** The content of a folder, from what was read and checked before when not one file has changed since; else read anew and kept. */
export async function loadThrough(keptIn: string, folder: string): Promise<Knowledge> {
  const signature = signatureOf(folder);
  const kept = readKept(keptIn);
  if (kept?.signature === signature) return unfold(kept.knowledge);
  const { loadKnowledge } = await import('./load.ts');
  const knowledge = loadKnowledge(folder);
  keep(keptIn, { signature, knowledge: flat(knowledge) });
  return knowledge;
}

/** Every file with its size and the moment it last changed, of the content and of the schemas that checked it. */
function signatureOf(folder: string): string {
  try {
    const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file)));
    const schemas = SCHEMAS.map((file) => fileURLToPath(new URL(file, import.meta.url)));
    return [...files, ...schemas]
      .map((file) => {
        const { size, mtimeMs } = statSync(file);
        return `${file} ${size} ${mtimeMs}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Whoever may not write here simply waits a little longer each time. */
function keep(file: string, kept: Kept): void {
  if (kept.signature === '') return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Nothing is lost: the content itself was read.
  }
}

function flat(knowledge: Knowledge): Flat {
  const { articles, suppliers, sources, amounts, contacts, subjects } = knowledge;
  return {
    ...knowledge,
    articles: [...articles.values()],
    suppliers: [...suppliers.values()],
    sources: [...sources.values()],
    amounts: [...amounts.values()],
    contacts: [...contacts.values()],
    subjects: [...subjects.values()],
  };
}

function unfold({ articles, suppliers, sources, amounts, contacts, subjects, ...rest }: Flat): Knowledge {
  const byId = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));
  return {
    ...rest,
    articles: byId(articles),
    suppliers: byId(suppliers),
    sources: byId(sources),
    amounts: byId(amounts),
    contacts: byId(contacts),
    subjects: byId(subjects),
  };
}
