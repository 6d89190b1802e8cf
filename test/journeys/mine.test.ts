import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { keptAbout } from '../../src/mine.ts';
import type { Store } from '../../src/ports.ts';
import { Progress } from '../../src/progress.ts';
import { verify } from '../../src/receipt.ts';
import { en } from '../../src/texts/en.ts';
import { nl } from '../../src/texts/nl.ts';
import { type Conversation, conversation, type Setting } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';

const LUNCH = 'Mag ik lunch voor 200 euro bestellen bij Brownies & Downies?';
const GIFT = 'Mag ik een cadeau van 500 euro kopen bij Studio Vuurvlieg?';
const CARD = 'CHK-2026-0001';
const { buttons } = nl.mine;

const plain = (text: string) => text.replaceAll('**', '');
const asks = (fact: string) => knowledge.check.questions.find(({ id }) => id === fact)?.ask.nl ?? `no question ${fact}`;

async function talk(one: Conversation, ...texts: string[]) {
  for (const text of texts) await one.says(text);
}

/** A bot that several people talk to. */
function office() {
  const store = openLowdbStore({ today: () => TODAY });
  const joins = (person: string, place = person, more: Setting = {}) =>
    conversation(library, { store, person, place, ...more });
  return { store, joins };
}

const of = async (store: Promise<Store>, person: string) =>
  (await store).read((records) => keptAbout(`web:${person}`, records, TODAY));
const counts = async (store: Promise<Store>, person: string) => {
  const { progress, receipts, confirmations } = await of(store, person);
  return [progress.length, receipts.length, confirmations.length];
};

/** Somebody with a kept check and a question to the editors, in the middle of another check. */
async function hasAll(one: Conversation) {
  await talk(one, LUNCH, 'nee', 'nee');
  await one.presses(nl.check.buttons.confirm);
  await one.presses(nl.check.buttons.keep);
  await one.says(GIFT);
  one.hears(asks('contract'));
}

describe('who asks what is kept about them', () => {
  it.each([
    'mijn gegevens',
    'Welke gegevens bewaar je van mij?',
    'wat weet je over mij?',
    'Wat weten jullie eigenlijk van mij?',
    'mag ik mijn gegevens inzien?',
    'bewaar je iets over mij?',
    'welke persoonsgegevens heb je van mij',
    'What do you know about me?',
    'my data',
    'Which data do you keep about me?',
    'what do you have on me',
  ])('hears it when they say: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    const said = ann.made().language === 'nl' ? nl : en;
    ann.hears(plain(said.mine.intro), said.mine.chat);
    ann.isOffered(said.mine.buttons.download, said.mine.buttons.forget);
  });

  it('hears how much of each kind, why, and until which day', async () => {
    const { joins } = office();
    const ann = joins('ann', 'gang');
    await hasAll(ann);
    await joins('ann', 'tuin').says('lunch voor 12 man');
    await ann.says('wat weet je van mij?');
    ann.hears(
      plain(nl.mine.places(2, '21 december 2026')),
      plain(nl.mine.cards(1, CARD, '19 november 2033')),
      plain(nl.mine.asked(1, 'Brownies&downieS', '20 november 2028')),
      plain(nl.mine.nameless('21 november 2027')),
      plain(nl.mine.numbers('21 december 2026')),
    );
  });

  it('hears nothing of what others have, and no more than there is', async () => {
    const { joins } = office();
    await hasAll(joins('ann'));
    const bo = joins('bo');
    await bo.says('mijn gegevens');
    bo.hears(plain(nl.mine.places(1, '21 december 2026')));
    bo.doesNotHear(CARD, 'Brownies', 'Bewaarde checks', 'Vragen aan de redactie');
  });

  it.each([
    ['mag ik mijn gegevens laten scannen voor 900 euro'],
    ['wie kan mijn archief digitaliseren en de gegevens invoeren'],
    ['vergeet het'],
    ['forget it'],
    ['volgens de collega van hiernaast staat er ergens op de site van de stad een stuk over mijn gegevens'],
  ])('is someone else than who says: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.doesNotHear(plain(nl.mine.intro), plain(en.mine.intro), nl.mine.askIntro, en.mine.askIntro);
  });

  it('goes on with the check they are in', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?', 'mijn gegevens');
    ann.hears(plain(nl.mine.intro), asks('contract'));
    await ann.says('nee');
    ann.hears(asks('conflictOfInterest'));
  });

  it('stays with the outcome they look at', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?', 'nee', 'nee', 'mijn gegevens');
    await ann.says('bewaar');
    ann.hears(CARD);
  });

  it.each(['presses', 'says'] as const)('gets a file of it, when they %s the button', async (does) => {
    const ann = conversation(library);
    await ann.says('mijn gegevens');
    await ann[does](buttons.download);
    ann.hears(nl.mine.download, 'mijn-gegevens.html');
    ann.isOffered(buttons.forget);
  });

  it('gets the file at once when they ask for it', async () => {
    const ann = conversation(library, { locale: 'en' });
    await ann.says('download my data please');
    ann.hears(en.mine.download, 'my-data.html');
  });
});

