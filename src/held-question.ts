import type { Progress } from './progress.ts';
import type { Turn } from './turn.ts';

/** "No, this was a question to you" asks the whole text that was held back: a button carries only the beginning of it. */
export function heldQuestion(turn: Turn, { moving }: Progress): Turn {
  const { input } = turn;
  if (input.kind !== 'action' || input.action.do !== 'ask' || !input.action.besides) return turn;
  const { action, values } = input;
  const whole = moving?.unsure ? moving.said : undefined;
  if (whole === undefined || !whole.startsWith(action.text)) return turn;
  return { ...turn, input: { kind: 'action', action: { ...action, text: whole }, values } };
}
