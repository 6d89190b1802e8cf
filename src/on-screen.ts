/** Characters that steer a screen instead of standing on it: controls, and marks that turn the text after them around. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Nearly every text is ours, and fit as it is. */
const UNFIT = new RegExp(STEERING.source);

/** The text as it may stand on a screen. */
export function clean(text: string): string {
  if (!UNFIT.test(text) && text.isWellFormed()) return text;
  return text.replace(/\r\n?/g, '\n').replace(STEERING, '').toWellFormed();
}

/** At most so many characters, with a sign where something is left out; never half a character. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
