import { fold } from '../understand/fold.ts';

/** When something begins, as far as it was said: the first day of it, and how much of that is known. */
export type When = { day: string; precise: 'day' | 'month' | 'quarter' | 'year' };

const MONTHS =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may|juni?|june|juli?|july|aug(?:ustus|ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_OF: readonly [RegExp, number][] = [
  [/^jan/, 1],
  [/^feb/, 2],
  [/^(maart|mrt|mar)/, 3],
  [/^apr/, 4],
  [/^(mei|may)/, 5],
  [/^jun/, 6],
  [/^jul/, 7],
  [/^aug/, 8],
  [/^sep/, 9],
  [/^o[ck]t/, 10],
  [/^nov/, 11],
  [/^dec/, 12],
];
const SEASONS: readonly [RegExp, number][] = [
  [/\b(?:voorjaar|lente|spring)\b/, 4],
  [/\b(?:zomer|summer)\b/, 7],
  [/\b(?:najaar|herfst|autumn|fall)\b/, 9],
  [/\b(?:begin|early|start of)\b/, 1],
  [/\b(?:medio|midden|mid)\b/, 6],
  [/\b(?:eind|einde|end of|late)\b/, 10],
];
const YEAR = String.raw`(20[2-4]\d)`;

/** Reads when something begins: 2027-03-01, 1-3-2027, maart 2027, Q2 2027, voorjaar 2027, 2027. Undefined when it is not said. */
export function whenIn(text: string): When | undefined {
  const said = fold(text);
  const iso = new RegExp(String.raw`\b${YEAR}-(\d{1,2})(?:-(\d{1,2}))?(?!\d)`).exec(said);
  if (iso) return dated(iso[1], iso[2], iso[3]);
  const dutch = new RegExp(String.raw`\b(\d{1,2})[-/.](\d{1,2})[-/.]${YEAR}\b`).exec(said);
  if (dutch) return dated(dutch[3], dutch[2], dutch[1]);
  const named = new RegExp(String.raw`(?:\b(\d{1,2})\s+)?\b(${MONTHS})\.?\s+${YEAR}\b`).exec(said);
  if (named) return dated(named[3], String(monthOf(named[2] ?? '')), named[1]);
  const quarter =
    new RegExp(String.raw`\b(?:q|kwartaal\s*|quarter\s*)([1-4])\D{0,5}${YEAR}\b`).exec(said) ??
    new RegExp(String.raw`\b([1-4])e?\s*(?:kwartaal|quarter)\D{0,5}${YEAR}\b`).exec(said);
  if (quarter) return { day: dayOf(Number(quarter[2]), Number(quarter[1]) * 3 - 2, 1), precise: 'quarter' };
  const turned = new RegExp(String.raw`\b${YEAR}[\s/-]*q([1-4])\b`).exec(said);
  if (turned) return { day: dayOf(Number(turned[1]), Number(turned[2]) * 3 - 2, 1), precise: 'quarter' };
  const year = new RegExp(String.raw`\b${YEAR}\b`).exec(said);
  if (!year) return undefined;
  const season = SEASONS.find(([name]) => name.test(said));
  return season
    ? { day: dayOf(Number(year[1]), season[1], 1), precise: 'quarter' }
    : { day: dayOf(Number(year[1]), 1, 1), precise: 'year' };
}

/** As much of it as is known: 2027, 2027-03 or 2027-03-01. A quarter is known by its first month. */
export function momentOf({ day, precise }: When): string {
  return precise === 'day' ? day : day.slice(0, precise === 'year' ? 4 : 7);
}

/** The first day of a moment. */
export function firstDayOf(moment: string): string {
  return `${moment}-01-01`.slice(0, 10);
}

/** "2027-Q1" of a day. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function dated(year = '', month = '', day?: string): When | undefined {
  const made = dayOf(Number(year), Number(month), Number(day ?? 1));
  const real = new Date(`${made}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== made) return undefined;
  return { day: made, precise: day === undefined ? 'month' : 'day' };
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthOf(name: string): number {
  return MONTH_OF.find(([begins]) => begins.test(name))?.[1] ?? 0;
}
