import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/errors.ts';
import { writtenLog } from '../../support/lines.ts';
import { holdsFor, seed } from '../../support/seed.ts';

/** What is written of this detail. */
function written(detail: string, secrets: readonly string[] = []): unknown {
  const { log, lines } = writtenLog({ secrets });
  log.warn('event', { detail });
  return lines()[0]?.detail;
}

describe('the log', () => {
  it('holds one JSON object a line: when, how bad, what happened, and its ids', () => {
    const { log, lines } = writtenLog();
    log.info('door-open', { turn: 't1', count: 3, new: true });
    const [line] = lines();
    expect(line).toEqual({ level: 30, time: expect.any(String), msg: 'door-open', turn: 't1', count: 3, new: true });
    expect(String(line?.time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each([
    ['info', ['a', 'b', 'c']],
    ['warn', ['b', 'c']],
    ['error', ['c']],
  ] as const)('from level %s on', (level, wanted) => {
    const { log, lines } = writtenLog({ level });
    log.info('a');
    log.warn('b');
    log.error('c', new Error('x'));
    expect(lines().map(({ msg }) => msg)).toEqual(wanted);
  });

  it('names an error, its code and what led to it, and where it came from, without a word of their messages', () => {
    const { log, text, lines } = writtenLog();
    const disk = Object.assign(new Error('geheim van Jan'), { code: 'ENOSPC' });
    log.error('turn-failed', new StoreError('geheim van Piet', { cause: disk }), { turn: 't1' });
    const [line] = lines();
    expect(line).toMatchObject({ error: 'StoreError < Error ENOSPC', turn: 't1', msg: 'turn-failed' });
    expect(String(line?.stack)).toMatch(/log\.test\.ts:\d+:\d+/);
    expect(text()).not.toContain('geheim');
  });

  it('takes no message for the place of an error, however much it looks like one', () => {
    const { log, text } = writtenLog();
    log.error('a', new Error('kapot\n    at geheim (file:///geheim.ts:1:1)\n    at file:///geheim.ts:2:2'));
    log.error('b', Object.assign(new Error('x'), { name: 'geheim van Jan', code: 'geheim van Piet' }));
    log.error('c', 'geheim');
    log.error('d', { message: 'geheim' });
    log.error('e', undefined);
    expect(text()).not.toContain('geheim');
  });

  it.each([
    'jan.jansen@utrecht.nl',
    'JAN+bot@Utrecht.Example.org',
    'jan%40utrecht.nl',
    'mailto:j@a.nl',
    'xoxb-1234567890-abcdefghij',
    'xapp-1-A111-222-abcdef',
    'Bearer abc.def-123',
    'authorization: Basic YWJjOmRlZg==',
    'sk-proj-abcdefgh12345678',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl',
    'postgres://impact:wachtwoord@localhost/impact',
  ])('writes no %s', (value) => {
    const seen = String(written(`voor ${value} na`));
    expect(seen).toMatch(/^voor .*\[(e-mail|token|login)\].* na$/);
    for (const part of ['jan', 'j@a', 'abc', '123', 'YWJ', 'wachtwoord'])
      expect(seen.toLowerCase()).not.toContain(part);
  });

  it('keeps ids of turns and places of files as they are', () => {
    for (const id of [
      '3f0c1a52-5f0e-4c3c-9d0a-0d4e6ad3e111',
      'Ev08MFMKH6',
      'file:///opt/node_modules/@hono/node-server/a.mjs:1:2',
    ])
      expect(written(id)).toBe(id);
  });

  it('writes no secret of the settings, whole or within something else, also when one holds another', () => {
    const secrets = ['kort-geheim-123', 'kort-geheim-123-en-meer'];
    expect(written('a kort-geheim-123-en-meer b kort-geheim-123 c', secrets)).toBe('a [secret] b [secret] c');
  });

  it('cuts what is long, and is not held up by it', () => {
    const start = performance.now();
    expect(String(written('a.'.repeat(500_000))).length).toBeLessThanOrEqual(201);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it(`writes no address or secret, wherever it stands (seed ${seed})`, () =>
    holdsFor(fc.tuple(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 })), ([before, after]) => {
      expect(written(`${before} mol@krtek.nl ${after}`)).not.toContain('mol@krtek');
      expect(written(`${before}hoogstgeheim${after}`, ['hoogstgeheim'])).not.toContain('hoogstgeheim');
    }));
});
