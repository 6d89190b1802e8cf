import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { todayInAmsterdam } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { forget, keptAbout, lastDay, type Mine } from '../../src/mine.ts';
import { openDocuments, openStore } from '../../src/open.ts';
import type { Store } from '../../src/ports.ts';
import { KINDS, keptUntil, TERMS } from '../../src/terms.ts';
import { writePrivate } from './files.ts';
import { complain, print } from './output.ts';

/** What is kept about one person; with --out as the file that they get in a conversation. */
export async function showPerson(args: readonly string[]): Promise<number> {
  const options = { out: { type: 'string' }, locale: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const person = personIn(positionals);
  if (person === undefined) return unusable('impact data mine EMAIL [--out FILE.html] [--locale en]');
  const today = todayInAmsterdam();
  const mine = await keptOf(person, today);
  for (const kind of KINDS) {
    const { length } = mine[kind];
    const day = lastDay(mine[kind]);
    if (length > 0)
      print([kind, length, namesOf(mine, kind), day && `until ${day} at the latest`].filter(Boolean).join('  '));
  }
  if (KINDS.every((kind) => mine[kind].length === 0)) print('nothing is kept under this name');
  if (values.out === undefined) return 0;
  const file = openDocuments().mine(mine, values.locale === 'en' ? 'en' : 'nl', today);
  await writePrivate(values.out, [file.content]);
  return 0;
}

/** Says what goes and what stays; with --yes it is done. */
export async function forgetPerson(args: readonly string[]): Promise<number> {
  const options = { yes: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const person = personIn(positionals);
  if (person === undefined) return unusable('impact data forget EMAIL [--yes]');
  const today = todayInAmsterdam();
  if (values.yes !== true) {
    const mine = await keptOf(person, today);
    tell(mine, today);
    if (KINDS.some((kind) => mine[kind].length > 0)) print('nothing is done yet: give --yes to do it');
    return 0;
  }
  const store = await openStore(readConfig());
  try {
    return await forgotten(person, today, store);
  } finally {
    await store.close();
  }
}

async function forgotten(person: string, today: string, store: Store): Promise<number> {
  const waiting = (await store.unsettled()).filter(({ from }) => from.id === person).length;
  if (waiting > 0) {
    complain(
      `${waiting} of their messages still wait for an answer: start the bot, and do this when it has answered them`,
    );
    return 2;
  }
  let was: Mine | undefined;
  await store.settle(`data forget ${randomUUID()}`, async (records) => {
    was = await forget(person, records, today);
    return [];
  });
  await store.tidy(today);
  if (was) tell(was, today);
  return 0;
}

async function keptOf(person: string, today: string): Promise<Mine> {
  const store = await openStore(readConfig(), { readOnly: true });
  try {
    return await store.read((records) => keptAbout(person, records, today));
  } finally {
    await store.close();
  }
}

function tell(mine: Mine, today: string): void {
  const { progress, confirmations, receipts } = mine;
  if (progress.length > 0) print(`goes   conversations: ${progress.length}`);
  if (confirmations.length > 0)
    print(
      `goes   their name at what they put before the editors: ${namesOf(mine, 'confirmations')}; the question stays, and they do not hear the answer`,
    );
  if (receipts.length > 0)
    print(
      `stays  kept checks: ${namesOf(mine, 'receipts')}; under a random pseudonym and until ${keptUntil(today, TERMS.receipts)}, for the duty to keep papers about a purchase (an assumption: the city still has to confirm this)`,
    );
  if (KINDS.every((kind) => mine[kind].length === 0)) print('nothing is kept under this name');
}

function namesOf(mine: Mine, kind: keyof Mine): string {
  if (kind === 'progress') return '';
  return mine[kind].map(({ item }) => ('id' in item ? item.id : '')).join(', ');
}

/** An e-mail address, in whatever case; or the platform with its id, where it gives no address. */
function personIn(positionals: readonly string[]): string | undefined {
  const [typed] = positionals;
  if (positionals.length !== 1 || !typed) return undefined;
  if (typed.includes('@')) return typed.toLowerCase();
  return /^[a-z]+:./.test(typed) ? typed : undefined;
}

function unusable(usage: string): number {
  complain(usage);
  return 2;
}
