import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { TODAY } from './day.ts';

/** Books turns in a file, many at a time, until it is killed, and prints the id of each that was kept. */
const [file, name] = process.argv.slice(2) as [string, string];
const store = await openLowdbStore({ file, today: () => TODAY });
process.stdout.write('open\n');
let count = 0;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      count += 1;
      const id = `${name}-${count}`;
      await store.book({
        id,
        from: { id: 'web:ann', name: 'Ann' },
        at: { channel: 'web', id: 'a' },
        input: { kind: 'text', text: 'lunch voor 25 man' },
      });
      await store.settle(id, async (records) => {
        await records.notes.put(id, { id, kind: 'tip', text: id, on: TODAY, done: false });
        return [];
      });
      process.stdout.write(`${id}\n`);
    }
  }),
);
