import { describe, expect, it } from 'vitest';
import { read } from '../../src/understand/read.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, lexicon } from '../support/library.ts';

const languageOf = (text: string, before?: 'nl' | 'en') =>
  read(text, lexicon, { today: TODAY, ...(before ? { language: before } : {}) }).language;

describe('the language of a question', () => {
  it.each([
    'Wie levert lunch voor 20 man?',
    'Lunch graag, voor een team van tien',
    'Catering voor een meeting',
    'Mag dit?',
    'broodjes voor morgen',
    'Wat is social return?',
    'taart bestellen',
    'Hoi, ken je een goede catering?',
  ])('is Dutch in "%s"', (text) => {
    expect(languageOf(text, 'en')).toBe('nl');
  });

  it.each([
    'Who can bring lunch for 20 people?',
    'Is this allowed?',
    'a meeting room for tomorrow',
    'What is the aanbesteding threshold?',
    'Do you know a good catering company in Utrecht?',
    'gifts for volunteers please',
    'How many offertes do I need?',
  ])('is English in "%s"', (text) => {
    expect(languageOf(text, 'nl')).toBe('en');
  });

  it.each(['catering', 'The Colour Kitchen', '25', '???', 'social return', 'ok'])(
    'stays that of the conversation when "%s" does not tell',
    (text) => {
      expect([languageOf(text, 'nl'), languageOf(text, 'en')]).toEqual(['nl', 'en']);
    },
  );

  it('is that of the question in every article, as people ask it', () => {
    const wrong = [...knowledge.articles.values()].flatMap(({ id, question }) => [
      ...(languageOf(question.nl, 'en') === 'nl' ? [] : [`${id}: ${question.nl}`]),
      ...(languageOf(question.en, 'nl') === 'en' ? [] : [`${id}: ${question.en}`]),
    ]);
    expect(wrong).toEqual([]);
  });
});
