import { describe, expect, it } from 'vitest';
import type { Counted, Draft, Understood } from '../../src/ports.ts';
import { fakeAssistant, talk } from '../support/assistant.ts';
import { knowledge, library } from '../support/library.ts';

const WHAT = 'Wat is social return?';
const FAITHFUL: Draft = {
  text: 'Bij social return vraagt de gemeente een opdrachtnemer om iets sociaals terug te doen. Het percentage van nu kennen wij niet.',
  cites: ['social-return'],
};
const LOST = 'onze gasten moeten wat te smikkelen krijgen';
const FIRST = {
  check: 'mag ik lunch voor 600 euro bestellen?',
  request: 'plaats een aanvraag voor kerstpakketten',
  project: 'we gaan een gebouw slopen, 300 ton puin, kan dat socialer?',
};
const counting = () => {
  const counted: Counted[] = [];
  return { counted, meter: { count: (what: Counted) => void counted.push(what), acknowledged: () => undefined } };
};

describe('an explanation', () => {
  it('is worded by the model where that says the same, with all else the bot’s own', async () => {
    const model = fakeAssistant({ answer: async () => FAITHFUL });
    const { counted, meter } = counting();
    const [worded] = (await (await talk(library, { assistant: model, meter }))(WHAT)).replies;
    const [own] = (await (await talk(library))(WHAT)).replies;
    expect(worded?.wordedBy).toBe('model');
    expect(worded?.parts[0]).toEqual({ kind: 'text', text: FAITHFUL.text });
    expect(worded?.parts.slice(1)).toEqual(own?.parts.slice(1));
    expect(own?.wordedBy).toBe(undefined);
    expect(counted).toEqual([]);
  });

  it('goes to the model as the article that is told and what lies next to it, and nothing else', async () => {
    const model = fakeAssistant();
    await (await talk(library, { assistant: model }))(WHAT);
    const [{ text, passages = [] } = { text: '' }] = model.reached;
    expect(text).toBe(WHAT);
    expect(passages[0]?.id).toBe('social-return');
    expect(passages.length).toBeLessThanOrEqual(3);
    for (const { id } of passages) expect(knowledge.articles.has(id)).toBe(true);
    expect(passages.map((one) => one.text).join()).not.toContain('{bedrag');
  });

  it('shows the sources of what the model cites', async () => {
    const related = 'Het percentage van nu kennen wij niet.';
    const model = fakeAssistant({
      answer: async (_q, passages) => ({ text: related, cites: passages.map(({ id }) => id).slice(0, 2) }),
    });
    const [worded] = (await (await talk(library, { assistant: model }))(WHAT)).replies;
    const ids =
      worded?.parts.flatMap((part) => (part.kind === 'sources' ? part.sources.map(({ id }) => id) : [])) ?? [];
    const cited = (model.reached[0]?.passages ?? [])
      .slice(0, 2)
      .flatMap(({ id }) => knowledge.articles.get(id)?.sources ?? []);
    expect(worded?.wordedBy).toBe('model');
    expect(ids).toEqual(cited.map(({ source }) => source));
  });

  it.each<[string, Draft | undefined]>([
    ['gives none', undefined],
    ['cites nothing', { ...FAITHFUL, cites: [] }],
    [
      'turns it around',
      {
        ...FAITHFUL,
        text: 'Bij social return vraagt de gemeente een opdrachtnemer niet om iets sociaals terug te doen.',
      },
    ],
    ['names somebody else', { ...FAITHFUL, text: `${FAITHFUL.text} Vraag het Bakkerij Zonnestraal.` }],
  ])('keeps the bot’s own words where the model %s, and that is counted', async (_what, draft) => {
    const { counted, meter } = counting();
    const heard = await (await talk(library, { assistant: fakeAssistant({ answer: async () => draft }), meter }))(WHAT);
    expect(heard.replies).toEqual((await (await talk(library))(WHAT)).replies);
    expect(counted).toEqual(['fallbacks']);
  });

  it('comes in time in the bot’s own words where the model never answers', async () => {
    const never = () => new Promise<never>(() => undefined);
    const model = fakeAssistant({ answer: never, read: never });
    const says = await talk(library, { assistant: model, assistantLimits: { budget: 5, personPerHour: 1000 } });
    const took: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      const start = performance.now();
      const { replies } = await says(at % 2 ? WHAT : LOST);
      took.push(performance.now() - start);
      expect(replies[0]?.wordedBy).toBe(undefined);
    }
    expect(model.reached.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...took)).toBeLessThan(2500);
  });

  it('tells who waits that a model is asked, once a turn', async () => {
    const told: string[] = [];
    const model = fakeAssistant({ read: async () => ({ intent: 'policy', theme: 'circulaire-economie' }) });
    const says = await talk(library, { assistant: model, working: ({ id }) => void told.push(id) });
    await says('hallo', { place: 'a' });
    await says(WHAT, { place: 'b' });
    await says(LOST, { place: 'c' });
    expect(model.reached).toHaveLength(3);
    expect(told).toEqual(['b', 'c']);
  });
});

