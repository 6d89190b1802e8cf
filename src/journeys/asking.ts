/** Signals of a text that asks something: it answers no question of ours, and fills in nothing. */
export const ASKING: readonly string[] = [
  'definition',
  'how-works',
  'rule-words',
  'why',
  'who-is',
  'who-supplies',
  'where-buy',
  'list-all',
  'help',
  'compare',
  'contract-question',
];
