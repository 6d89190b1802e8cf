import type { Part } from '../reply.ts';
import type { Context } from './journey.ts';

/** Asks why an answer did not help. What was typed before stays, and what was wrong stands beside its field. */
export function rateForm(answer: string, before: { reason?: string; more?: string }, { texts }: Context): Part[] {
  return [
    { kind: 'text', text: texts.rateWhy },
    {
      kind: 'form',
      fields: [
        {
          id: 'reason',
          kind: 'choice',
          label: texts.rateReason,
          required: true,
          choices: Object.entries(texts.rateReasons).map(([value, label]) => ({ value, label })),
          ...(before.reason ? { error: before.reason } : {}),
        },
        {
          id: 'more',
          kind: 'long-text',
          label: texts.rateMore,
          required: false,
          ...(before.more ? { value: before.more } : {}),
        },
      ],
      submit: { label: texts.buttons.send, action: { do: 'rate-reason', answer }, style: 'primary' },
    },
  ];
}
