import type { Progress } from './progress.ts';
import type { Turn } from './turn.ts';
import { foldedWords, readable } from './understand/fold.ts';

/** No label is longer than this, so a longer text is no label. */
const LONGEST_LABEL = 500;

/** Typing the label or the number of a button does what pressing it does. */
export function typedButton(turn: Turn, { buttons, counting }: Progress): Turn {
  if (turn.input.kind !== 'text' || turn.input.text.length > LONGEST_LABEL) return turn;
  const typed = labelWords(turn.input.text);
  const number = /^\d{1,2}$/.test(typed) && !counting ? Number(typed) : 0;
  const button = buttons[number - 1] ?? buttons.find(({ label }) => labelWords(label) === typed);
  if (!button || typed === '') return turn;
  return { ...turn, input: { kind: 'action', action: button.action, values: {} } };
}

function labelWords(text: string): string {
  return foldedWords(readable(text, LONGEST_LABEL)).join(' ');
}
