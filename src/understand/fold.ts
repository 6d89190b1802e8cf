/** One word of a text, as typed and as compared. */
export type Token = { raw: string; folded: string; start: number; end: number };

/** Lower-case signs of a plain keyboard without its apostrophes: nothing is to be folded in these. */
const PLAIN = /^[ -&(-@[-_a-~]*$/;
const PLAIN_BETWEEN = /[^a-z0-9]+/;
const BETWEEN = /[^\p{L}\p{N}]+/u;
/** Signs of a plain keyboard with single spaces between them. */
const PLAIN_LINE = /^[!-~]+(?: [!-~]+)*$/;
/** foto's and i-did's are compared as foto and i-did. */
const POSSESSIVES = /(?<=\p{L})['’]s(?!\p{L})/giu;
const POSSESSIVE = /['’]s$/i;
/** Room for what falls away: spaces and signs that nobody sees. */
const SPARE = 2000;
/** More than three marks on one letter is no writing, and sorting them costs seconds. */
const STACKED = /(\p{M}{3})\p{M}+/gu;
/** A longer text is read up to here. */
export const LONGEST_TEXT = 4000;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** What can be read of a text: no control, zero-width or direction characters, one kind of space, at most `limit` characters. */
export function readable(text: string, limit = LONGEST_TEXT): string {
  if (PLAIN_LINE.test(text)) return text.slice(0, limit);
  return text
    .slice(0, limit + SPARE)
    .replace(STACKED, '$1')
    .normalize('NFC')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);
}

/** Lower case, without accents and apostrophes. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’`]/g, '');
}

/** The words of a phrase as they are compared. */
export function foldedWords(text: string): string[] {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.split(PLAIN_BETWEEN).filter((word) => word !== '');
  return fold(text.replace(POSSESSIVES, ''))
    .split(BETWEEN)
    .filter((word) => word !== '');
}

export function tokens(text: string): Token[] {
  return [...text.matchAll(WORD)].map((found) => ({
    raw: found[0],
    folded: fold(found[0].replace(POSSESSIVE, '')),
    start: found.index,
    end: found.index + found[0].length,
  }));
}
