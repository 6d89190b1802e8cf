import { clean, cut } from '../../src/on-screen.ts';

/** Teams refuses a message that is too large, in its own way of counting: two bytes for each character of it as JSON. */
export const LIMITS = {
  /** Microsoft advises to stay within 80 kB. */
  message: 38_000,
  fallback: 4000,
  paragraph: 6000,
  label: 200,
  choices: 100,
  typed: 4000,
  summary: 200,
  sources: 20,
  citationName: 80,
  citationText: 160,
  /** More stand behind three dots. */
  buttonsInRow: 5,
  /** A longer label gets a row of its own. */
  shortLabel: 24,
  /** A button does not break its label; a longer one becomes a line that can be pressed. */
  buttonLabel: 36,
} as const;

/** A label is never empty: a screen reader has nothing else to say. */
export function labelOf(text: string): string {
  return cut(clean(text).trim(), LIMITS.label) || '…';
}
