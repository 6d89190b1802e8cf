import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../adapters/documents/documents.ts';
import { suppliersOf } from '../src/basis.ts';
import { explainCase } from '../src/journeys/case.ts';
import { compile, type Library } from '../src/knowledge/compile.ts';
import { canonical, type Receipt, recomputed, sealed } from '../src/receipt.ts';
import { receiptText, verifyCard } from '../src/receipt-text.ts';
import type { Decision } from '../src/rules/decide.ts';
import type { Facts } from '../src/rules/facts.ts';
import { whole } from './support/cases.ts';
import { TODAY } from './support/day.ts';
import { knowledge, library } from './support/library.ts';
import { generated, holdsFor, seed } from './support/seed.ts';

const KEY = 'een sleutel voor de proef';
const documents = createDocuments();

type Made = { facts: Facts; decision: Decision; card: Receipt };
type Told = { language?: 'nl' | 'en'; key?: string | undefined; from?: Library };

/** A case that was decided, with its card. */
function made(facts: Facts, { language = 'nl', key, from = library }: Told = {}): Made {
  const decision = from.decide(facts, TODAY, suppliersOf(from.knowledge));
  if ('kind' in decision) throw new Error(`no rules on ${facts.date}`);
  const setting = { library: from, today: TODAY, documents, receiptKey: key };
  return { facts, decision, card: explainCase(facts, decision, language, setting).receipt };
}

const LUNCH: Facts = {
  kind: 'social-service',
  contract: 'no',
  amount: 600,
  vat: 'excluded',
  supplier: 'the-colour-kitchen',
  conflictOfInterest: 'no',
};

/** The three forms in which a card is given out. */
const forms = { data: canonical, text: receiptText, page: (card: Receipt) => documents.receipt(card).content };
type Form = keyof typeof forms;
const allForms = Object.keys(forms) as Form[];

/** What is said of a file in which this stands. */
const verified = (text: string, key?: string) => verifyCard(text, key, documents).kind;
const withoutSeal = ({ seal: _, ...rest }: Receipt): Omit<Receipt, 'seal'> => rest;
/** A key, or none. */
const keys = [KEY, undefined];

/** What people type, and what a page, a text or a file of data must not stumble over. */
const pieces = [
  ...['Bakker', ' ', 'ë', '€', '👩🏽‍🍳', '\n', '\r\n', '\u2028', '**', '[x](https://example.org)', '$&', '{', '`'],
  ...['<script>', '</script>', '<!--', '<b onclick=', '<', '>', '"', "'", '&', '&amp;', '\\', '\\u003c'],
  '<script type="application/json" id="receipt">{}</script>',
];
const typed = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.join(''))
  .filter((text) => text !== '' && !knowledge.suppliers.has(text));

describe(`cards of generated cases (seed ${seed})`, () => {
  const cards = generated(fc.tuple(whole, fc.constantFrom('nl', 'en'), fc.constantFrom(...keys)), 1000).map(
    ([facts, language, key]) => ({ ...made(facts, { language, key }), key }),
  );

  it('lead to the same decision when they are worked out again from their own copy', () => {
    for (const { facts, decision, card } of cards)
      expect({ facts, decision: recomputed(JSON.parse(canonical(card))) }).toEqual({ facts, decision });
    expect(new Set(cards.map(({ decision }) => decision.outcome)).size).toBeGreaterThan(10);
  });

  it('are good in every form as they were given, also with a line end behind them', () => {
    for (const { card, key } of cards.slice(0, 300))
      for (const form of allForms)
        for (const end of ['', '\n'])
          expect([form, end, verified(forms[form](card) + end, key)]).toEqual([form, end, 'good']);
  });

  it('show one changed byte wherever it is, in every form, with a key and without', () => {
    const places = fc.record({
      card: fc.integer({ min: 0, max: cards.length - 1 }),
      form: fc.constantFrom(...allForms),
      /** How far on, in thousandths. */
      at: fc.integer({ min: 0, max: 999 }),
      flip: fc.oneof(fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128), fc.integer({ min: 1, max: 255 })),
    });
    const tried = generated(places, 1000);
    for (const key of keys)
      for (const { card, form, at, flip } of tried) {
        const bytes = Buffer.from(forms[form](sealedAgain(cards[card]?.card as Receipt, key)));
        const place = Math.floor((at * bytes.length) / 1000);
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        expect({ form, place, flip, said: verified(bytes.toString(), key) }).not.toMatchObject({ said: 'good' });
      }
    for (const form of allForms) expect(tried.filter((one) => one.form === form).length).toBeGreaterThan(250);
    expect(new Set(tried.map(({ at }) => Math.floor(at / 100))).size).toBe(10);
  });

  it.each(allForms)('are good as %s whatever name a person typed', (form) =>
    holdsFor(
      fc.tuple(typed, fc.constantFrom(...keys)),
      ([supplier, key]) => {
        const { card } = made({ ...LUNCH, supplier }, { key });
        expect(verified(forms[form](card), key)).toBe('good');
      },
      300,
    ),
  );

  it('hold what a person typed as words alone: the page around it stays the same', () =>
    holdsFor(
      typed,
      (supplier) => {
        const page = forms.page(made({ ...LUNCH, supplier }).card);
        expect(tagsOf(page)).toEqual(tagsOf(forms.page(made({ ...LUNCH, supplier: 'Bakker om de hoek' }).card)));
      },
      300,
    ));
});

