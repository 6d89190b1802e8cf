import fc from 'fast-check';
import { Action } from '../../src/action.ts';
import { type FileRef, fileOf, XLSX } from '../../src/file.ts';
import type { Button, Field, Part, Reply } from '../../src/reply.ts';
import { moveNames } from '../../src/requests/moves.ts';

/** What people type, and what somebody could type to get more than they may. */
const HOSTILE = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|general>',
  '<https://evil.example|bank>',
  '[bank](javascript:alert(1))',
  '[bank](https://user:pass@evil.example)',
  '*vet* _schuin_ ~weg~ `code`',
  '&lt;!channel&gt;',
  ':tada:',
  '> citaat',
  '**half',
  '\u202eomgekeerd',
  '\ud800',
  '\u0000',
  '<b>html</b>',
];
const words = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.lorem({ maxCount: 12, mode: 'sentences' }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));
const label = fc.oneof(fc.lorem({ maxCount: 3 }), line).map((text) => (text.trim() === '' ? 'een' : text));
const paragraph = fc.oneof(
  line,
  fc.array(line, { minLength: 1, maxLength: 8 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 8 })
    .map((items) => items.map((item, at) => `${at + 1}. ${item}`).join('\n')),
  fc.tuple(line, line).map(([one, two]) => `**${one}** [${two}](https://www.utrecht.nl/a?b=c&d=e)`),
  fc.integer({ min: 500, max: 6000 }).map((count) => 'Heel lang. '.repeat(count / 11)),
);
export const hostileText: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 6 })
  .map((some) => some.join('\n\n'));

const ref = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
);
/** Every kind of action that there is. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  hostileText.map((text): Action => ({ do: 'ask', text: text.slice(0, 500).toWellFormed() })),
  fc.record({ do: fc.constant('answer' as const), question: ref, value: ref }),
  fc.record({ do: fc.constant('answer' as const), question: ref }),
  fc.constant<Action>({ do: 'start', journey: 'check' }),
  fc.constantFrom<Action>(
    ...(['back', 'again', 'stop', 'suppose', 'change', 'keep'] as const).map((step) => ({
      do: 'check' as const,
      step,
    })),
  ),
  fc.record({ do: fc.constant('ask-confirmation' as const), supplier: ref }),
  fc.record({ do: fc.constant('answer-confirmation' as const), confirmation: ref }),
  fc.record({ do: fc.constant('show-receipt' as const), receipt: ref }),
  fc.constant<Action>({ do: 'more-suppliers' }),
  fc.record({ do: fc.constant('show-supplier' as const), supplier: ref }),
  fc.record({
    do: fc.constant('compare-suppliers' as const),
    suppliers: fc.array(
      ref.map((id) => id.slice(0, 60).toWellFormed()),
      { minLength: 2, maxLength: 3 },
    ),
  }),
  fc.record({ do: fc.constant('browse-category' as const), category: ref }),
  fc.record({ do: fc.constant('ask-person' as const), about: ref }),
  fc.record({ do: fc.constant('rate' as const), answer: ref, helpful: fc.boolean() }),
  fc.constantFrom<Action>({ do: 'my-data' }, { do: 'my-data', download: true }),
  fc.constantFrom<Action>({ do: 'forget-me' }, { do: 'forget-me', sure: true }),
  fc.record({ do: fc.constant('rate-reason' as const), answer: ref, reason: ref }),
  fc.constant<Action>({ do: 'start', journey: 'requests' }),
  fc.record({
    do: fc.constant('request' as const),
    step: fc.constantFrom('change' as const, 'fill' as const, 'post' as const, 'stop' as const),
  }),
  fc.record({ do: fc.constant('move' as const), request: ref, move: fc.constantFrom(...moveNames) }),
  fc.record({
    do: fc.constant('commission' as const),
    step: fc.constantFrom('change', 'fill', 'all', 'summary', 'levels', 'reason', 'stop' as const),
  }),
  fc.record({ do: fc.constant('calendar' as const), step: fc.constantFrom('fill' as const, 'remind', 'unremind') }),
  fc.record({ do: fc.constant('choose-level' as const), level: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constantFrom('show-request' as const, 'mute-request' as const), request: ref }),
  fc.record({ do: fc.constant('experience' as const), request: ref, again: fc.boolean() }),
  fc.record({
    do: fc.constant('request-paper' as const),
    request: ref,
    paper: fc.constantFrom('proof' as const, 'mail' as const),
  }),
  fc.constantFrom<Action>({ do: 'monthly' }, { do: 'monthly', stop: true }),
  fc.record({
    do: fc.constant('figures' as const),
    what: fc.constantFrom('report' as const, 'xlsx' as const, 'csv' as const),
    from: fc.constant('2026-09-01'),
    to: fc.constant('2026-09-30'),
  }),
  fc.constantFrom<Action>({ do: 'my-requests' }, { do: 'my-requests', page: 2 }),
  fc.constantFrom<Action>(
    { do: 'announce-here' },
    { do: 'announce-here', category: 'catering' },
    { do: 'announce-here', takes: 'questions', stop: true },
  ),
  fc.constantFrom<Action>(
    { do: 'hand-over', step: 'ask' },
    { do: 'hand-over', step: 'send' },
    { do: 'hand-over', step: 'leave' },
  ),
  fc.record({ do: fc.constantFrom('answer-question' as const, 'note-question' as const), question: ref }),
);

/** An action of which nothing is known to the schema would be one that no test here tries. */
export function kindsOfAction(): string[] {
  return Action.options.map(({ shape }) => shape.do.value);
}

