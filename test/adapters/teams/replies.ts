import fc from 'fast-check';
import type { Action } from '../../../src/action.ts';
import { fileOf, fileTypes } from '../../../src/file.ts';
import type { Button, Field, Part, Reply } from '../../../src/reply.ts';
import { picture } from '../../support/replies.ts';

/** Pieces that a screen could take for something else than text. */
const odd = fc.constantFrom(
  '<at>Ann</at>',
  '<script>alert(1)</script>',
  '[klik](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[klik](https://google.com@evil.example)',
  '**vet**',
  '# kop',
  '- punt',
  '1. punt',
  '{"type":"AdaptiveCard"}',
  '$(name)',
  '{{DATE(2026-01-01)}}',
  '\u202Eomgekeerd',
  '\ud800',
  '&lt;b&gt;',
  '`code`',
  '🙂',
  '\u0000\u0007',
);
const said = fc
  .array(fc.oneof(odd, fc.string({ maxLength: 30, unit: 'grapheme' }), fc.constantFrom('\n', '\n\n', ' ')), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));
const long = fc.tuple(said, fc.integer({ min: 1, max: 80 })).map(([text, times]) => `${text} woord`.repeat(times));
export const anyText = fc.oneof({ weight: 9, arbitrary: said }, { weight: 1, arbitrary: long });
const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);

const action: fc.Arbitrary<Action> = fc.oneof(
  said.map((text) => ({ do: 'ask' as const, text: text.slice(0, 500).toWellFormed() })),
  fc.tuple(id, fc.option(id, { nil: undefined })).map(([question, value]) => ({
    do: 'answer' as const,
    question,
    ...(value === undefined ? {} : { value }),
  })),
  fc
    .constantFrom('back', 'again', 'stop', 'suppose', 'change', 'keep')
    .map((step) => ({ do: 'check' as const, step }) as const),
  id.map((supplier) => ({ do: 'show-supplier' as const, supplier })),
  fc.array(id, { minLength: 2, maxLength: 3 }).map((suppliers) => ({ do: 'compare-suppliers' as const, suppliers })),
  fc.tuple(id, fc.boolean()).map(([answer, helpful]) => ({ do: 'rate' as const, answer, helpful })),
  fc.constant({ do: 'more-suppliers' as const }),
);

const button: fc.Arbitrary<Button> = fc
  .tuple(said, action, fc.constantFrom('primary', 'danger', undefined))
  .map(([label, carried, style]) => ({ label: label || 'Ja', action: carried, ...(style ? { style } : {}) }) as Button);

const field: fc.Arbitrary<Field> = fc
  .record({
    id,
    label: said.map((label) => label || 'Veld'),
    kind: fc.constantFrom('text', 'long-text', 'choice'),
    required: fc.boolean(),
    value: fc.option(said, { nil: undefined }),
    error: fc.option(said, { nil: undefined }),
    choices: fc.array(fc.record({ value: id, label: said }), { minLength: 1, maxLength: 12 }),
  })
  .map(
    ({ value, error, choices, ...rest }) =>
      ({
        ...rest,
        ...(rest.kind === 'choice' ? { choices } : {}),
        ...(value === undefined ? {} : { value }),
        ...(error === undefined ? {} : { error }),
      }) as Field,
  );

const address = fc.constantFrom(
  'https://www.utrecht.nl/a',
  'http://example.org/',
  'javascript:alert(1)',
  'https://a@evil.example/',
  undefined,
);

const part: fc.Arbitrary<Part> = fc.oneof(
  anyText.map((text) => ({ kind: 'text' as const, text })),
  fc
    .record({ title: said, lead: said, facts: fc.array(fc.record({ label: said, value: anyText }), { maxLength: 6 }) })
    .map((facts) => ({ kind: 'facts' as const, ...facts })),
  fc.array(button, { minLength: 1, maxLength: 8 }).map((buttons) => ({ kind: 'buttons' as const, buttons })),
  fc
    .tuple(fc.uniqueArray(field, { minLength: 1, maxLength: 5, selector: (one) => one.id }), button)
    .map(([fields, submit]) => ({ kind: 'form' as const, fields, submit })),
  fc.record({ name: said, type: fc.constantFrom(...fileTypes) }).map(({ name, type }) => ({
    kind: 'file' as const,
    file: fileOf(name || 'kaart', type, 'x'),
  })),
  anyText.map((alt) => ({ kind: 'image' as const, file: picture, alt })),
  fc
    .array(
      fc.record({
        id,
        title: said,
        at: fc.option(said, { nil: undefined }),
        url: address,
        remark: fc.option(said, { nil: undefined }),
      }),
      {
        maxLength: 25,
      },
    )
    .map((sources) => ({
      kind: 'sources' as const,
      sources: sources.map(({ at, url, remark, ...rest }) => ({
        ...rest,
        ...(at === undefined ? {} : { at }),
        ...(url === undefined ? {} : { url }),
        ...(remark === undefined ? {} : { remark }),
      })),
    })),
);

export const anyReply: fc.Arbitrary<Reply> = fc
  .record({
    language: fc.constantFrom('nl', 'en'),
    parts: fc.array(part, { maxLength: 8 }),
    replaces: fc.boolean(),
    model: fc.boolean(),
  })
  .map(
    ({ language, parts, replaces, model }) =>
      ({
        language,
        parts,
        ...(replaces ? { replaces: 'pressed-message' } : {}),
        ...(model ? { wordedBy: 'model' } : {}),
      }) as Reply,
  );

export { action as anyAction };
