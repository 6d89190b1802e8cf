import { blank } from './dates.ts';
import type { Numeral } from './numeral.ts';

/** Numbers that belong to one need: what was spent on it before, what comes now, and what stands on top of another. */
export type Together = {
  before: ReadonlySet<Numeral>;
  /** Spent so long ago that nobody knows whether it counts. */
  longAgo: ReadonlySet<Numeral>;
  now: ReadonlySet<Numeral>;
  /** The second number of each pair, by the first. */
  onTop: ReadonlyMap<Numeral, Numeral>;
  /** Something was bought before, and no amount of it was said. */
  unread: boolean;
  /** The text without what tells of before: whether btw is in that amount says nothing of the other. */
  rest: string;
};

/** What makes a number an amount of money, as the text around it says; a bare one only beside another amount. */
export type Around = { isMoney: (item: Numeral) => boolean; isPeople: (after: string) => boolean };

const CLAUSE_ENDS =
  /[;!?]|[,.:](?=\s|$)|\s(?=(?:en nu|nu|en willen|willen|mag|mogen|kan|kunnen|(?:en|and)\s+(?:we|wij|ik|i)|and now|now|can|could|may|naast|bovenop|on top of)\s)/gu;
const MARKED =
  /(?<!\p{L})(?:al|eerder|reeds|already|earlier|before|previously|(?:vorige|afgelopen|last|previous)\s+(?:week|maand|kwartaal|keer|month|quarter|time|order|bestelling))(?!\p{L})/u;
const BOUGHT =
  /(?<!\p{L})(?:kochten|kocht|gekocht|ingekocht|bestelden|bestelde|besteld|uitgegeven|besteedden|besteed|afgenomen|gehad|hadden|had|spent|bought|ordered|purchased|zit(?:ten)? (?:we )?(?:al|dit jaar)|(?:are|am) already (?:at|on))(?!\p{L})/u;
/** Nobody knows whether that was within twelve months, so it is asked. */
const LONG_AGO =
  /(?<!\p{L})(?:(?:vorige?|afgelopen|last|previous)\s+(?:jaar|year)|(?:jaar|jaren|years?)\s+(?:geleden|ago)|in\s+20\d\d)(?!\p{L})/u;
const RECENT = /(?:vorige|afgelopen|last|previous)\s/u;
/** "En nu weer", "er nog voor 5.000", "another 4,000": it comes on top of what was said before. */
const AGAIN = /(?<!\p{L})(?:nog|weer|opnieuw|another|again|more|extra|further|nu|now)(?!\p{L})/u;
const PLUS =
  /^\s*(?:,-)?\s*(?:euro|euros|eur|€)?\s*(?:plus|\+|en (?:daarbovenop|daarnaast|(?:dan )?nog(?: eens| een keer)?)|and (?:then )?another|and a further)\s*(?:voor\s+|for\s+)?(?:€|eur|euro)?\s*$/u;
const MONEY_BEFORE = /(?<!\p{L})(?:voor|van|for|of|at|bedrag|budget|kost|costs?)\s*$/u;
/** Behind a bare amount; before a thing it would be a number of pieces. */
const ENDS =
  /^\s*(?:$|[?!.,;)]|(?:ex|excl|incl|exclusief|inclusief|euro|eur|bij|aan|van|voor|en|plus|dit|deze|erbij|uitgegeven|besteed|besteld|gekocht|afgenomen|uitgeven|besteden|bestellen|kopen|mag|at|from|on|for|this|and|with|spent|more)(?!\p{L}))/u;
const LEAST = 50;
const LEAST_BARE = 1000;

/** Reads which numbers belong together; what is bought for the same need counts as one. */
export function together(lower: string, all: readonly Numeral[], { isMoney, isPeople }: Around): Together {
  const clauses = clausesOf(lower);
  const clauseOf = ({ start }: Numeral) => clauses.find((one) => start >= one.start && start < one.end);
  const after = ({ end }: Numeral) => lower.slice(end, end + 30);
  const isBare = (item: Numeral) => item.value >= LEAST && ENDS.test(after(item)) && !isPeople(after(item));
  const isAmount = (item: Numeral) => !item.doubtful && (isMoney(item) || isBare(item));
  const amounts = all.filter(isAmount);
  const earlier = clauses.filter(({ text }) => tellsOfBefore(text));
  const again = clauses.some(({ text }) => !tellsOfBefore(text) && AGAIN.test(text) && /\d/.test(text));
  const past = again ? clauses.filter(({ text }) => BOUGHT.test(text)) : [];
  const told = [...new Set([...earlier, ...past])];
  const named = amounts.filter((item) => told.some((one) => one === clauseOf(item)));
  const before = named.filter((item) => !LONG_AGO.test(clauseOf(item)?.text ?? ''));
  const now = named.length === 0 ? [] : amounts.filter((item) => !named.includes(item));
  return {
    before: new Set(before),
    longAgo: new Set(named.filter((item) => !before.includes(item))),
    now: new Set(now),
    onTop: onTopOf(lower, all, { isMoney, isAmount, isPeople }),
    unread: before.length === 0 && (earlier.some(({ text }) => BOUGHT.test(text)) || named.length > 0),
    rest: now.length === 0 ? lower : told.reduce((left, { start, end }) => blank(left, start, end), lower),
  };
}

function tellsOfBefore(text: string): boolean {
  return MARKED.test(text) && (BOUGHT.test(text) || (RECENT.test(text) && /\d/.test(text)));
}

function clausesOf(lower: string): { start: number; end: number; text: string }[] {
  const cuts = [...lower.matchAll(CLAUSE_ENDS)].map(({ index }) => index + 1);
  return [0, ...cuts].map((start, at) => {
    const end = cuts[at] ?? lower.length + 1;
    return { start, end, text: lower.slice(start, end) };
  });
}

function onTopOf(
  lower: string,
  all: readonly Numeral[],
  { isMoney, isAmount, isPeople }: Around & { isAmount: (item: Numeral) => boolean },
): Map<Numeral, Numeral> {
  const pairs = all.slice(1).flatMap((second, at): [Numeral, Numeral][] => {
    const first = all[at] as Numeral;
    if (!PLUS.test(lower.slice(first.end, second.start)) || first.doubtful || second.doubtful) return [];
    if (!isAmount(second) || isPeople(lower.slice(first.end, first.end + 30))) return [];
    const said = MONEY_BEFORE.test(lower.slice(0, first.start)) && first.value >= LEAST_BARE;
    return isMoney(first) || said || (isMoney(second) && first.value >= LEAST) ? [[first, second]] : [];
  });
  return new Map(pairs);
}
