import { describe, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createBot } from '../../src/bot.ts';
import { turnsDue } from '../../src/due.ts';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf(
  { name: 'Ann', team: 'Jeugd' },
  { name: 'Bo', roles: ['buyer'], standIn: 'eva@utrecht.example' },
  { name: 'Eva', roles: ['buyer'] },
);

/** An office on Friday 27 November, and a bot on the same store that wakes on another day. */
async function onFriday() {
  const today = '2026-11-27';
  const store = openLowdbStore({ today: () => today });
  const here = office(library, { people, store, today });
  const ann = here.worker('Ann');
  const bo = here.worker('Bo', { rooms: ['inkoop'], in: 'inkoop' });
  const eva = here.worker('Eva');
  await bo.says('meld aanvragen hier');
  await eva.says('hallo');
  await ann.says('plaats een aanvraag: 40 kerstpakketten voor 2 december, 900 euro met btw');
  await ann.presses('Plaats de aanvraag');
  await ann.says('plaats een aanvraag: 10 boeketten voor 2 december');
  await ann.presses('Plaats de aanvraag');
  /** Everybody has done something else since, so that only what comes by itself is heard. */
  async function morningOf(day: string) {
    for (const one of [ann, bo, eva]) await one.says('dank je');
    const bot = createBot({
      store: await store,
      library: () => library,
      documents: createDocuments(),
      people,
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (_event, error) => {
          throw error;
        },
      },
      today: () => day,
      send: () => undefined,
    });
    for (const due of turnsDue(new Date(`${day}T09:30:00Z`))) await bot.accept(due);
    await bot.idle();
    await here.deliver();
  }
  return { ann, bo, eva, morningOf };
}

describe('in the morning', () => {
  it('the desk hears of all that waits in one message, and only once a day', async () => {
    const { bo, ann, morningOf } = await onFriday();
    await morningOf('2026-11-30');
    bo.hears(
      'Er wachten nog 2 aanvragen',
      'IMP-2026-0001 (40 kerstpakketten',
      'nodig op woensdag 2 december 2026',
      'IMP-2026-0002',
    );
    ann.doesNotHear('wachten nog');
    await morningOf('2026-11-30');
    bo.doesNotHear('wachten nog');
  });

  it('who picked it up hears when it is late, and in the end the stand-in; who wants no more hears no more', async () => {
    const { bo, eva, morningOf } = await onFriday();
    await bo.says('IMP-2026-0001');
    await bo.presses('Ik pak dit op');
    await morningOf('2026-12-03');
    bo.hears('IMP-2026-0001 (40 kerstpakketten', 'was nodig op woensdag 2 december');
    eva.doesNotHear('IMP-2026-0001');
    await morningOf('2026-12-07');
    eva.hears('opgepakt door Bo');
    await bo.presses('Herinner me niet meer aan IMP-2026-0001');
    bo.hears('Ik herinner je niet meer aan IMP-2026-0001');
    await morningOf('2026-12-08');
    bo.doesNotHear('Een aanvraag wacht nog:\n- IMP-2026-0001');
  });

  it('who was asked something is reminded of the question', async () => {
    const { ann, bo, morningOf } = await onFriday();
    await bo.says('IMP-2026-0001');
    await bo.presses('Ik pak dit op');
    await bo.presses('Stel een vraag');
    await bo.says('Met of zonder chocola?');
    await morningOf('2026-11-30');
    ann.hears('IMP-2026-0001 (40 kerstpakketten', 'de inkoper wacht op je antwoord');
  });

  it('nobody hears on a day off', async () => {
    const { bo, morningOf } = await onFriday();
    await morningOf('2026-11-29');
    bo.doesNotHear('wachten nog');
  });
});
