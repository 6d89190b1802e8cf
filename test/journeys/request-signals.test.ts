import { describe, expect, it } from 'vitest';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf(
  { name: 'Ann', team: 'Jeugd' },
  { name: 'Dee', team: 'Jeugd' },
  { name: 'Fen', team: 'Wijken' },
  { name: 'Bo', roles: ['buyer'] },
);
const DESK = 'inkoop';

async function atWork() {
  const here = office(library, { people });
  const bo = here.worker('Bo', { rooms: [DESK], in: DESK });
  await bo.says('meld aanvragen hier');
  const asks = async (name: string, what: string) => {
    const one = here.worker(name);
    await one.says(`plaats een aanvraag: ${what}`);
    return one;
  };
  return { ...here, bo, asks };
}

describe('what stands out about a request that is written', () => {
  it('is said when the same team asked the same a few days ago, with the rule, and stops nobody', async () => {
    const { asks, bo } = await atWork();
    const ann = await asks('Ann', '40 kerstpakketten');
    ann.doesNotHear('Dit valt op');
    await ann.presses('Plaats de aanvraag');
    const dee = await asks('Dee', '40 kerstpakketten');
    dee.hears('Dit valt op', 'de laatste twee weken al gevraagd: IMP-2026-0001', 'signaal en geen controle', 'Bron:');
    await dee.presses('Plaats de aanvraag');
    dee.hears('IMP-2026-0002');
    expect(bo.sees(DESK, 'IMP-2026-0002')).toMatch(/Dit valt op[\s\S]*IMP-2026-0001/);
  });

  it('is said when it adds up past the line, with both amounts', async () => {
    const { asks } = await atWork();
    const ann = await asks('Ann', '40 kerstpakketten, 6000 euro ex btw');
    await ann.presses('Plaats de aanvraag');
    const dee = await asks('Dee', '40 kerstpakketten, 5000 euro ex btw');
    dee.hears(
      'Samen is het € 11.000 zonder btw.',
      'Samen gaat het over de lijn van € 10.000 zonder btw.',
      'Tel het dan op en knip niet.',
    );
    expect((await asks('Dee', '40 kerstpakketten, 4000 euro ex btw')).doesNotHear('de lijn van')).toBeUndefined();
  });

  it('is said with care when that hangs on the btw', async () => {
    const { asks } = await atWork();
    const ann = await asks('Ann', '40 kerstpakketten, 6000 euro met btw');
    await ann.presses('Plaats de aanvraag');
    const dee = await asks('Dee', '40 kerstpakketten, 5000 euro met btw');
    dee.hears('Samen is het € 9.090,91 tot € 10.091,75 zonder btw.', 'Samen kan het over de lijn');
  });

  it('does not tell what somebody else may not see: another team is counted, not named', async () => {
    const { asks, bo } = await atWork();
    const ann = await asks('Ann', 'lunch voor 20 man, 6000 euro ex btw, op 18 december');
    await ann.presses('Plaats de aanvraag');
    const fen = await asks('Fen', 'taart voor 30 man, 5000 euro ex btw, op 10 december');
    fen.hears('Een ander team vraagt rond die dag', '1 andere aanvraag', 'over de lijn van € 10.000');
    fen.doesNotHear('IMP-2026-0001', 'lunch', '11.000', '6.000');
    await fen.presses('Plaats de aanvraag');
    expect(bo.sees(DESK, 'IMP-2026-0002')).toMatch(/IMP-2026-0001 \(lunch[\s\S]*€ 11\.000/);
  });

  it('does not open another team to who types its name', async () => {
    const { asks } = await atWork();
    const ann = await asks('Ann', '40 kerstpakketten, 6000 euro ex btw');
    await ann.presses('Plaats de aanvraag');
    const fen = await asks('Fen', '40 kerstpakketten voor team Jeugd, 5000 euro ex btw');
    fen.hears('1 andere aanvraag');
    fen.doesNotHear('IMP-2026-0001', '11.000');
  });

  it('is about others, and not about the request that is changed', async () => {
    const { asks } = await atWork();
    const ann = await asks('Ann', '40 kerstpakketten');
    await ann.presses('Plaats de aanvraag');
    await ann.says('IMP-2026-0001');
    await ann.presses('Wijzig de aanvraag');
    await ann.fillsIn({ what: '50 kerstpakketten' });
    ann.hears('50 kerstpakketten');
    ann.doesNotHear('Dit valt op');
  });

  it('is said in English as well', async () => {
    const { asks, worker } = await atWork();
    const ann = await asks('Ann', '30 tote bags');
    await ann.presses('Plaats de aanvraag');
    const dee = worker('Dee');
    await dee.says('can you post a request for me? we need 30 tote bags');
    dee.hears('This stands out', 'asked in the last two weeks: IMP-2026-0001');
  });

  it('is gone from the card when the other is withdrawn', async () => {
    const { asks, bo } = await atWork();
    const ann = await asks('Ann', '40 kerstpakketten');
    await ann.presses('Plaats de aanvraag');
    const dee = await asks('Dee', '40 kerstpakketten');
    await dee.presses('Plaats de aanvraag');
    await ann.says('IMP-2026-0001');
    await ann.presses('Trek in');
    await bo.says('IMP-2026-0002');
    await bo.presses('Ik pak dit op');
    expect(bo.sees(DESK, 'IMP-2026-0002')).not.toContain('Dit valt op');
  });
});
