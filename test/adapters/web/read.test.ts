import { describe, expect, it } from 'vitest';
import { readTurn } from '../../../adapters/web/read.ts';

const id = '6f1c3e0a-3c57-4f0e-9c0a-0d6a4f1f2b11';
const posted = (input: unknown, more: object = {}) => ({ id, locale: 'nl', input, ...more });
const said = (text: string) => posted({ kind: 'text', text });

describe('reading what the page posts', () => {
  it('makes a turn of a text, said by the session', () => {
    expect(readTurn(said('Wat is een sociale onderneming?'), 's1')).toEqual({
      id,
      from: { id: 'web:s1', name: '' },
      at: { channel: 'web', id: 's1' },
      input: { kind: 'text', text: 'Wat is een sociale onderneming?' },
      locale: 'nl',
    });
  });

  it('makes a turn of a form, with what was filled in', () => {
    const input = { kind: 'action', action: { do: 'answer', question: 'amount' }, values: { amount: '600' } };
    expect(readTurn(posted(input), 's1')?.input).toEqual(input);
  });

  it('makes a turn of opening the page', () => {
    expect(readTurn(posted({ kind: 'opened' }, { locale: 'en' }), 's1')).toMatchObject({ locale: 'en' });
  });

  it.each(['', ' ', '\u200b', '\u0000\u0007', '\u202egnirts', '🙂🙂', '<b>vet</b>', '**vet**', 'a'.repeat(100_000)])(
    'leaves odd text to the bot: %j',
    (text) => {
      expect(readTurn(said(text), 's1')?.input).toEqual({ kind: 'text', text });
    },
  );

  it('replaces half a character, wherever it was typed', () => {
    expect(readTurn(said('a\ud800b'), 's1')?.input).toEqual({ kind: 'text', text: 'a\ufffdb' });
    const input = { kind: 'action', action: { do: 'answer', question: 'q' }, values: { q: '\udc00' } };
    expect(readTurn(posted(input), 's1')?.input).toMatchObject({ values: { q: '\ufffd' } });
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    {},
    { ...said('x'), id: '1' },
    { ...said('x'), id: undefined },
    { ...said('x'), locale: 'fr' },
    { ...said('x'), from: { id: 'somebody else', name: '' } },
    posted({ kind: 'text' }),
    posted({ kind: 'text', text: 3 }),
    posted({ kind: 'shout', text: 'x' }),
    posted({ kind: 'action', action: { do: 'delete-everything' }, values: {} }),
    posted({ kind: 'action', action: { do: 'answer', question: 'q', more: 1 }, values: {} }),
    posted({ kind: 'action', action: { do: 'more-suppliers' }, values: { q: 1 } }),
  ])('refuses what the page could not have sent: %j', (body) => {
    expect(readTurn(body, 's1')).toBeUndefined();
  });
});
