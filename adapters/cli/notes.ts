import { parseArgs } from 'node:util';
import { todayInAmsterdam } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { warningsOf } from '../../src/knowledge/warnings.ts';
import type { Note } from '../../src/notes.ts';
import { openLibrary, openStore } from '../../src/open.ts';
import { complain, print } from './output.ts';

type Line = {
  id: string;
  kind: string;
  on: string;
  text: string;
  reason?: string | undefined;
  about?: string | undefined;
  since: string;
  done: boolean;
};

/** Lists what the editors should look at, the oldest evidence first, or marks a note as dealt with. */
export async function runNotes(args: readonly string[]): Promise<number> {
  const options = { all: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [what = 'list', id] = positionals;
  if (what === 'list') return list(values.all === true, values.json === true);
  if (what === 'done' && id) return done(id);
  complain('impact notes list [--all] [--json]\nimpact notes done ID');
  return 2;
}

async function list(all: boolean, json: boolean): Promise<number> {
  const config = readConfig();
  const { knowledge } = await openLibrary(config);
  const store = await openStore(config, { readOnly: true });
  const notes = await store.read((records) => records.notes.list(all ? {} : { done: false }));
  await store.close();
  const evidence = ({ about }: Note) => (about ? (knowledge.suppliers.get(about)?.evidence.latest ?? '') : '9999');
  const today = todayInAmsterdam();
  const lines: Line[] = [
    ...notes.filter(({ kind }) => all || kind !== 'helpful').map((note) => ({ ...note, since: evidence(note) })),
    ...warningsOf(knowledge, today).map(({ kind, about, since, text }) => ({
      id: '',
      kind,
      on: today,
      text,
      about,
      since,
      done: false,
    })),
  ];
  for (const line of lines.toSorted((a, b) => a.since.localeCompare(b.since) || a.on.localeCompare(b.on))) {
    const { id, kind, on, text, reason, about } = line;
    print(
      json
        ? JSON.stringify(line)
        : [on, kind, text, reason, about && `(${about})`, id && `[${id}]`].filter(Boolean).join('  '),
    );
  }
  return 0;
}

async function done(id: string): Promise<number> {
  const store = await openStore(readConfig());
  try {
    const note = await store.read((records) => records.notes.get(id));
    if (!note) {
      complain(`no note with id ${id}`);
      return 2;
    }
    await store.settle(`notes done ${id}`, async (records) => {
      await records.notes.put(id, { ...note, done: true });
      return [];
    });
    return 0;
  } finally {
    await store.close();
  }
}