describe('who wants to be forgotten', () => {
  it.each([
    'vergeet mij',
    'Verwijder mijn gegevens',
    'kun je al mijn gegevens wissen?',
    'wis alles wat je weet over mij',
    'forget me',
    'please delete all my data',
    'Remove everything about me',
  ])('is asked once whether they are sure, when they say: %s', async (text) => {
    const ann = conversation(library);
    await ann.says('lunch voor 12 man');
    await ann.says(text);
    const said = ann.made().language === 'nl' ? nl : en;
    ann.hears(said.mine.askIntro, plain(said.mine.sure));
    ann.isOffered(said.mine.buttons.sure, said.mine.buttons.keep);
  });

  it('hears what goes, what stays and why, before and after', async () => {
    const { joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    const told = [
      nl.mine.goesPlaces(1),
      nl.mine.goesAsked('Brownies&downieS'),
      nl.mine.staysCards(CARD, '19 november 2033'),
      nl.mine.staysNameless,
    ];
    expect(nl.mine.staysCards(CARD, '')).toContain(nl.assumption);
    await ann.says('vergeet mij');
    ann.hears(...told.map(plain), nl.mine.first);
    await ann.says('ja');
    ann.hears(nl.mine.doneIntro, ...told.map(plain));
  });

  const ways: [name: string, confirm: (one: Conversation) => Promise<void>][] = [
    ['the button', (one) => one.presses(buttons.sure)],
    ['its label', (one) => one.says('ja, vergeet mij')],
    ['its number', (one) => one.says('1')],
    ['ja', (one) => one.says('Ja!')],
    ['a sentence', (one) => one.says('ja, ik weet het zeker')],
  ];
  it.each(ways)('is forgotten everywhere by %s, and nobody else is', async (_name, confirm) => {
    const { store, joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    await joins('ann', 'tuin').says('lunch voor 12 man');
    await hasAll(joins('bo'));
    const others = await of(store, 'bo');
    await ann.says('vergeet mij');
    await confirm(ann);
    ann.hears(nl.mine.doneIntro);
    expect(await counts(store, 'ann')).toEqual([0, 0, 0]);
    expect(await of(store, 'bo')).toEqual(others);
    expect(await counts(store, 'bo')).toEqual([1, 1, 1]);
  });

  it('is forgotten in English as well', async () => {
    const { store, joins } = office();
    const ann = joins('ann', 'ann', { locale: 'en' });
    await talk(ann, 'May I order lunch for 200 euros from Brownies & Downies?', 'no', 'no');
    await ann.presses(en.check.buttons.keep);
    await talk(ann, 'forget me', 'yes');
    ann.hears(en.mine.doneIntro, plain(en.mine.staysCards(CARD, '19 November 2033')));
    expect(en.mine.staysCards(CARD, '')).toContain(en.assumption);
    expect(await counts(store, 'ann')).toEqual([0, 0, 0]);
  });

  const noes: [name: string, declines: (one: Conversation) => Promise<void>][] = [
    ['the button', (one) => one.presses(buttons.keep)],
    ['its label', (one) => one.says('nee, bewaar alles')],
    ['its number', (one) => one.says('2')],
    ['nee', (one) => one.says('nee hoor')],
    ['stop', (one) => one.says('stop')],
  ];
  it.each(noes)('keeps everything after all by %s, and goes on with the check', async (_name, declines) => {
    const { store, joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    await ann.says('vergeet mij');
    await declines(ann);
    ann.hears(nl.mine.kept, asks('contract'));
    expect(await counts(store, 'ann')).toEqual([1, 1, 1]);
    await ann.says('nee');
    ann.doesNotHear(nl.mine.kept);
  });

  it('is not forgotten by a yes to another question', async () => {
    const { store, joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    await ann.says('ja');
    await talk(ann, 'vergeet mij', 'wat is social return?', 'ja');
    ann.doesNotHear(nl.mine.doneIntro);
    expect(await counts(store, 'ann')).toEqual([1, 1, 1]);
  });

  it.each(['niet zeker', 'ja of nee?', 'ja, maar wat gaat er dan weg?', 'jawel maar eerst nog iets anders'])(
    'is not by: %s',
    async (text) => {
      const { store, joins } = office();
      const ann = joins('ann');
      await hasAll(ann);
      await talk(ann, 'vergeet mij', text);
      ann.doesNotHear(nl.mine.doneIntro);
      expect(await counts(store, 'ann')).toEqual([1, 1, 1]);
    },
  );

  it('who asks twice is asked again', async () => {
    const ann = conversation(library);
    await talk(ann, 'vergeet mij', 'vergeet mij');
    ann.hears(plain(nl.mine.sure));
  });

  it('who is forgotten twice hears that there is nothing left, and nothing comes back', async () => {
    const { store, joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    await ann.says('vergeet mij');
    await ann.presses(buttons.sure);
    await ann.presses(buttons.sure);
    ann.hears(nl.mine.doneNothing);
    expect(await counts(store, 'ann')).toEqual([0, 0, 0]);
  });

  it('has left the check they were in', async () => {
    const ann = conversation(library);
    await talk(ann, GIFT, 'vergeet mij', 'ja');
    ann.doesNotHear(asks('contract'));
    await ann.says('nee');
    ann.doesNotHear(asks('conflictOfInterest'));
  });

  it('does not open their cards any more, and others neither', async () => {
    const { joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    await talk(ann, 'vergeet mij', 'ja', CARD);
    ann.hears(nl.receipt.unknown(CARD));
    const bo = joins('bo');
    await bo.says(CARD);
    bo.hears(nl.receipt.unknown(CARD));
  });

  it('leaves their cards as they were sealed, under a pseudonym that tells nothing', async () => {
    const { store, joins } = office();
    const ann = joins('ann');
    await hasAll(ann);
    const before = await (await store).read(({ receipts }) => receipts.get(CARD));
    await talk(ann, 'vergeet mij', 'ja');
    const after = await (await store).read(({ receipts }) => receipts.get(CARD));
    expect(after?.owner).toMatch(/^pseudonym:[0-9a-f-]{36}$/);
    expect({ ...after, owner: before?.owner }).toEqual(before);
    expect(verify(JSON.stringify(after?.receipt), undefined).kind).toBe('good');
  });

  it('leaves no conversation of before it was written down whose it was', async () => {
    const { store, joins } = office();
    const place = 'web:ann web ann';
    const ann = joins('ann');
    await ann.says('vergeet mij');
    await (await store).settle('eerder', async ({ progress }) => {
      await progress.put(place, Progress.parse({ asked: 'lunch' }));
      return [];
    });
    await ann.presses(buttons.sure);
    expect(await (await store).read(({ progress }) => progress.get(place))).toBeUndefined();
  });

  it('does not hear the answer of the editors, while who asked the same does', async () => {
    const { store, joins } = office();
    const [ann, bo] = [joins('ann'), joins('bo')];
    await hasAll(ann);
    await hasAll(bo);
    await talk(ann, 'vergeet mij', 'ja');
    const asked = await (await store).read(({ confirmations }) => confirmations.get('brownies-en-downies'));
    expect(asked?.askers.map(({ person }) => person)).toEqual(['web:bo']);
  });
});

it('what the editors read cannot be led back to who wrote it', async () => {
  const ann = conversation(library, { person: 'ann', place: 'gang' });
  await talk(ann, 'wie levert een ruimteraket?', 'ik heb een tip: Studio Vuurvlieg');
  const notes = await ann.notes();
  expect(notes.map(({ kind }) => kind)).toEqual(['unanswered', 'tip']);
  expect(JSON.stringify(notes)).not.toMatch(/\bann\b|gang/);
});

it('who is forgotten in one place while another is thought about stays forgotten', async () => {
  const { store, joins } = office();
  const ann = joins('ann', 'gang');
  await talk(ann, GIFT, 'vergeet mij');
  await joins('ann', 'tuin').says('lunch voor 12 man');
  const opened = await store;
  let forgotten = false;
  const late: Store = {
    ...opened,
    async settle(id, act) {
      if (!forgotten) {
        forgotten = true;
        await ann.says('ja');
      }
      return opened.settle(id, act);
    },
  };
  const elsewhere = conversation(library, { store: Promise.resolve(late), person: 'ann', place: 'tuin' });
  await elsewhere.says('en vegetarisch?');
  expect(elsewhere.heard()).not.toBe('');
  expect(await counts(store, 'ann')).toEqual([0, 0, 0]);
});
