import { describe, expect, it } from 'vitest';
import { texts } from '../../src/texts/texts.ts';
import { chat, openModel } from './openai/model.ts';
import { inFolderOfItsOwn } from './program.ts';

const { impact, impactBeside, fileWith } = inFolderOfItsOwn();

describe('impact --llm', () => {
  it.each([
    ['ask', ['ask', '--llm', 'Wat is social return?']],
    ['eval', ['eval', '--llm', fileWith('set.jsonl', [{ question: 'hoi' }])]],
  ])('%s with no language model set says what to fill in, and ends with 2', (_, args) => {
    const { status, out, err } = impact(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('--llm: er is geen taalmodel ingesteld');
    for (const name of ['OPENAI_API_KEY', 'OPENAI_MODEL', 'OPENAI_BASE_URL', 'AZURE_OPENAI_DEPLOYMENT'])
      expect(err).toContain(name);
  });

  it('answers all the same when the model that is set is away', () => {
    const env = { OPENAI_API_KEY: 'key', OPENAI_MODEL: 'model', OPENAI_BASE_URL: 'http://127.0.0.1:20009/v1' };
    const { status, out } = impact(['ask', '--llm', 'Wat is social return?'], { env });
    expect(status).toBe(0);
    expect(out).toMatch(/^Bron: /m);
  });

  it('words an answer with a model, says that AI did, and lets it see no name', async () => {
    const model = await openModel();
    try {
      const article = 'social-return';
      const text =
        'Bij social return vraagt de gemeente een opdrachtnemer om iets sociaals terug te doen. Het percentage van nu kennen wij niet.';
      model.says(() => ({ body: chat({ content: JSON.stringify({ text, cites: [article] }) }) }));
      const env = { OPENAI_API_KEY: 'key', OPENAI_MODEL: 'model', OPENAI_BASE_URL: model.wireUrl };
      const { out } = await impactBeside(['ask', '--llm', 'Wat is social return? Groet, jan.de.vries@utrecht.nl'], {
        env,
      });
      expect(out).toContain(text);
      expect(out).toContain(texts.nl.wordedByModel);
      expect(out).toMatch(/^Bron: /m);
      expect(JSON.stringify(model.heard)).toContain(article);
      expect(JSON.stringify(model.heard)).not.toContain('vries');
    } finally {
      await model.stop();
    }
  });
});
