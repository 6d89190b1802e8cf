import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectIn } from '../../../adapters/openai/json.ts';
import { saidInChat, saidInResponses } from '../../../adapters/openai/said.ts';
import { draftOf, understoodOf } from '../../../adapters/openai/shapes.ts';
import { holdsFor, seed } from '../../support/seed.ts';
import { passages } from './model.ts';

const ids = ['catering', 'constructor', '__proto__'];
const list = ids.map((id) => ({ id, means: id }));
const vocabulary = { intents: list, categories: list, areas: [], diets: list, themes: list };
const anything = fc.oneof(
  fc.jsonValue(),
  fc.record({
    choices: fc.array(fc.record({ finish_reason: fc.jsonValue(), message: fc.jsonValue() })),
    output: fc.array(fc.record({ type: fc.constantFrom('message', 'x'), content: fc.jsonValue() })),
  }),
);
const almost = fc.record(
  {
    text: fc.oneof(fc.string(), fc.jsonValue()),
    cites: fc.oneof(fc.array(fc.constantFrom('drempel', 'elders')), fc.jsonValue()),
    intent: fc.oneof(fc.constantFrom(...ids, 'x'), fc.jsonValue()),
    area: fc.jsonValue(),
    diet: fc.oneof(fc.array(fc.constantFrom(...ids, 'x')), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

describe(`whatever a server answers (seed ${seed})`, () => {
  it('is a text, a refusal or senseless, and nothing breaks', () =>
    holdsFor(anything, (body) => {
      for (const said of [saidInChat(body), saidInResponses(body)])
        expect(['text', 'declined', 'senseless']).toContain(said.kind);
    }));

  it('holds an object or none, however it is wrapped', () =>
    holdsFor(fc.tuple(fc.string(), almost, fc.string()), ([before, made, after]) => {
      objectIn(before);
      const [plain, wrapped] = [before.replace(/[{}]/g, ''), after.replace(/[{}]/g, '')];
      expect(objectIn(`${plain}${JSON.stringify(made)}${wrapped}`)).toEqual(JSON.parse(JSON.stringify(made)));
    }));

  it('cites nothing that was not given, and means nothing that is not in the lists', () =>
    holdsFor(almost, (made) => {
      const said = draftOf(passages).read(made);
      for (const id of said?.cites ?? []) expect(passages.map((passage) => passage.id)).toContain(id);
      const { intent, diet = [], area, ...more } = understoodOf(vocabulary).read(made) ?? {};
      expect([area, more]).toEqual([undefined, {}]);
      for (const id of [...(intent === undefined ? [] : [intent]), ...diet]) expect(ids).toContain(id);
    }));
});
