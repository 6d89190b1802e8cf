import type { Lexicon } from './lexicon.ts';
import type { Found, Stemmed } from './phrases.ts';

/** Nothing stands there but this signal, and the small words around it. */
export function saysOnly(signal: string, tokens: readonly Stemmed[], { signals }: Lexicon): boolean {
  return tokens.length <= MOST_WORDS && isOnly(signal, tokens, signals.all(tokens));
}

function isOnly(signal: string, tokens: readonly Stemmed[], found: readonly Found[]): boolean {
  const said = found.filter(({ id, gapped }) => id === signal && !gapped);
  const isSaid = (at: number) => said.some(({ start, end }) => start <= at && at < end);
  return said.length > 0 && tokens.every(({ folded }, at) => isSaid(at) || BESIDE.has(folded));
}

const MOST_WORDS = 8;
const BESIDE: ReadonlySet<string> = new Set(
  'ja ok oke okay prima goed graag nu dan maar gewoon zo even hem het please yes now just then'.split(' '),
);

/** A yes or a no and nothing else: "ja, dat klopt", "no". */
export function agreement(tokens: readonly Stemmed[], { signals }: Lexicon): 'agreed' | 'declined' | undefined {
  if (tokens.length > MOST_WORDS) return undefined;
  const found = signals.all(tokens);
  return (['declined', 'agreed'] as const).find((signal) => isOnly(signal, tokens, found));
}
