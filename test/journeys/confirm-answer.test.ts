import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { People } from '../../src/people.ts';
import type { Store } from '../../src/ports.ts';
import { plainText } from '../../src/reply.ts';
import { en } from '../../src/texts/en.ts';
import { nl } from '../../src/texts/nl.ts';
import { texts } from '../../src/texts/texts.ts';
import { type Conversation, conversation, type Setting } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';
import { peopleOf } from '../support/people.ts';

const EVA = 'eva@utrecht.example';
const FRED = 'fred@utrecht.example';
const BO = 'bo@utrecht.example';
const people = peopleOf(`
- { email: ${EVA}, name: Eva, roles: [editor] }
- { email: ${FRED}, name: Fred, roles: [editor] }
- { email: ${BO}, name: Bo, roles: [buyer] }
`);

const NAME = 'Brownies&downieS';
const ID = 'brownies-en-downies';
const LUNCH = 'Mag ik lunch voor 200 euro bestellen bij Brownies & Downies?';
const SOURCE = 'register van de Code, pagina 3';
const FOUND = { evidence: 'register', source: SOURCE, url: 'https://example.org/register' };
const LIST = 'open bevestigingen';

const answer = (outcome: string, language: 'nl' | 'en' = 'nl') =>
  knowledge.check.outcomes[outcome]?.answer[language].replaceAll('**', '') ?? `no outcome ${outcome}`;
const asWritten = (text: string) => text.replaceAll('**', '');

async function talk(one: Conversation, ...said: string[]) {
  for (const text of said) await one.says(text);
}

/** A bot that several people talk to. */
function office(more: Setting = {}) {
  const store = openLowdbStore({ today: () => TODAY });
  const joins = (person: string, place = person, other: Setting = {}) =>
    conversation(library, { store, people, person, place, ...more, ...other });
  return { store, joins };
}

/** Somebody checks a supplier with weak proof, and puts it before the editors. */
async function asksFor(one: Conversation) {
  await talk(one, LUNCH, 'nee', 'nee');
  one.hears(answer('confirm-supplier'));
  await one.presses(nl.check.buttons.confirm);
}

async function asksInEnglish(one: Conversation) {
  await talk(one, 'May I order lunch for 200 euros from Brownies & Downies?', 'no', 'no');
  one.hears(answer('confirm-supplier', 'en'));
  await one.presses(en.check.buttons.confirm);
}

async function opensForm(editor: Conversation, name = NAME) {
  await editor.says(LIST);
  await editor.presses(nl.confirm.answer(name));
}

/** What was sent to a place, as a person reads it. */
async function sentTo(place: string, store: Promise<Store>): Promise<string[]> {
  const waiting = await (await store).outbox.waiting();
  return waiting.flatMap(({ message: { to, reply } }) =>
    to.id === place ? [plainText(reply, texts[reply.language])] : [],
  );
}
const finding = async (store: Promise<Store>, id = ID) =>
  (await store).read(async ({ confirmations }) => (await confirmations.get(id))?.found);

