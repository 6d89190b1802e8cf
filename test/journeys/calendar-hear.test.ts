import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { calendarAsked } from '../../src/journeys/calendar-hear.ts';
import { outside } from '../../src/journeys/outside.ts';
import { read } from '../../src/understand/read.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';

const decide = () => {
  throw new Error('nothing is decided here');
};
const nobody = outside('nl', { library, today: TODAY, documents: createDocuments(), receiptKey: undefined, decide });
const open = [58, 59, 60].map((row) => ({ row, what: 'Diversen' }));
const calendar = { name: 'kalender.csv', ref: 'r1', departments: [], open, filled: [], at: 'result' as const };

/** What is heard in a text below a calendar of which lines 58 to 60 are open. */
function heard(text: string, at: 'result' | 'aside' = 'result') {
  const progress = { ...nobody.progress, calendar: { ...calendar, at } };
  const context = { ...nobody, progress, reading: read(text, library.lexicon, { today: TODAY }) };
  const turn = {
    id: 't',
    from: { id: 'web:ann', name: 'Ann' },
    at: { channel: 'web' as const, id: 'here' },
    input: { kind: 'text' as const, text },
  };
  const asked = calendarAsked(turn, context);
  if (asked?.kind !== 'more') return undefined;
  const lines = asked.filled.map((one) => `${one.row}: ${one.text}`);
  return [...lines, ...(asked.unknown ?? []).map((row) => `${row}?`)];
}

describe('lines of a calendar that are typed on one line', () => {
  it.each([
    '59: riool, 60: drukwerk',
    '59: riool en 60: drukwerk',
    '59: riool, en 60: drukwerk',
    '59: riool 60: drukwerk',
    '59 = riool, 60 = drukwerk',
    'regel 59: riool, regel 60: drukwerk',
    'regel 59: riool regel 60: drukwerk',
    '59: riool; 60: drukwerk',
  ])('are all taken: %s', (text) => {
    expect(heard(text)).toEqual(['59: riool', '60: drukwerk']);
  });

  it('keep the commas, the words and the hours of what is said', () => {
    expect(heard('59: riool, putten en straatwerk')).toEqual(['59: riool, putten en straatwerk']);
    expect(heard('59: lunch om 12:30 en om 13:00')).toEqual(['59: lunch om 12:30 en om 13:00']);
  });

  it('are told apart from those that are not open', () => {
    expect(heard('59: riool, 99: drukwerk')).toEqual(['59: riool', '99?']);
    expect(heard('99: drukwerk')).toEqual(['99?']);
    expect(heard('99: drukwerk', 'aside')).toBeUndefined();
    expect(heard('wat is social return')).toBeUndefined();
  });
});
