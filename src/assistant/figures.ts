import { inWords } from '../understand/number-words.ts';
import type { Language } from '../understand/stem.ts';

const WRITTEN = /(?:\d+(?:[.,\s\u00a0](?=\d{3}(?!\d))\d{3})+|\d+)(?:[.,]\d+)?(?:\s?%)?/gu;
const IN_GROUPS = /^\d{1,3}(?:[.,\s\u00a0]\d{3})+$/;

/** Every number in a text by its value, however it is written: 10.000, 10 000, tienduizend and €10,000 are the same. */
export function figuresIn(text: string, language: Language): Set<string> {
  const lower = text.toLowerCase();
  const digits = [...lower.matchAll(WRITTEN)].map(([found]) => writtenValue(found));
  const words = inWords(lower.replace(/[\d.,]+/g, ' ; '), language).map(({ value }) => String(value));
  // "Een" is an article as well; written with its accents it is a number.
  const one = /(?<!\p{L})(?:één|one)(?!\p{L})/u.test(lower) ? ['1'] : [];
  return new Set([...digits, ...words, ...one]);
}

function writtenValue(written: string): string {
  const percent = written.endsWith('%') ? '%' : '';
  const plain = written.replace(/\s?%$/, '');
  if (IN_GROUPS.test(plain)) return plain.replace(/\D/g, '') + percent;
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d+))?$/.exec(plain) ?? [];
  const value = Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}`);
  return String(value) + percent;
}
