import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAsker } from '../../adapters/cli/ask.ts';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Log } from '../../src/ports.ts';
import { read } from '../../src/understand/read.ts';
import { Slots } from '../../src/understand/slots.ts';
import { TODAY } from '../support/day.ts';
import { lexicon, library } from '../support/library.ts';
import { holdsFor, seed } from '../support/seed.ts';

const strict: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => {
    throw error;
  },
};

/** Asks the whole bot, and gives what a person would read. */
async function answerTo(text: string) {
  const ask = createAsker(library, await openLowdbStore({ today: () => TODAY }), createDocuments(), strict);
  return ask({ question: text, today: TODAY });
}

const LONG = 100_000;
const odd: [string, string][] = [
  ['nothing', ''],
  ['only spaces', ' \t\r\n\u00a0\u2003 '],
  ['only control signs', '\u0000\u0007\u001b[31m\u007f'],
  ['only zero-width signs', '\u200b\u200c\u200d\u2060\ufeff'],
  ['signs that turn the direction round', '\u202eehcnul roov\u202c \u2066lunch\u2069 \u200f20 man'],
  ['only emoji', '🎂🍰👩‍👩‍👧‍👦🇳🇱❤️'],
  ['only signs', '?!… --- *** €€€ %%% ### ((('],
  ['half a surrogate', 'lunch \ud83c voor \udf82 20 man'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)> lunch voor <b>20</b> man'],
  ['markdown', '# lunch\n**voor** [20](javascript:alert(1)) man\n```js\nx\n```\n| a | b |'],
  ['JSON', '{"do":"show-supplier","supplier":"__proto__"}'],
  ['names that objects have of themselves', '__proto__ constructor toString hasOwnProperty valueOf prototype'],
  ['a pattern', '(.*)+$ [a-z]{999} \\d \\u0000 $& $1 %s'],
  ['another script', 'من يقدم غداء لعشرين شخصا؟ 谁能送午餐? Кто привезёт обед?'],
  ['digits of another script', 'lunch voor ٢٥ man en ２０ euro'],
  ['letters with very many accents', `l${'\u0301'.repeat(500)}unch`],
  ['one very long word', 'a'.repeat(LONG)],
  ['very many words', 'lunch '.repeat(LONG / 6)],
  ['very many digits', '1'.repeat(LONG)],
  ['very many groups of digits', '1.000'.repeat(LONG / 5)],
  ['very many numbers', '12 x 850 '.repeat(LONG / 9)],
  ['very many number words', 'honderd '.repeat(LONG / 8)],
  ['one endless number word', 'duizend'.repeat(LONG / 7)],
  ['very many dates', '26-11-2026 '.repeat(LONG / 11)],
  ['very many spaces', `lunch${' '.repeat(LONG)}voor 20`],
  ['very many names', 'The Colour Kitchen en '.repeat(LONG / 22)],
  ['a number that is too large', `${'9'.repeat(400)} euro voor 99999999999999999999 man`],
  ['a day that does not exist', '99-99-9999 31/02/2026 0000-00-00 32 december'],
  ['nothing much of anything', '0 euro voor 0 man, -5 personen, 0 x 0'],
];

describe('a text that nobody expects', () => {
  it.each(odd)('is read: %s', (_what, text) => {
    const { slots } = read(text, lexicon, { today: TODAY });
    expect(Slots.safeParse(slots).error?.issues ?? []).toEqual([]);
  });

  it.each(odd)('is answered: %s', async (_what, text) => {
    const { text: said, suppliers } = await answerTo(text);
    expect(said.length).toBeGreaterThan(10);
    expect(said.length).toBeLessThan(20_000);
    expect(suppliers.length).toBeLessThanOrEqual(3);
  });

  it.each(['', ' \n ', '\u200b', '🎂', '?!'])(
    'without a word in it leads to a question, and to no supplier: "%s"',
    async (text) => {
      expect(await answerTo(text)).toMatchObject({ status: 'clarify', suppliers: [], sources: [] });
    },
  );

  it('gets no markup of its own back', async () => {
    const { text } = await answerTo('wie levert <script>alert(1)</script> voor 20 man');
    expect(text).not.toMatch(/<script/i);
  });

  it('means the same with signs in it that nobody sees', () => {
    const plain = read('Wie levert lunch voor 25 man op 26 november?', lexicon, { today: TODAY });
    const hidden = read('\ufeffWie le\u200bvert lunch\u00a0voor 2\u20605 man op 26 nov\u00adember?\u202c', lexicon, {
      today: TODAY,
    });
    expect(hidden.slots).toEqual(plain.slots);
  });

  const pieces = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'lunch',
        'voor',
        '25 man',
        '€ 1.500',
        '1,5',
        'tienduizend',
        'x',
        'euro',
        '26 november',
        'volgende week',
        'The Colour Kitchen',
        'pp',
        'btw',
        'in Overvecht',
        ' ',
        '.',
        'tot',
        'of',
        '12',
        'k',
      ),
    },
  );
  const texts = fc
    .array(pieces, { maxLength: 12 })
    .chain((parts) => fc.constantFrom('', ' ').map((between) => parts.join(between)));

  it(`never breaks the reading, whatever it is (seed ${seed})`, async () => {
    await holdsFor(
      texts,
      (text) => expect(Slots.safeParse(read(text, lexicon, { today: TODAY }).slots).success).toBe(true),
      3000,
    );
  });

  it(`never breaks the bot, and always means the same (seed ${seed})`, async () => {
    await holdsFor(texts, async (text) => expect(await answerTo(text)).toEqual(await answerTo(text)), 150);
  });
});