describe('an editor', () => {
  it('sees which suppliers wait, since when and for how many colleagues, and nobody’s name', async () => {
    const { joins } = office();
    await asksFor(joins('ann', 'gang'));
    await asksFor(joins(BO, 'tuin'));
    const eva = joins(EVA);
    await eva.says(LIST);
    eva.hears(nl.confirm.list(1), NAME, '21 november 2026', '2 collega');
    eva.doesNotHear(/\bann\b/i, /\bBo\b/, BO);
    eva.isOffered(nl.confirm.answer(NAME));
  });

  it('hears that nothing waits when nothing does', async () => {
    const eva = office().joins(EVA);
    await eva.says(LIST);
    eva.hears(nl.confirm.none);
  });

  it('asks for the list in English too', async () => {
    const { joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA, EVA, { locale: 'en' });
    await eva.says('open confirmations');
    eva.hears(en.confirm.list(1), NAME);
  });

  it('answers with a form, and hears how many colleagues are told', async () => {
    const { store, joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    expect(eva.isAsked().map(({ id, required, error }) => [id, required, error])).toEqual([
      ['evidence', true, undefined],
      ['source', true, undefined],
      ['url', false, undefined],
    ]);
    await eva.fillsIn(FOUND);
    eva.hears(asWritten(nl.confirm.given(NAME, 1)));
    expect(await finding(store)).toEqual({ ...FOUND, on: TODAY });
    await eva.says(LIST);
    eva.hears(nl.confirm.none);
  });

  it('who names no source hears so beside that field, and what was filled in stays', async () => {
    const { store, joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn({ ...FOUND, source: '  ' });
    expect(eva.isAsked()).toMatchObject([
      { id: 'evidence', value: 'register' },
      { id: 'source', error: nl.confirm.needed },
      { id: 'url', value: FOUND.url },
    ]);
    expect(eva.isAsked().filter(({ error }) => error)).toHaveLength(1);
    expect(await finding(store)).toBeUndefined();
    await eva.fillsIn(FOUND);
    expect(await finding(store)).toMatchObject({ source: SOURCE });
  });

  it.each(['register.nl', 'javascript:alert(1)', 'ftp://example.org/x'])(
    'who types %s for an address hears so beside that field, and what was filled in stays',
    async (url) => {
      const { store, joins } = office();
      await asksFor(joins('ann'));
      const eva = joins(EVA);
      await opensForm(eva);
      await eva.fillsIn({ ...FOUND, url });
      expect(eva.isAsked()).toMatchObject([
        { id: 'evidence', value: 'register' },
        { id: 'source', value: SOURCE },
        { id: 'url', value: url, error: nl.confirm.badUrl },
      ]);
      expect(eva.isAsked().filter(({ error }) => error)).toHaveLength(1);
      expect(await finding(store)).toBeUndefined();
    },
  );

  it('who chooses nothing hears that everything that is needed is missing', async () => {
    const { joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn({ evidence: 'zeker', source: '', url: '' });
    expect(eva.isAsked().map(({ id, error }) => [id, error])).toEqual([
      ['evidence', nl.chooseOne],
      ['source', nl.confirm.needed],
      ['url', undefined],
    ]);
  });

  it('hears that it is answered already when another editor was first, and nothing changes', async () => {
    const { store, joins } = office();
    await asksFor(joins('ann'));
    const [eva, fred] = [joins(EVA), joins(FRED)];
    await opensForm(eva);
    await opensForm(fred);
    await eva.fillsIn(FOUND);
    const told = await sentTo('ann', store);
    await fred.fillsIn({ evidence: 'none', source: 'niets gevonden', url: '' });
    fred.hears(nl.confirm.gone);
    expect(await finding(store)).toMatchObject({ evidence: 'register', source: SOURCE });
    expect(await sentTo('ann', store)).toEqual(told);
  });
});

describe('who asked', () => {
  it('hears the answer in the place and in the language in which they asked, each of them', async () => {
    const { store, joins } = office();
    await asksFor(joins('ann', 'gang'));
    await asksInEnglish(joins(BO, 'garden'));
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn(FOUND);
    eva.hears(asWritten(nl.confirm.given(NAME, 2)));
    const [ann = '', bo = ''] = [(await sentTo('gang', store)).at(-1), (await sentTo('garden', store)).at(-1)];
    for (const [heard, said] of [
      [ann, nl],
      [bo, en],
    ] as const) {
      expect(heard).toContain(asWritten(said.confirm.answered(NAME)));
      expect(heard).toContain(asWritten(said.confirm.yes(NAME)));
      expect(heard).toContain(`${SOURCE} (${FOUND.url})`);
      expect(heard).toContain(said.check.buttons.start);
    }
    eva.doesNotHear(nl.confirm.answered(NAME), asWritten(nl.confirm.yes(NAME)));
  });

  it.each([
    ['none', nl.confirm.no(NAME)],
    ['third-party', nl.confirm.still(NAME)],
    ['municipality', nl.confirm.yes(NAME)],
  ])('hears what it means when the editors find: %s', async (evidence, wanted) => {
    const { store, joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn({ ...FOUND, evidence });
    expect((await sentTo('ann', store)).at(-1)).toContain(asWritten(wanted));
  });
});

describe('what an editor found', () => {
  it('counts from then on, for everybody: in the check, on its card and in the search', async () => {
    const { joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn(FOUND);

    const proof = nl.confirm.confirmedBy(SOURCE, nl.confirm.shortly.register);
    const cas = joins('cas');
    await talk(cas, LUNCH, 'nee', 'nee');
    cas.hears(answer('direct'));
    await cas.presses(nl.check.buttons.keep);
    cas.hears('CHK-2026-0001', proof);
    const dirk = joins('dirk');
    await dirk.says('Wie is Brownies & Downies?');
    dirk.hears(proof, nl.checkedOn(TODAY));
  });

  it('keeps a supplier from being bought from, and from being shown, when it found nothing', async () => {
    const { joins } = office();
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn({ evidence: 'none', source: 'niets gevonden', url: '' });
    const cas = joins('cas');
    await talk(cas, LUNCH, 'nee', 'nee');
    cas.hears(answer('supplier-unproven'));
  });

  it('leaves a card as it was kept before', async () => {
    const { joins } = office();
    const ann = joins('ann');
    await asksFor(ann);
    await ann.presses(nl.check.buttons.keep);
    await ann.says('CHK-2026-0001');
    ann.hears(answer('confirm-supplier'));
    const before = ann.heard();
    const eva = joins(EVA);
    await opensForm(eva);
    await eva.fillsIn(FOUND);
    await ann.says('CHK-2026-0001');
    expect(ann.heard()).toBe(before);
  });

  it('counts for a supplier outside the list too, with what the asker knew of it before the editor', async () => {
    const { store, joins } = office();
    const ann = joins('ann');
    const BUY = 'Mag ik een cadeau van 500 euro kopen bij Studio Vuurvlieg?';
    await talk(ann, BUY, 'nee');
    await ann.presses('Het bedrijf zegt het zelf');
    await ann.says('nee');
    ann.hears(answer('confirm-supplier'));
    await ann.presses(nl.check.buttons.confirm);
    const { statements } = knowledge.check.selfTest;
    await ann.fillsIn(Object.fromEntries(statements.map(({ id }, at) => [id, at === 0 ? 'unsure' : 'yes'])));

    const eva = joins(EVA);
    await opensForm(eva, 'Studio Vuurvlieg');
    eva.hears('Studio Vuurvlieg', ...statements.map((one) => one.nl), nl.confirm.choices.unsure);
    await eva.fillsIn(FOUND);
    expect((await sentTo('ann', store)).at(-1)).toContain(asWritten(nl.confirm.yes('Studio Vuurvlieg')));

    const cas = joins('cas');
    await talk(cas, BUY, 'nee', 'nee');
    cas.hears(answer('direct'), 'Studio Vuurvlieg');
    await cas.presses(nl.check.buttons.keep);
    cas.hears('Studio Vuurvlieg', nl.confirm.confirmedBy(SOURCE, nl.confirm.shortly.register));
    const dirk = joins('dirk');
    await dirk.says('Wie levert een leuk cadeau?');
    dirk.doesNotHear('Vuurvlieg');
  });
});

describe('who is no editor', () => {
  it('is refused kindly, and sees nothing of what waits', async () => {
    const { joins } = office();
    await asksFor(joins('ann'));
    for (const person of [BO, 'ann']) {
      const one = joins(person, `${person} elders`);
      await one.says(LIST);
      one.hears(nl.confirm.notYou);
      one.doesNotHear(NAME);
    }
  });

  it('any more cannot send the form that is still open', async () => {
    let editors: People = people;
    const changing: People = { known: true, all: [], find: (person) => editors.find(person) };
    const { store, joins } = office({ people: changing });
    await asksFor(joins('ann'));
    const eva = joins(EVA);
    await opensForm(eva);
    editors = peopleOf(`- { email: ${EVA}, name: Eva, roles: [buyer] }`);
    await eva.fillsIn(FOUND);
    eva.hears(nl.confirm.notYou);
    expect(await finding(store)).toBeUndefined();
  });

  it('is everybody where there is no file of colleagues', async () => {
    const eva = conversation(library, { person: EVA });
    await eva.says(LIST);
    eva.hears(nl.confirm.notYou);
  });
});
