import { changesSaid } from '../commission/changes.ts';
import { lineOf } from '../commission/said.ts';
import type { Scanned } from '../commission/scan.ts';
import { quarterOf } from '../commission/when.ts';
import { writeAmount } from '../knowledge/amounts.ts';
import type { CitedSource, Part } from '../reply.ts';
import type { CalendarScanned } from './calendar-read.ts';
import { dates, levelName, ruleSources } from './commission-said.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { citedSources } from './show.ts';

const MOST_CHANGES = 6;
const MOST_SOURCES = 6;
const LONGEST_WORDS = 60;

/** One line with what is best to do about it. */
export function bestLine(line: Scanned, context: Context): string {
  const { texts, language, library } = context;
  const { advice, project, description, filled } = line;
  const name = filled === undefined ? description : `${description}: ${filled}`;
  const { amount, start } = project;
  const words = { knowledge: library.knowledge, texts, language };
  const { route, suppliers } = lineOf(line, words);
  const when = [amount === undefined ? '' : writeAmount(amount, 'euro', language), start ? quarterOf(start) : ''];
  const names = suppliers.slice(0, 3).map((id) => {
    const part = advice.parts.find((one) => one.suppliers.some(({ supplier }) => supplier.id === id))?.part;
    const known = library.knowledge.suppliers.get(id)?.name ?? id;
    return part ? `${known} (${part.text[language]})` : known;
  });
  const beside = when.filter(Boolean).join(', ');
  return [
    `**${cut(name)}**${beside === '' ? '' : ` (${beside})`}: ${advice.level === null ? '' : `${levelName(advice.level, context)}. `}${route}.`,
    advice.ways[0] ? `${texts.commission.labels.way}: ${advice.ways[0].label[language]}.` : '',
    names.length > 0 ? `${texts.commission.labels.who}: ${names.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What changed since the last calendar, in words; the workbook has all of it. */
export function changes({ since, departments }: CalendarScanned, { texts, language }: Context): Part[] {
  const said = texts.calendar.since;
  if (!since) return departments.length > 0 ? [{ kind: 'text', text: said.first }] : [];
  const day = texts.sayDate(since.on);
  const all = changesSaid(since, { texts, language }).map(plain);
  if (all.length === 0) return [{ kind: 'text', text: said.nothing(day) }];
  const left = all.length - MOST_CHANGES;
  const lines = [...all.slice(0, MOST_CHANGES), ...(left > 0 ? [said.more(left)] : [])];
  const counts = said.counts(since.fresh.length, since.gone.length, since.changed.length);
  return [
    { kind: 'text', text: [`**${said.title(day)}**: ${counts}`, ...lines.map((line) => `- ${line}`)].join('\n') },
  ];
}

/** What the best lines rest on; the workbook has every source. */
export function bestSources(best: readonly Scanned[], context: Context): CitedSource[] {
  const cited = best.flatMap(({ advice }) => [
    ...(advice.about.kind === 'subject' ? advice.about.subject.sources : []),
    ...advice.ways.slice(0, 1).flatMap(({ sources }) => sources),
    ...ruleSources(advice, context),
  ]);
  const once = [...new Map(cited.filter(({ mark }) => mark !== 'ASSUMPTION').map((one) => [one.source, one])).values()];
  return citedSources(once.slice(0, MOST_SOURCES), dates(context), context);
}

/** The words of a line, no longer than reads well in a sentence. */
export function cut(words: string): string {
  const said = plain(words);
  return said.length <= LONGEST_WORDS ? said : `${said.slice(0, LONGEST_WORDS - 1).toWellFormed()}…`;
}
