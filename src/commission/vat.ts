import { foldedWords } from '../understand/fold.ts';

const BEHIND = '(?= (?:\\d+ )?(?:de )?(?:btw|vat|omzetbelasting|tax|euro|eur|per|in|x|k|mln)\\b|$)';
const INCLUDED = new RegExp(`\\b(?:incl|inclusief|including)${BEHIND}|\\b(?:met|with) (?:\\d+ )?(?:btw|vat)\\b`);
const EXCLUDED = new RegExp(`\\b(?:ex|excl|exclusief|excluding)${BEHIND}|\\b(?:zonder|without) (?:btw|vat)\\b`);

/** Whether a title or a cell counts btw in. What is counted in or out may be something else: "incl. optie". */
export function vatIn(text: string): 'included' | 'excluded' | undefined {
  const said = foldedWords(text).join(' ');
  const included = INCLUDED.test(said);
  if (included === EXCLUDED.test(said)) return undefined;
  return included ? 'included' : 'excluded';
}
