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

/** Characters that steer a screen instead of standing on it: controls, and marks that turn the text after them around. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text as it may stand on a screen. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(STEERING, '').toWellFormed();
}

/** At most so many characters, with a sign where something is left out; never half a character. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A label is never empty: a screen reader has nothing else to say. */
export function labelOf(text: string): string {
  return cut(clean(text).trim(), LIMITS.label) || '…';
}