const button: fc.Arbitrary<Button> = fc
  .record({ label, action: anyAction })
  .chain((one) => fc.constantFrom<Button>(one, { ...one, style: 'primary' }, { ...one, style: 'danger' }));
const choices = fc
  .array(label, { minLength: 1, maxLength: 30 })
  .map((labels) => labels.map((one, at) => ({ value: `keuze-${at}`, label: one })));
const field: fc.Arbitrary<Field> = fc
  .record({
    kind: fc.constantFrom('text' as const, 'long-text' as const, 'choice' as const),
    label,
    required: fc.boolean(),
    choices,
    value: fc.oneof(fc.constant('keuze-0'), hostileText),
    error: fc.option(label, { nil: undefined }),
  })
  .map(({ choices: some, error, ...one }) => ({
    ...one,
    id: 'field',
    ...(one.kind === 'choice' ? { choices: some } : {}),
    ...(error ? { error } : {}),
  }));
const url = fc.constantFrom(
  'https://www.utrecht.nl/',
  'https://www.utrecht.nl/a|b?c=<d>&e',
  'javascript:alert(1)',
  'nergens',
);

/** The smallest picture there is: one dot. */
export const picture: FileRef = {
  name: 'kansen.png',
  type: 'image/png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};

const part: fc.Arbitrary<Part> = fc.oneof(
  hostileText.map((text): Part => ({ kind: 'text', text })),
  fc
    .record({
      title: label,
      lead: fc.option(hostileText, { nil: undefined }),
      facts: fc.array(fc.record({ label, value: line }), { maxLength: 12 }),
    })
    .map(({ lead, ...one }): Part => ({ kind: 'facts', ...one, ...(lead ? { lead } : {}) })),
  fc.array(button, { minLength: 1, maxLength: 30 }).map((buttons): Part => ({ kind: 'buttons', buttons })),
  fc.record({ answer: ref, good: label, bad: label }).map(
    ({ answer, good, bad }): Part => ({
      kind: 'buttons',
      buttons: [
        { label: good, action: { do: 'rate', answer, helpful: true } },
        { label: bad, action: { do: 'rate', answer, helpful: false } },
      ],
    }),
  ),
  fc.record({ fields: fc.array(field, { minLength: 1, maxLength: 6 }), submit: button }).map(
    ({ fields, submit }): Part => ({
      kind: 'form',
      fields: fields.map((one, at) => ({ ...one, id: `field-${at}` })),
      submit,
    }),
  ),
  fc
    .array(fc.record({ id: ref, title: label, at: line, remark: line, url }), { minLength: 1, maxLength: 14 })
    .map((sources): Part => ({ kind: 'sources', sources })),
  fc.constantFrom<Part>(
    { kind: 'file', file: fileOf('CHK-2026-0001.html', 'text/html', '<p>x</p>') },
    { kind: 'file', file: fileOf('kalender.xlsx', XLSX, Uint8Array.of(80, 75, 3, 4, 0, 255)) },
  ),
  hostileText.map((alt): Part => ({ kind: 'image', file: picture, alt })),
);

/** Replies of every kind, with what people type in each place where the bot repeats it. */
export const anyReply: fc.Arbitrary<Reply> = fc
  .record({
    parts: fc.array(part, { minLength: 1, maxLength: 14 }),
    language: fc.constantFrom('nl' as const, 'en' as const),
    model: fc.boolean(),
  })
  .map(({ model, ...reply }) => ({ ...reply, ...(model ? { wordedBy: 'model' as const } : {}) }));
