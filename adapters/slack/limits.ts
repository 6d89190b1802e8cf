/** Slack refuses a whole message over one long field, so every text is cut to its limit. */
export const LIMITS = {
  blocks: 50,
  buttons: 25,
  buttonText: 75,
  label: 75,
  value: 2000,
  richText: 3000,
  context: 10,
  contextText: 2000,
  radioChoices: 10,
  choices: 100,
  choiceText: 75,
  choiceValue: 150,
  fieldLabel: 2000,
  typed: 3000,
  altText: 1000,
  /** Of all blocks of one message together. */
  message: 12_000,
  /** Of the text beside the blocks. */
  topText: 30_000,
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

/** The text in pieces that each fit, broken at a space where there is one. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const at = space > most / 2 ? space : most - (/[\uD800-\uDBFF]/.test(rest[most - 1] ?? '') ? 1 : 0);
    found.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...found, rest];
}
