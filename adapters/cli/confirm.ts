import { parseArgs } from 'node:util';
import { todayInAmsterdam } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { Found } from '../../src/confirmation.ts';
import { answerConfirmation } from '../../src/journeys/confirm.ts';
import { openStore } from '../../src/open.ts';
import { by } from './lines.ts';
import { complain, print } from './output.ts';

const USAGE = `impact confirm list [--all] [--json]
impact confirm answer ID --evidence municipality|register|third-party|none --source "what you saw" [--url https://…] [--again]`;

/** Lists the suppliers that were put before the editors, or gives the editors' answer; everybody who asked hears it. */
export async function runConfirm(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean' },
      json: { type: 'boolean' },
      evidence: { type: 'string' },
      source: { type: 'string' },
      url: { type: 'string' },
      again: { type: 'boolean' },
    },
  });
  const [what = 'list', id] = positionals;
  if (what === 'list') return list(values.all === true, values.json === true);
  if (what === 'answer' && id) return answer(id, values);
  complain(USAGE);
  return 2;
}

async function list(all: boolean, json: boolean): Promise<number> {
  const store = await openStore(readConfig(), { readOnly: true });
  const found = await store.read((records) => records.confirmations.list(all ? {} : { status: 'open' }));
  await store.close();
  for (const { askers, ...one } of found) {
    const tested = Object.entries(one.selfTest ?? {}).map(([statement, said]) => `${statement}: ${said}`);
    const line = [one.on, one.status, one.name, tested.join(', '), one.found?.evidence, `[${one.id}]`];
    print(json ? JSON.stringify({ ...one, asked: askers.length }) : line.filter(Boolean).join('  '));
  }
  return 0;
}

async function answer(id: string, values: Record<string, unknown>): Promise<number> {
  const { evidence, source, url = null, again = false } = values;
  const read = by(Found)({ evidence, source, url, on: todayInAmsterdam() });
  if (!('value' in read)) {
    complain(`--${read.field}: ${read.message}\n${USAGE}`);
    return 2;
  }
  const store = await openStore(readConfig());
  try {
    let known = false;
    await store.settle(`confirm ${id} ${Date.now()}`, async (records) => {
      const messages = await answerConfirmation(id, read.value, records, again === true);
      known = messages !== undefined;
      return messages ?? [];
    });
    if (!known) complain(`nothing is open about ${id}: see impact confirm list, or give --again to replace an answer`);
    return known ? 0 : 2;
  } finally {
    await store.close();
  }
}
