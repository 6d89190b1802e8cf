import { wordValue } from './number-words.ts';

/** How many months something goes on, and where in the text that is said. */
export type Term = { months: number; spans: readonly { start: number; end: number }[] };

const COUNT = '\\d{1,3}(?:[.,]\\d)?|\\p{L}+';
const LENGTH = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(\\d|\\p{L}+)\\s*(?:x|keer|maal|times)\\s*)?(\\d(?:\\s*\\+\\s*\\d){1,4}|${COUNT})[\\s-]*(?:(jaar|jaren|jr|years?)|(weken|week|wk|weeks?)|maanden|maand|mnd|months?)(?!\\p{L})`,
  'gu',
);
/** "Een halfjaar", "half a year": no count stands before the word. */
const HALF_A_YEAR = /(?<!\p{L})(?:halfjaar|half a year)(?!\p{L})/gu;
/** "Een driejarig contract", "2-jarige opdracht": of anything else it is an age. */
const LASTING =
  /(?<!\p{L})(\d{1,2}|\p{L}+?)-?jarige?\s+(?:\p{L}+\s+)?\p{L}*(?:contract|overeenkomst|opdracht|looptijd|periode|abonnement)/gu;
/** Each so many months says how often; what lies behind us and somebody's age are no term. */
const NO_TERM_BEFORE =
  /(?:(?<!\p{L})(?:elke|elk|iedere|ieder|per|every|each|om de|al|sinds|reeds|already|since|(?:vorige|afgelopen|laatste|last|past|previous))\s+|(?<!\p{L})(?:kinderen|kids|children|jongeren|leerlingen|leeftijd|aged?)(?:\W+[\p{L}\d]+){0,3}\W+)$/u;
const NO_TERM_AFTER =
  /^\W*(?:geleden|ago|oud|old|bestaan|jubileum|anniversary|ervaring|experience|garantie|warranty|guarantee|in dienst|opzeg\p{L}*|proef\p{L}*|notice|trial|vooraf|vooruit|van tevoren|in advance|gratis|free|korting|levertijd|wachttijd)(?!\p{L})/u;
/** Less than a year makes the total smaller, so it counts only where it is surely said: of a contract, or by itself. */
const SURE_BEFORE =
  /(?:(?<!\p{L})(?:voor|gedurende|looptijd van|looptijd is|looptijd|duur van|contract van|contract voor|opdracht van|periode van|(?:jaar|years?) (?:en|and)|per (?:dag|week|maand|month|day)|(?:elke|iedere|every|each) (?:dag|week|maand|month|day)|for|during|contract of|term of|period of)|^|[,;:(.]|\p{L}\s+[-–])\s*(?:(?:een|a|in totaal|totaal|in total)\s+)?$/u;
const SURE_AFTER = /^\s*(?:lang|long|looptijd)(?!\p{L})/u;
const NOT_SURE_AFTER = /^\s*(?:beginnen|starten|na |voor |tot |of |or |à|-|before |after |until )/u;
/** Nobody knows how long it goes on after that. */
const OPEN_END =
  /(?<!\p{L})(?:daarna|langer|eventueel|misschien|stilzwijgend|minimaal|minstens|tenminste|doorlopend|at least|maybe|afterwards|longer|then)(?!\p{L})/u;
const OPTION = /opti(?:e|on)|verleng|exten(?:d|sion)|renew/u;
const LONGEST = 50 * 12;

/** Reads "drie jaar lang", "for 18 months", "2+1+1 jaar". Lengths of an option are added: too many is the safe side. */
export function termIn(lower: string): Term | undefined {
  const counted = [...lower.matchAll(LENGTH)].map((found) => {
    const [, times, count = '', years, weeks] = found;
    const unit = years ? 12 : weeks ? 12 / 52 : 1;
    return { found, months: numberOf(times ?? '1') * sumOf(count) * unit };
  });
  const halves = [...lower.matchAll(HALF_A_YEAR)].map((found) => ({ found, months: 6 }));
  const open = OPTION.test(lower) || OPEN_END.test(lower);
  const pieces = [...counted, ...halves].flatMap(({ found, months }) => {
    const end = found.index + found[0].length;
    const before = lower.slice(Math.max(0, found.index - 40), found.index);
    const after = lower.slice(end, end + 20);
    const said = (SURE_BEFORE.test(before) || SURE_AFTER.test(after)) && !NOT_SURE_AFTER.test(after);
    const isTerm = months > 0 && !NO_TERM_BEFORE.test(before) && !NO_TERM_AFTER.test(after);
    return isTerm && (months >= 12 || (said && !open)) ? [{ months, start: found.index, end }] : [];
  });
  const lasting = [...lower.matchAll(LASTING)].flatMap((found) => {
    const months = numberOf(found[1] ?? '') * 12;
    return months > 0 ? [{ months, start: found.index, end: found.index + found[0].length }] : [];
  });
  const all = [...pieces, ...lasting];
  const lengths = all.map(({ months }) => months);
  const adding = OPTION.test(lower) ? lengths : [...new Set(lengths)];
  const months = adding.reduce((sum, length) => sum + length, 0);
  return months > 0 && months <= LONGEST ? { months, spans: all } : undefined;
}

function sumOf(count: string): number {
  return count.split('+').reduce((sum, part) => sum + numberOf(part.trim()), 0);
}

/** The number that a word or figures stand for; 0 for any other word. */
function numberOf(text: string): number {
  if (text === 'anderhalf') return 1.5;
  if (text === 'half' || text === 'halve') return 0.5;
  return (/^\d/.test(text) ? Number(text.replace(',', '.')) : wordValue(text)) ?? 0;
}