const sealedAgain = (card: Receipt, key: string | undefined) => sealed(withoutSeal(card), key);
const tagsOf = (page: string) => page.match(/<[^>]*>/g);

describe.each(allForms)('a card as %s', (form) => {
  const given = (key?: string, facts: Facts = LUNCH) => forms[form](made(facts, { key }).card);

  it('is not good when another key sealed it', () => {
    expect(verified(given(KEY), 'een andere sleutel dan die')).toBe('changed');
    expect(verified(given('een andere sleutel dan die'), KEY)).toBe('changed');
  });

  it('is not good without a key where one is set, so that a seal cannot be left off', () => {
    expect(verified(given(undefined), KEY)).toBe('not-keyed');
    expect(verified(given(undefined), undefined)).toBe('good');
  });

  it('cannot be looked at without the key that sealed it, and that is said', () => {
    expect(verified(given(KEY), undefined)).toBe('no-key');
  });

  it('whose seal only looks like one is not good', () => {
    const { card } = made(LUNCH, { key: KEY });
    const { seal: sound } = card;
    for (const seal of ['', 'hmac-sha256:', sound.replace(/.$/, 'é'), sound.toUpperCase(), `${sound}0`])
      for (const key of keys) expect(verified(forms[form]({ ...card, seal }), key)).not.toBe('good');
  });

  it('of which the copy was changed and sealed again with the right key leads elsewhere, and that is said', () => {
    const { card } = made(LUNCH, { key: KEY });
    const { copy } = card;
    const amounts = copy.amounts.map((one) => ({
      ...one,
      periods: one.periods.map((period) => ({ ...period, value: one.unit === 'euro' ? 500 : period.value })),
    }));
    const forged = sealed({ ...withoutSeal(card), copy: { ...copy, amounts } }, KEY);
    const found = verifyCard(forms[form](forged), KEY, documents);
    expect(found).toMatchObject({ kind: 'decides-otherwise', receipt: { decision: { outcome: 'direct' } } });
    if (found.kind === 'decides-otherwise') expect(found.decision?.outcome).not.toBe('direct');
  });

  it('of which the outcome was changed and sealed again leads elsewhere, and that is said', () => {
    const { card } = made({ ...LUNCH, amount: 12_000 }, { key: KEY });
    const forged = sealed({ ...withoutSeal(card), decision: { ...card.decision, outcome: 'direct' } }, KEY);
    expect(verifyCard(forms[form](forged), KEY, documents)).toMatchObject({
      kind: 'decides-otherwise',
      decision: { outcome: 'single-quote-advice' },
    });
  });

  it('stays good when the knowledge base changes, since it rests on its own copy', () => {
    const line = knowledge.amounts.get(knowledge.check.repeat.passes);
    if (!line) throw new Error('the check has no line');
    const periods = line.periods.map((period) => ({ ...period, value: 500 }));
    const changed = compile({
      ...knowledge,
      check: { ...knowledge.check, version: '2027-01' },
      amounts: new Map([...knowledge.amounts, [line.id, { ...line, periods }]]),
    });
    const [before, after] = [made(LUNCH, { key: KEY }), made(LUNCH, { key: KEY, from: changed })];
    expect([before.decision.outcome, after.decision.outcome]).toEqual(['direct', 'single-quote-advice']);
    expect([before.card.decision.ruleset, after.card.decision.ruleset]).toEqual([knowledge.check.version, '2027-01']);
    for (const { card } of [before, after]) expect(verified(forms[form](card), KEY)).toBe('good');
  });
});

