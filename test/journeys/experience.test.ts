import { describe, it } from 'vitest';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf(
  { name: 'Ann', team: 'Jeugd' },
  { name: 'Dee', team: 'Jeugd' },
  { name: 'Fen', team: 'Wijken' },
  { name: 'Bo', roles: ['buyer'] },
);

/** Bo buys something for each of them at Mesjokke. */
async function bought() {
  const here = office(library, { people });
  const bo = here.worker('Bo');
  const buyers = ['Ann', 'Dee', 'Fen'].map((name) => here.worker(name));
  for (const [at, one] of buyers.entries()) {
    const number = `IMP-2026-000${at + 1}`;
    await one.says('plaats een aanvraag: 20 repen chocola');
    await one.presses('Plaats de aanvraag');
    await bo.says(number);
    await bo.presses('Ik pak dit op');
    await bo.presses('Rond af');
    await bo.says('Mesjokke, 100 euro incl btw');
    one.hears('Zou je hier weer kopen?');
  }
  return { ...here, bo, buyers };
}

describe('what colleagues say of a supplier', () => {
  it('is shown from three of them on, without a name unless they want it', async () => {
    const { buyers, bo } = await bought();
    const [ann, dee, fen] = buyers as [(typeof buyers)[0], (typeof buyers)[0], (typeof buyers)[0]];
    await ann.presses('Ja, weer');
    await ann.fillsIn({ line: 'Snel en <b>lekker</b>', named: 'no' });
    ann.hears('Collega’s zien dit vanaf drie ervaringen');
    await dee.presses('Ja, weer');
    await dee.fillsIn({ line: 'Mooi verpakt', named: 'yes' });
    await bo.says('Mesjokke');
    bo.doesNotHear('Ervaring van collega’s', 'Mooi verpakt');
    await fen.presses('Nee, niet weer');
    await bo.says('vertel over Mesjokke');
    bo.hears('Ervaring van collega’s: 2 van de 3', /"Mooi verpakt" \(Dee/, /"Snel en <b>lekker<\/b>" \(een collega/);
    bo.doesNotHear('Ann');
  });

  it('is taken from a typed yes or no as from a press, also while something else is open', async () => {
    const { buyers, bo } = await bought();
    const [ann, dee, fen] = buyers as [(typeof buyers)[0], (typeof buyers)[0], (typeof buyers)[0]];
    await ann.says('ja');
    ann.hears('Wil je collega’s nog iets zeggen over Mesjokke?');
    await dee.says('nee');
    dee.hears('Wil je collega’s nog iets zeggen over Mesjokke?');
    await fen.says('doe de check');
    await fen.says('ja, ik zou hier weer kopen');
    fen.hears('Wil je collega’s nog iets zeggen over Mesjokke?');
    await bo.says('vertel over Mesjokke');
    bo.hears('2 van de 3');
    await ann.says('ja');
    ann.doesNotHear('Wil je collega’s nog iets zeggen');
  });

  it('is not taken from the yes that answers a check, nor from who was not asked', async () => {
    const { buyers, bo } = await bought();
    const [ann] = buyers as [(typeof buyers)[0]];
    await ann.says('mag ik tassen bij i-did kopen');
    await ann.says('nee');
    ann.hears('Wat kost het één keer');
    await bo.says('ja');
    bo.doesNotHear('Wil je collega’s nog iets zeggen');
  });

  it('is for who made the request alone', async () => {
    const { bo, worker } = await bought();
    const other = worker('Fen', { rooms: [`alone`] });
    await other.says('IMP-2026-0001');
    other.doesNotHear('Ja, weer');
    bo.doesNotHear('Zou je hier weer kopen?');
  });

  it('goes when who said it is forgotten', async () => {
    const { buyers, bo } = await bought();
    for (const one of buyers) await one.presses('Ja, weer');
    await bo.says('vertel over Mesjokke');
    bo.hears('3 van de 3');
    await buyers[0]?.says('vergeet mij');
    await buyers[0]?.says('ja');
    await bo.says('vertel over Mesjokke');
    bo.doesNotHear('Ervaring van collega’s');
  });
});
