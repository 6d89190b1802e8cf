import { describe, expect, it } from 'vitest';
import { inFolderOfItsOwn } from './program.ts';

const { impact, fileWith } = inFolderOfItsOwn();

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
});
