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
    for (const action of [
      { do: 'ask', text: '\ud800' },
      { do: 'answer', question: '\ud800', value: '\ud800' },
      { do: 'show-supplier', supplier: '\ud800' },
      { do: 'compare-suppliers', suppliers: ['a', '\ud800'] },
      { do: 'rate', answer: '\ud800', helpful: true },
      { do: 'rate-reason', answer: '\ud800', reason: '\ud800' },
    ]) {
      const turn = readTurn(posted({ kind: 'action', action, values: { '\ud800': '' } }), 's1');
      expect(turn?.input).toEqual(
        JSON.parse(
          JSON.stringify({ kind: 'action', action, values: { '\ud800': '' } }).replaceAll('\\ud800', '\ufffd'),
        ),
      );
    }
  });

  it('takes a form of twenty fields with four thousand characters each, and no larger one', () => {
    const values = (count: number, length: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, field) => [`f${field}`, 'a'.repeat(length)]));
    const sent = (count: number, length: number) =>
      readTurn(posted({ kind: 'action', action: { do: 'more-suppliers' }, values: values(count, length) }), 's1');
    expect(sent(20, 4000)).toBeDefined();
    expect(sent(21, 1)).toBeUndefined();
    expect(sent(1, 4001)).toBeUndefined();
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
