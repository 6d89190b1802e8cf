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
  /** Of the text beside the blocks, and of that in a message that takes the place of another. */
  topText: 30_000,
  changedText: 4000,
} as const;

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
