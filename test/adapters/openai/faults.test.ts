import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { long } from '../../support/long.ts';
import { assistantAt, chat, draft, openModel, passages } from './model.ts';

const QUESTIONS = long ? 200 : 5;
/** In its long form the budget is the real one. */
const BUDGET = long ? 2000 : 400;
const AT_ONCE = 20;
/** What a person may wait, when the machine is busy too. */
const LONGEST_WAIT = 2500;

const model = await openModel();
const nobody = await closedPort();

const addresses = {
  'is down': `http://127.0.0.1:${nobody}/v1`,
  'is slow': model.url,
  hangs: model.faultUrl('hangs'),
  'wants no more questions (429)': model.url,
  'has an error of its own (500)': model.url,
  'is cut off': model.faultUrl('is cut off'),
  'talks nonsense': model.url,
  'says nothing': model.faultUrl('says nothing'),
  'answers in another form': model.url,
  'gives its answer drop by drop': model.faultUrl('gives its answer drop by drop'),
  'says an empty text of no kind': model.faultUrl('says an empty text of no kind'),
  'shows a page to sign in': model.faultUrl('shows a page to sign in'),
  'sends on to elsewhere': model.faultUrl('sends on to elsewhere'),
};

beforeAll(() => {
  const content = JSON.stringify(draft);
  model.mock
    .on({ model: 'good' }, { content })
    .on({ model: 'is slow' }, { content }, { chaos: { latencyMs: 20_000 } })
    .on({ model: /429/ }, { error: { message: 'slow down', code: 'rate_limit_exceeded' }, status: 429, retryAfter: 30 })
    .on({ model: /500/ }, { error: { message: 'oops' }, status: 500 })
    .on({ model: 'talks nonsense' }, { content }, { chaos: { malformedRate: 1 } })
    .on({ model: 'answers in another form' }, { content: '{"words":3}' });
});
afterAll(() => model.stop());

describe(`a language model that misbehaves (${QUESTIONS} questions, ${BUDGET} ms each)`, () => {
  it.each(Object.entries(addresses))('keeps nobody waiting when it %s', async (fault, url) => {
    const times: number[] = [];
    for (let done = 0; done < QUESTIONS; done += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, QUESTIONS - done) }, async (_, at) => {
        // Each has a breaker of its own, so that each is really asked.
        const { assistant, written } = assistantAt(url, { model: fault, budget: BUDGET });
        const from = performance.now();
        const answer = await assistant.answer(`vraag ${at}`, passages, 'nl');
        times.push(performance.now() - from);
        expect(answer).toBeUndefined();
        expect(written.lines().map(({ msg }) => msg)).toEqual(['model-failed']);
      });
      await Promise.all(some);
    }
    const late = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1];
    expect(times).toHaveLength(QUESTIONS);
    expect(late).toBeLessThan(LONGEST_WAIT);
  });

  it('is let go of: no question is left on the line', async () => {
    const { assistant } = assistantAt(model.faultUrl('hangs'), { budget: BUDGET });
    const asked = assistant.answer('vraag', passages, 'nl');
    await expect.poll(() => model.open.size).toBeGreaterThan(0);
    await asked;
    await expect.poll(() => model.open.size).toBe(0);
  });

  it('is not followed to another address', () => {
    expect(model.heard.filter(({ path }) => path.startsWith('/fault/elsewhere/'))).toEqual([]);
  });

  it('is asked once for a question, and not again on its own terms', async () => {
    const { assistant } = assistantAt(model.url, { model: 'only once (500)' });
    expect(await assistant.answer('vraag', passages, 'nl')).toBeUndefined();
    const asked = model.mock.getRequests().filter(({ body }) => JSON.stringify(body).includes('only once'));
    expect(asked).toHaveLength(1);
  });
});

describe('a language model that works', () => {
  it('words an answer from the passages it is given', async () => {
    const { assistant, written } = assistantAt(model.url);
    expect(await assistant.answer('wat is dat?', passages, 'nl')).toEqual(draft);
    expect(written.lines()).toEqual([]);
  });

  it.each<[string, object, string?]>([
    ['it declines', { content: null, refusal: 'I cannot help with that.' }],
    ['its answer was cut for its length', { content: '{"text":"Zo’n onderneming' }, 'length'],
    ['its answer was cut and looks whole', { content: JSON.stringify(draft) }, 'length'],
    ['its answer was filtered', { content: '' }, 'content_filter'],
    ['it does not know', { content: '{"text":"","cites":[]}' }],
    ['it cites nothing', { content: '{"text":"Dat is zo.","cites":[]}' }],
  ])('and gives no answer is asked again the next time: %s', async (_, message, reason) => {
    model.says(() => ({ body: chat(message, reason) }));
    const { assistant, written } = assistantAt(model.wireUrl);
    for (let at = 0; at < 7; at++) expect(await assistant.answer('vraag', passages, 'nl')).toBeUndefined();
    expect(written.lines().filter(({ msg }) => msg !== 'model-declined')).toEqual([]);
  });

  it('and refuses a text with an error, as Azure does, is asked again the next time', async () => {
    model.says(() => ({ status: 400, body: { error: { message: 'filtered', code: 'content_filter' } } }));
    const { assistant, written } = assistantAt(model.wireUrl);
    for (let at = 0; at < 7; at++) await assistant.answer('vraag', passages, 'nl');
    expect(new Set(written.lines().map(({ msg }) => msg))).toEqual(new Set(['model-declined']));
  });

  it.each<[string, unknown]>([
    ['it cites a passage that it was not given', chat({ content: '{"text":"Ja.","cites":["elders"]}' })],
    ['it calls a tool', chat({ content: null, tool_calls: [{ id: '1', function: { name: 'x', arguments: '{}' } }] })],
    ['it offers no choice', { choices: [] }],
    ['it answers with a list', []],
    ['its text is a number', chat({ content: '{"text":7,"cites":["drempel"]}' })],
    ['its text has no end', chat({ content: JSON.stringify({ text: 'x'.repeat(9000), cites: ['drempel'] }) })],
  ])('in a form that was not asked gives no answer: %s', async (_, body) => {
    model.says(() => ({ body }));
    const { assistant, written } = assistantAt(model.wireUrl);
    expect(await assistant.answer('vraag', passages, 'nl')).toBeUndefined();
    expect(written.lines().map(({ msg }) => msg)).toEqual(['model-failed']);
  });
});

describe('a language model that is dead', () => {
  it('is tried once a minute after five failures, over 1,000 questions, and used again once it lives', async () => {
    let now = 0;
    let alive = false;
    const asked: number[] = [];
    model.says(() => {
      asked.push(now);
      return alive ? { body: chat({ content: JSON.stringify(draft) }) } : { status: 503, body: {} };
    });
    const { assistant, written } = assistantAt(model.wireUrl, { now: () => now });
    for (let at = 0; at < 1000; at++) {
      now += 700;
      expect(await assistant.answer('vraag', passages, 'nl')).toBeUndefined();
    }
    const probes = asked.slice(4).map((at, nth, all) => at - (all[nth - 1] ?? 0));
    expect(asked.length).toBeGreaterThan(10);
    expect(probes.slice(1).filter((pause) => pause < 60_000)).toEqual([]);
    expect(written.lines().filter(({ msg }) => msg === 'model-rests')).toHaveLength(1);

    alive = true;
    now += 60_000;
    expect(await assistant.answer('vraag', passages, 'nl')).toEqual(draft);
    expect(await assistant.answer('vraag', passages, 'nl')).toEqual(draft);
    expect(written.lines().at(-1)).toMatchObject({ msg: 'model-back' });
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
