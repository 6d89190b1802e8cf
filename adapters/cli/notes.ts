import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/open.ts';

/** Lists what the editors should look at, oldest first, or marks a note as dealt with. */
export async function runNotes(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { all: { type: 'boolean' }, json: { type: 'boolean' } } });
  const [what, id] = positionals;
  const store = await openStore(readConfig());
  try {
    if (what === 'done' && id) {
      const found = await store.read((records) => records.notes.get(id));
      if (!found) {
        console.error(`no note with id ${id}`);
        return 2;
      }
      await store.settle(`notes done ${id}`, async (records) => {
        await records.notes.put(id, { ...found, done: true });
        return [];
      });
      return 0;
    }
    const notes = await store.read((records) => records.notes.list(values.all ? {} : { done: false }));
    const sorted = notes.filter(({ kind }) => values.all || kind !== 'helpful').toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
    for (const note of sorted) {
      const { id: noteId, kind, text, reason, about, on } = note;
      console.log(values.json ? JSON.stringify(note) : [on, kind, text, reason, about && `(${about})`, `[${noteId}]`].filter(Boolean).join('  '));
    }
    return 0;
  } finally {
    await store.close();
  }
}
