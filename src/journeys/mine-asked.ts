import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';

/** What somebody wants with what is kept about them. `ask`: to be forgotten, which is asked once more. */
export type MineAsked = 'show' | 'download' | 'ask' | 'forget' | 'keep';

/** A longer text is about something else. */
const LONGEST = 12;

/** Pressed or typed; a bare yes or no is an answer only to the question that was just asked. */
export function mineAsked({ input }: Turn, context: Context): MineAsked | undefined {
  if (input.kind === 'action' && input.action.do === 'my-data') return input.action.download ? 'download' : 'show';
  if (input.kind === 'action' && input.action.do === 'forget-me') {
    const { sure } = input.action;
    return sure === undefined ? 'ask' : sure ? 'forget' : 'keep';
  }
  const { reading } = context;
  if (!reading || reading.tokens.length === 0 || reading.tokens.length > LONGEST) return undefined;
  return confirmed(context) ?? asked(context);
}

function asked({ reading }: Context): MineAsked | undefined {
  if (!reading) return undefined;
  const { signals, things, slots } = reading;
  // "Mag ik mijn gegevens laten scannen voor 900 euro" is a purchase.
  if (things.length > 0 || slots.amount !== undefined || slots.supplier !== undefined) return undefined;
  if (signals.has('forget-me')) return 'ask';
  if (signals.has('download-my-data')) return 'download';
  return signals.has('my-data') ? 'show' : undefined;
}

/** "Ja" and nothing else, below the question whether they are sure. */
function confirmed({ reading, progress, library }: Context): MineAsked | undefined {
  const open = progress.buttons.some(({ action }) => action.do === 'forget-me' && action.sure === true);
  if (!open || !reading) return undefined;
  const whole = new Set(
    library.lexicon.signals
      .all(reading.tokens)
      .filter(({ start, end }) => start === 0 && end === reading.tokens.length)
      .map(({ id }) => id),
  );
  if (['declined', 'leave', 'step-back'].some((id) => whole.has(id))) return 'keep';
  return whole.has('agreed') ? 'forget' : undefined;
}
