/**
 * Light stemmers: the same form for singular and plural, for a diminutive, and for the usual endings of a verb.
 * A stem is compared and never shown, so it need not be a word.
 */
const known = { nl: new Map<string, string>(), en: new Map<string, string>() };
const KEPT = new Set(['uitje', 'teamuitje', 'meisje', 'oranje']);
const MOST = 50_000;

export type Language = 'nl' | 'en';

/** The stem of a folded word. */
export function stem(word: string, language: Language): string {
  const cache = known[language];
  const before = cache.get(word);
  if (before !== undefined) return before;
  if (cache.size > MOST) cache.clear();
  const made = language === 'nl' ? dutch(word) : english(word);
  cache.set(word, made);
  return made;
}

function dutch(word: string): string {
  const one = /[^s]es$|[aou]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;
  if (one.length < 4 || /\d/.test(one) || KEPT.has(one)) return collapse(one);
  let w = diminutive(one);
  if (w.length > 9 && w.endsWith('ingen')) w = w.slice(0, -5);
  else if (w.length > 7 && w.endsWith('ing')) w = w.slice(0, -3);
  else if (w.length > 4 && w.endsWith('en')) w = single(w.slice(0, -2));
  else if (w.length > 4 && w.endsWith('e') && !w.endsWith('ee')) w = single(w.slice(0, -1));
  if (w.length > 4 && /([^aeious]|aai|oei|ei|ui)t$/.test(w)) w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('s') && !w.endsWith('ss')) w = w.slice(0, -1);
  return collapse(soften(w));
}

function diminutive(word: string): string {
  const w = word.replace(/jes$/, 'je');
  if (!w.endsWith('je') || w.length < 5) return word;
  if (/[aeiou]{2}tje$|[lnrw]tje$|eautje$/.test(w)) return w.slice(0, -3);
  if (/([lnrm])etje$/.test(w) && w.length > 6) return single(w.slice(0, -4));
  if (w.endsWith('mpje')) return w.slice(0, -3);
  if (w.endsWith('nkje')) return `${w.slice(0, -3)}g`;
  return w.slice(0, -2);
}

/** No double consonant at the end: lapp becomes lap. */
function single(word: string): string {
  const [last, before] = [word.at(-1), word.at(-2)];
  return last === before && last !== undefined && !'aeiou'.includes(last) ? word.slice(0, -1) : word;
}

/** huiz goes with huis (of which the s went too), briev with brief. */
function soften(word: string): string {
  if (word.endsWith('z')) return word.slice(0, -1);
  if (word.endsWith('v')) return `${word.slice(0, -1)}f`;
  return word;
}

/** zaal and zalen, sociaal and sociale become the same. */
function collapse(word: string): string {
  return word.replace(/([aeou])\1(?=[^aeiou]|$)/g, '$1');
}

function english(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let w = word;
  if (/ies$|ie$|y$/.test(w)) w = w.replace(/ies$|ie$|y$/, 'i');
  else if (/(s|x|z|ch|sh)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !/(ss|us|is)$/.test(w)) w = w.slice(0, -1);
  if (w.length > 7 && w.endsWith('ing')) w = single(w.slice(0, -3));
  else if (w.length > 5 && w.endsWith('ed')) w = single(w.slice(0, -2));
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}
