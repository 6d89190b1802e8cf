import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { knowledge, library } from '../support/library.ts';

const CASE = 'mag ik direct goederen kopen, geen contract, geen persoonlijke band, bij The Colour Kitchen';
const direct = knowledge.check.outcomes.direct?.answer.nl.replaceAll('**', '') ?? 'no such outcome';

describe('what would make a wrong "direct"', () => {
  it('is led to by the case itself, so that the tests below can fail', async () => {
    const ann = conversation(library);
    await ann.says(`${CASE} voor 500 euro zonder btw, eenmalig`);
    ann.hears(direct);
  });

  it.each([
    '20000 + 21% btw',
    '9500 + 21%',
    '12000 plus 5',
    '12000 voor 3 maanden',
    '15000 in 3 termijnen',
    '25000 / 3',
    '12000 (offerte 3)',
    '60000, ook voor afdeling 4',
    '900 per dag, 20 dagen',
    '15000 min 10',
    '45.000 voor 2027',
    '1 ton',
    '15 ruggen',
    '£9500',
    '-500',
  ])('is no amount where the amount is asked: %s', async (typed) => {
    const ann = conversation(library);
    await ann.says(CASE);
    await ann.says(typed);
    ann.doesNotHear(direct);
    expect(ann.made().understood.amount, typed).toBeOneOf([undefined, 12000, 20000]);
  });

  it.each([
    '19.000 euro incl 99% btw',
    '10.800 euro, daar komt btw erbij van 21%',
    '10.800, daar komt 21% btw erbij',
    'elke dag 60 euro',
    '100 euro, 3 keer per week',
    'twee keer per maand 450 euro',
    '40 personen x 300 euro',
    '300 euro ex btw per deelnemer, 40 deelnemers',
    '800 euros per session, 20 sessions',
    "12'500 euro",
    '12. 500 euro',
    '12½ duizend euro',
    'negen en een half duizend euro',
    '-500 euro',
    '9000 dollar',
    'meer dan 9000 euro',
    'minimaal 9000 euro',
  ])('is not read from %s', async (amount) => {
    const ann = conversation(library);
    await ann.says(`${CASE} voor ${amount}`);
    ann.doesNotHear(direct);
  });

  it.each([
    'er is geen contract maar wel een raamovereenkomst, geen persoonlijke band',
    'volgens mij geen contract, geen persoonlijke band',
    'I am not sure there is no contract, no personal tie',
    'geen contract, mijn collega heeft geen persoonlijke band, ik wel',
    'geen contract, ik heb niet geen persoonlijke band',
  ])('is no half answer: %s', async (said) => {
    const ann = conversation(library);
    await ann.says(`mag ik direct goederen kopen voor 500 euro ex btw bij The Colour Kitchen, eenmalig, ${said}`);
    ann.doesNotHear(direct);
  });

  it.each([
    'nee, alleen een vriend',
    'niet zakelijk, wel privé',
    'ja, niet zakelijk',
    'dat zeg ik liever niet',
    'weet ik nog niet',
    'no, but my sister works there',
    'no comment',
  ])('is no doubt about a tie: %s', async (said) => {
    const ann = conversation(library);
    await ann.says('mag ik goederen kopen voor 500 euro ex btw bij The Colour Kitchen, geen contract, eenmalig');
    await ann.says(said);
    ann.doesNotHear(direct);
  });

  it.each([
    'weet ik nog niet',
    'niet bekend',
    'kan ik niet vinden',
    'we hebben een contract, niet verlopen',
    'geen contract, wel een raamovereenkomst',
    'no one knows',
    'no, we do have one',
  ])('is no doubt about a contract: %s', async (said) => {
    const ann = conversation(library);
    await ann.says(
      'mag ik goederen kopen voor 500 euro ex btw bij The Colour Kitchen, geen persoonlijke band, eenmalig',
    );
    await ann.says(said);
    ann.doesNotHear(direct);
  });
});