describe('a text that words could not place', () => {
  const heard = async (understood: Understood | undefined, text = LOST) => {
    const model = fakeAssistant({ read: async () => understood });
    return { model, ...(await (await talk(library, { assistant: model }))(text)) };
  };

  it('is out of scope without a model', async () => {
    expect((await (await talk(library))(LOST)).made).toMatchObject({ intent: 'out-of-scope', status: 'refused' });
  });

  it('is read by the model in our own lists, and asked back: one press searches for it', async () => {
    const { made, replies, model } = await heard({ intent: 'find-supplier', category: 'catering', diet: ['halal'] });
    expect(made).toMatchObject({ intent: 'find-supplier', status: 'clarify', suppliers: [] });
    expect(made.understood).toMatchObject({ category: 'catering', diet: ['halal'] });
    expect(model.reached[0]?.vocabulary?.categories.map(({ id }) => id)).toContain('catering');
    const [button] = replies[0]?.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])) ?? [];
    const found = await (await talk(library))(button?.label ?? '');
    expect(found.made).toMatchObject({ intent: 'find-supplier', status: 'answered' });
    expect(found.made.understood).toMatchObject({ category: 'catering', diet: ['halal'] });
  });

  it('leads to no supplier, whatever a model that lies makes of what is not ours', async () => {
    const liar = fakeAssistant({ read: async () => ({ intent: 'find-supplier', category: 'catering' }) });
    const says = await talk(library, { assistant: liar });
    for (const text of ['asdf qwer zxcv', 'mijn goudvis zwemt achterstevoren', LOST])
      expect((await says(text)).made.suppliers).toEqual([]);
    expect(liar.reached.length).toBeGreaterThan(0);
  });

  it('finds the article of the theme that the model heard', async () => {
    const { text, made } = await heard({ intent: 'policy', theme: 'circulaire-economie' });
    expect(made).toMatchObject({ intent: 'policy', status: 'answered' });
    expect(text).toContain('circulaire');
  });

  it.each<[string, Understood | undefined]>([
    ['nothing', undefined],
    ['an intent that is none of ours', { intent: 'delete-everything', category: 'catering' }],
    ['an intent that posts', { intent: 'post-request', category: 'catering' }],
    ['a category that does not exist', { intent: 'find-supplier', category: 'wapens' }],
    ['that it is not ours', { intent: 'out-of-scope' }],
    ['rubbish', { intent: 3, category: null, diet: 'halal' } as never],
  ])('stays out of scope where the model hears %s', async (_what, understood) => {
    expect((await heard(understood)).replies).toEqual((await (await talk(library))(LOST)).replies);
  });

  it('is told the rules and offered the check where the model hears a purchase; nothing is decided or begun', async () => {
    const model = fakeAssistant({
      read: async () => ({ intent: 'check', category: 'catering' }),
      answer: async (_question, [first]) => ({
        text: first?.text.split('\n')[2] ?? '',
        cites: first ? [first.id] : [],
      }),
    });
    const { made, text, replies } = await (await talk(library, { assistant: model }))(LOST);
    expect(replies[0]?.wordedBy).toBe(undefined);
    expect(made.intent).toBe('check');
    expect(text).toContain('Doe de check');
    expect(
      replies[0]?.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons.map(({ action }) => action.do) : [])),
    ).toContain('start');
  });

  it('keeps to the words that were understood', async () => {
    const { made } = await heard(
      { intent: 'find-supplier', category: 'catering', area: 'zuilen' },
      `${LOST} in Overvecht`,
    );
    expect(made.understood.area).not.toBe('zuilen');
  });

  it.each(['ik heb een klacht over een smikkelaar', 'hoe laat gaat de trein naar de smikkelaar'])(
    'is not read where it surely is not ours: %s',
    async (text) => {
      const { model, made } = await heard({ intent: 'find-supplier', category: 'catering' }, text);
      expect(made.status).toBe('refused');
      expect(model.reached).toEqual([]);
    },
  );

  it('is not read while a question of the check, of a request or of a project is open', async () => {
    const model = fakeAssistant({ read: async () => ({ intent: 'find-supplier', category: 'catering' }) });
    const says = await talk(library, { assistant: model });
    const plain = await talk(library);
    for (const place of ['check', 'request', 'project'] as const) {
      const first = FIRST[place];
      for (const text of [first, LOST])
        expect((await says(text, { place })).replies).toEqual((await plain(text, { place })).replies);
    }
    expect(model.reached).toEqual([]);
  });
});
