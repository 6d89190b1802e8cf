import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { answerConfirmation } from '../../src/journeys/confirm.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Store } from '../../src/ports.ts';
import { nl } from '../../src/texts/nl.ts';
import { type Conversation, conversation } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';

const { buttons } = nl.check;
const LUNCH = 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?';

const answer = (outcome: string) =>
  knowledge.check.outcomes[outcome]?.answer.nl.replaceAll('**', '') ?? `no outcome ${outcome}`;
const asks = (fact: string) => knowledge.check.questions.find(({ id }) => id === fact)?.ask.nl ?? `no question ${fact}`;

async function talk(one: Conversation, ...texts: string[]) {
  for (const text of texts) await one.says(text);
}

const otherRules: Library = {
  ...library,
  knowledge: { ...knowledge, check: { ...knowledge.check, version: '2027-01' } },
};

const withContract: Library = {
  ...library,
  knowledge: {
    ...knowledge,
    contracts: [{ id: 'c1', category: 'catering', holder: 'Vermaat', until: null, duty: null, sources: [] }],
  },
};

const newStore = (today = TODAY) => openLowdbStore({ today: () => today });

const ANN = { person: 'ann', place: 'gang' };

describe('a check that is left', () => {
  it('goes on days later where it was, with the same rules', async () => {
    const store = newStore();
    await talk(conversation(library, { ...ANN, store }), LUNCH, 'nee');
    const again = conversation(library, { ...ANN, store, today: '2026-11-26' });
    await again.says('nee, geen band');
    again.hears(answer('direct'), 'Je totaal is € 600', '26 november 2026');
  });

  it('begins anew when the rules have changed, and says so', async () => {
    const store = newStore();
    await talk(conversation(library, { ...ANN, store }), LUNCH, 'nee');
    const again = conversation(otherRules, { ...ANN, store });
    await again.says('nee, geen band');
    again.hears(nl.check.changed, asks('contract'));
    again.doesNotHear(answer('direct'));
  });
});

describe('the list of contracts', () => {
  it('answers the question whether there is a contract', async () => {
    const ann = conversation(withContract);
    await ann.says(LUNCH);
    ann.hears(answer('contract-first'), 'Vermaat');
    ann.doesNotHear(asks('contract'));
  });

  it('gives way to who knows that the purchase does not fall under it', async () => {
    const ann = conversation(withContract);
    await talk(ann, LUNCH, 'er is geen contract');
    ann.hears(asks('conflictOfInterest'));
    await ann.says('nee');
    ann.hears(answer('direct'));
  });

  it('says nothing of what it does not cover, or covers no longer', async () => {
    const gift = conversation(withContract);
    await gift.says('Mag ik een cadeau van 300 euro kopen bij i-did?');
    gift.hears(asks('contract'));

    const contracts = withContract.knowledge.contracts.map((one) => ({ ...one, until: '2026-11-20' }));
    const ended = conversation({ ...library, knowledge: { ...knowledge, contracts } });
    await ended.says(LUNCH);
    ended.hears(asks('contract'));
  });
});