describe('a card', () => {
  it('is not good when the data of another stand in it', () => {
    const [lunch, gift] = [made(LUNCH, { key: KEY }), made({ ...LUNCH, kind: 'goods', amount: 9000 }, { key: KEY })];
    for (const form of ['page', 'text'] as const) {
      const dataOf = ({ card }: Made) => {
        const data = canonical(card);
        return form === 'page' ? data.replaceAll('<', '\\u003c') : data;
      };
      const mixed = forms[form](lunch.card).replace(dataOf(lunch), () => dataOf(gift));
      expect(mixed).not.toBe(forms[form](lunch.card));
      expect([form, verified(mixed, KEY)]).toEqual([form, 'changed']);
    }
  });

  it('is not good with something before it or after it', () => {
    const { card } = made(LUNCH, { key: KEY });
    for (const form of allForms) {
      const whole = forms[form](card);
      for (const other of [` ${whole}`, `\ufeff${whole}`, `${whole} `, `${whole}\n\n\n`, `${whole}${whole}`])
        expect([form, verified(other, KEY)]).not.toEqual([form, 'good']);
    }
  });

  it('that is none, or of which a part is missing, cannot be read', () => {
    const text = receiptText(made(LUNCH).card);
    for (const none of ['', '{}', '[]', 'null', 'een brief', text.slice(0, -1), text.split('\n')[0] ?? ''])
      expect([none, verified(none)]).toEqual([none, 'unreadable']);
  });

  it('says when no key sealed it, and that it is sealed when one did', () => {
    const [keyed, plain] = [made(LUNCH, { key: KEY }).card, made(LUNCH).card];
    for (const form of ['page', 'text'] as const) {
      expect(forms[form](keyed)).toContain('Verzegeld');
      expect(forms[form](plain)).toContain('zonder sleutel');
    }
    expect(canonical(keyed)).not.toContain(KEY);
  });
});

describe('the page of a card', () => {
  const supplier = `<script>alert("1")</script> & 'Zoon' <img src="https://example.org/x">`;
  const page = forms.page(made({ ...LUNCH, supplier }).card);

  it('shows the name that a person typed, and runs nothing of it', () => {
    expect(page.match(/<script/gi)).toHaveLength(1);
    expect(page).toContain('<script type="application/json" id="receipt">');
    expect(page).not.toMatch(/<img/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Zoon&#39;');
  });

  it('asks nothing of any other computer', () => {
    for (const one of [page, forms.page(made(LUNCH).card)]) {
      const attributes = (tagsOf(one) ?? []).flatMap((tag) =>
        [...tag.matchAll(/\s([a-z-]+)="/gi)].map(([, name]) => name),
      );
      expect([...new Set(attributes)].toSorted()).toEqual(['charset', 'content', 'id', 'lang', 'name', 'type']);
      expect(one).not.toMatch(/<(link|iframe|object|embed|form|base|a)\b/i);
      expect(/<style>([^<]*)<\/style>/.exec(one)?.[1]).not.toMatch(/url\(|@import/);
    }
  });

  it('names its language and itself', () => {
    for (const language of ['nl', 'en'] as const) {
      const { card } = made(LUNCH, { language });
      expect(forms.page(card)).toContain(`<html lang="${language}">`);
      expect(forms.page(card)).toContain(`<title>${card.title}</title>`);
      expect(forms.page(card)).toContain(`<h1>${card.title}</h1>`);
    }
    expect(made(LUNCH, { language: 'en' }).card.title).toMatch(/^File card/);
  });

  it('is the same page, to the byte, every time', () => {
    const [one, other] = [made(LUNCH, { key: KEY }).card, made(LUNCH, { key: KEY }).card];
    expect(forms.page(one)).toBe(forms.page(other));
  });
});
