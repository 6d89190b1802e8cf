import type { CommissionSoFar } from '../commission-so-far.ts';
import type { Button } from '../reply.ts';
import { base, dates } from './commission-said.ts';
import type { Context } from './journey.ts';
import { citedSources } from './show.ts';
import type { Answered } from './step.ts';

/** The three levels and none, to choose from. */
export function tellLevels(now: CommissionSoFar, context: Context): Answered {
  const { texts, language, library } = context;
  const { approach } = library.knowledge;
  const lines = approach.levels.map(({ label, text }) => `- **${label[language]}**: ${text[language]}`);
  const buttons: Button[] = [
    ...approach.levels
      .toReversed()
      .map(({ value, label }): Button => ({ label: label[language], action: { do: 'choose-level', level: value } })),
    { label: texts.commission.levelNone, action: { do: 'choose-level', level: 0 } },
  ];
  return {
    ...base(now, context),
    status: 'clarify',
    plain: true,
    parts: [
      { kind: 'text', text: [texts.commission.chooseLevel, ...lines, approach.unless.text[language]].join('\n') },
      { kind: 'buttons', buttons },
    ],
    sources: citedSources(
      [...(approach.levels[0]?.sources ?? []), ...approach.unless.sources],
      dates(context),
      context,
    ),
  };
}

/** Asks why somebody chooses lower than was advised. */
export function whyForm(now: CommissionSoFar, advised: string, context: Context, error?: string): Answered {
  const { texts, library, language } = context;
  const said = texts.commission;
  const { unless } = library.knowledge.approach;
  return {
    ...base(now, context),
    status: 'clarify',
    plain: true,
    parts: [
      { kind: 'text', text: [said.why(advised), unless.text[language]].join('\n') },
      {
        kind: 'form',
        fields: [
          { id: 'reason', label: said.fields.reason, kind: 'long-text', required: true, ...(error ? { error } : {}) },
        ],
        submit: { label: said.buttons.send, action: { do: 'commission', step: 'reason' }, style: 'primary' },
      },
    ],
    sources: citedSources(unless.sources, dates(context), context),
  };
}
