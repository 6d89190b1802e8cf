import { openPostgresStore } from '../../adapters/postgres/store.ts';

/** A process that is alone under a name until it ends: `holder.ts URL NAME`. */
const [url = '', name = ''] = process.argv.slice(2);
const store = await openPostgresStore({ url, today: () => '2026-11-21' });
await store.alone(name, async () => {
  process.stdout.write('alone\n');
  await new Promise(() => undefined);
});
