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

/** "Zoek lunch voor 20", "find me a florist": an order to search, whatever number stands in it. "Zoek ik uit" is none. */
export function ordersSearch(text: string): boolean {
  return SEARCH.test(text);
}

const SEARCH = new RegExp(
  `^\\s*(?:(?:ok|oke|okay|en|nee|eerst|and|no|first)[\\s,]+)?(?:${[
    '(?:(?:ik|we|wij)\\s+)?zoek(?:en)?(?!\\s+(?:ik|het|dat|dit|we|wij)(?!\\p{L}))',
    'vind(?!\\s+(?:ik|je|jij|we|wij|van|het|dat)(?!\\p{L}))',
    "(?:i\\s+|i'm\\s+|we're\\s+)?(?:search|look(?:ing)?)\\s+for",
    'find|show\\s+me|toon\\s+(?:me|mij|alle)',
    '(?:kun|kan|can|could)\\s+(?:je|you).{1,80}(?:zoeken|vinden|find|look\\s+for)',
  ].join('|')})(?!\\p{L})`,
  'iu',
);