describe('a kept check', () => {
  it('gets the next number of the year, and is kept once', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'nee');
    await ann.presses(buttons.keep);
    ann.hears('CHK-2026-0001', answer('direct'), nl.receipt.motivation);
    await ann.presses(buttons.keep);
    ann.hears(nl.receipt.already('CHK-2026-0001').replaceAll('**', ''));
    await talk(ann, 'Mag ik voor 400 euro een cadeau kopen bij i-did?', 'nee', 'nee', 'bewaar deze check');
    ann.hears('CHK-2026-0002');
  });

  it('is shown again to its owner who types the number, and to nobody else', async () => {
    const store = newStore();
    const ann = conversation(library, { store, person: 'ann' });
    await talk(ann, LUNCH, 'nee', 'nee', buttons.keep);
    await ann.says('chk 2026 1');
    ann.hears('Dossierkaart CHK-2026-0001', 'The Colour Kitchen');

    const bo = conversation(library, { store, person: 'bo' });
    await bo.says('CHK-2026-0001');
    bo.hears(nl.receipt.unknown('CHK-2026-0001'));
    bo.doesNotHear('The Colour Kitchen');
  });

  it('is the same card after the rules changed', async () => {
    const store = newStore();
    const ann = conversation(library, { ...ANN, store });
    await talk(ann, LUNCH, 'nee', 'nee', buttons.keep, 'CHK-2026-0001');
    const again = conversation(otherRules, { ...ANN, store, today: '2027-02-01' });
    await again.says('CHK-2026-0001');
    expect(again.heard()).toBe(ann.heard());
    again.hears('versie 2026-11');
  });

  it('is a new one when an answer has changed', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'nee', buttons.keep);
    await ann.presses('Ja, er is een contract');
    await ann.presses(buttons.keep);
    ann.hears('CHK-2026-0002', answer('contract-first'));
  });

  it('cannot be made before there is an outcome', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'bewaar deze check');
    ann.doesNotHear('CHK-2026');
    ann.hears(asks('conflictOfInterest'));
  });

  it('is recalled at the next check for the same kind of thing, and only to its owner', async () => {
    const store = newStore();
    const ann = conversation(library, { store, person: 'ann' });
    await talk(ann, LUNCH, 'nee', 'nee', buttons.keep);
    const again = conversation(library, { store, person: 'ann' });
    await talk(again, 'Mag ik een borrel voor 700 euro bestellen bij The Colour Kitchen?', 'nee', 'nee');
    again.hears('CHK-2026-0001', 'Tel het dan op');
    await talk(again, 'Mag ik voor 400 euro een cadeau kopen bij i-did?', 'nee', 'nee');
    again.hears(answer('direct'));
    again.doesNotHear('CHK-2026-0001');

    const bo = conversation(library, { store, person: 'bo' });
    await talk(bo, LUNCH, 'nee', 'nee');
    bo.hears(answer('direct'));
    bo.doesNotHear('CHK-2026-0001');
  });
});

describe('a supplier whose proof is too weak', () => {
  const BROWNIES = ['Mag ik lunch voor 200 euro bestellen bij Brownies & Downies?', 'nee', 'nee'];
  const open = async (store: Promise<Store>) =>
    (await store).read((records) => records.confirmations.list({ status: 'open' }));

  it('goes before the editors once, without a name, for everybody who asks', async () => {
    const store = newStore();
    const ann = conversation(library, { store, person: 'ann' });
    const bo = conversation(library, { store, person: 'bo' });
    for (const one of [ann, bo]) await talk(one, ...BROWNIES);
    await ann.presses(buttons.confirm);
    ann.hears(/aan de redactie voorgelegd, zonder je naam/, 'Wacht zo lang met bestellen');
    await bo.says('vraag bevestiging');
    bo.hears('ligt al bij de redactie');
    expect(await open(store)).toMatchObject([{ id: 'brownies-en-downies', askers: [{}, {}] }]);
  });

  it('can be bought from directly after the editors found proof', async () => {
    const store = newStore();
    const ann = conversation(library, { store });
    await talk(ann, ...BROWNIES);
    await ann.presses(buttons.confirm);
    const found = {
      evidence: 'register',
      source: 'Register Code Sociale Ondernemingen',
      url: null,
      on: TODAY,
    } as const;
    const told = await (await store).settle(
      'redactie 1',
      async (records) => (await answerConfirmation('brownies-en-downies', found, records)) ?? [],
    );
    expect(JSON.stringify(told)).toContain('bevestigd als sociale onderneming');
    await talk(ann, ...BROWNIES);
    ann.hears(answer('direct'));
  });

  it('that is not in the list is put before them with a self-test, every statement answered', async () => {
    const store = newStore();
    const ann = conversation(library, { store });
    await talk(ann, 'Mag ik een cadeau van 500 euro kopen?', 'nee', 'nee', buttons.supplier, 'Studio Vuurvlieg');
    await ann.presses('Het bedrijf zegt het zelf');
    await ann.says('nee');
    ann.hears(answer('confirm-supplier'));
    await ann.presses(buttons.confirm);
    const statements = knowledge.check.selfTest.statements;
    ann.hears('Studio Vuurvlieg', ...statements.map((one) => one.nl));
    await ann.fillsIn({ purpose: 'yes' });
    ann.hears(nl.chooseOne);
    expect(await open(store)).toEqual([]);
    await ann.fillsIn(Object.fromEntries(statements.map(({ id }) => [id, id === 'profit' ? 'unsure' : 'yes'])));
    ann.hears('Studio Vuurvlieg', 'aan de redactie voorgelegd');
    expect(await open(store)).toMatchObject([
      { name: 'Studio Vuurvlieg', listed: false, selfTest: { purpose: 'yes', profit: 'unsure' } },
    ]);
  });
});
