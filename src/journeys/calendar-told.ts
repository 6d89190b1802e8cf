import { bestOf } from '../commission/best.ts';
import { columnsSeen } from '../commission/preview.ts';
import type { Scanned } from '../commission/scan.ts';
import type { HandedOver } from '../handed.ts';
import type { Button } from '../reply.ts';
import { keptUntil, TERMS } from '../terms.ts';
import { bestLine, bestSources, changes } from './calendar-best.ts';
import { stillOpen } from './calendar-open.ts';
import type { CalendarScanned } from './calendar-read.ts';
import { listed } from './commission-said.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { question } from './said.ts';
import { startProject } from './show.ts';
import type { Answered } from './step.ts';

/** Of so many lines a typed word is known to be about them. */
export const MOST_OPEN = 200;
const MOST_BEST = 5;

const MOST_NAMED = 6;

const CHANCES = ['high', 'some', 'none', 'unclear'] as const;

/** `more`: something was said of it since; `reminded`: they hear each quarter; `guessed`: the department stands in the name of the file. */
type Told = { file: HandedOver; read: CalendarScanned; more: boolean; reminded: boolean; guessed: boolean };

/** What a calendar comes to: how many chances, the best in words, what changed, what is still open, and the files. */
export function tellCalendar(told: Told, context: Context): Answered {
  const { file, read, reminded } = told;
  const { texts, progress } = context;
  const said = texts.calendar;
  const best = bestOf(read.lines, MOST_BEST, context.today);
  const remind: Button = { label: said.buttons.remind, action: { do: 'calendar', step: 'remind' } };
  return {
    ...question('', progress),
    status: 'answered',
    plain: true,
    intent: 'commission',
    parts: [
      { kind: 'text', text: leadOf(told, context) },
      { kind: 'facts', title: said.counts, facts: countsOf(read.lines, context) },
      ...(best.length > 0
        ? listed(
            said.best,
            best.map((line) => bestLine(line, context)),
          )
        : [{ kind: 'text' as const, text: said.noBest }]),
      ...changes(read, context),
      { kind: 'image', ...read.picture },
      { kind: 'file', file: read.book },
      { kind: 'text', text: footOf(told, context) },
      ...stillOpen(read, context),
      ...(file.others === undefined ? [] : [{ kind: 'text' as const, text: texts.files.oneByOne }]),
      ...(reminded ? [] : [{ kind: 'text' as const, text: said.remind.offered }]),
    ],
    sources: bestSources(best, context),
    next: [...(reminded ? [] : [remind]), startProject(context)],
  };
}

function leadOf({ file, read, more, guessed }: Told, context: Context): string {
  const { texts } = context;
  const said = texts.calendar;
  const added = read.lines.filter(({ filled }) => filled !== undefined).length;
  const names = read.departments.map(({ name }) => plain(name));
  const whose =
    names.length > 1
      ? said.departments(names.slice(0, MOST_NAMED).join(', '), names.length - MOST_NAMED)
      : guessed && names[0]
        ? said.department(names[0])
        : '';
  return [
    said.read(plain(file.name), read.lines.length),
    added > 0 ? said.filledIn(added) : '',
    names.length === 0 ? said.noDepartment : whose,
    ...(more ? [] : previewOf(read, context)),
  ]
    .filter(Boolean)
    .join('\n');
}

function previewOf({ found, macros }: CalendarScanned, { texts, library, language }: Context): string[] {
  const said = texts.calendar;
  const { guessed, yearly, scaled, unsure, macros: withMacros } = texts.commission.scan;
  const columns = columnsSeen(found, library.knowledge.approach, language);
  const known = columns.flatMap(({ title, as }) => (as ? [`${plain(title)} → ${as}`] : []));
  const left = columns.flatMap(({ title, as }) => (as ? [] : [plain(title)]));
  return [
    `**${said.columns}**: ${known.join('; ')}. ${left.length > 0 ? said.left(left.join(', ')) : ''}`.trim(),
    ...(found.guessed ? [guessed] : []),
    ...(found.yearly ? [yearly] : []),
    ...(found.scale === 1 ? [] : [scaled(found.scale.toLocaleString(language))]),
    ...(found.unsure ? [unsure] : []),
    ...(macros ? [withMacros] : []),
  ];
}

function countsOf(lines: readonly Scanned[], { texts }: Context) {
  return CHANCES.map((chance) => ({
    label: texts.commission.chances[chance],
    value: String(lines.filter(({ advice }) => advice.chance === chance).length),
  })).filter(({ value }) => value !== '0');
}

function footOf({ read: { departments }, more }: Told, { texts, today }: Context): string {
  const said = texts.calendar;
  const day = texts.sayDate(keptUntil(today, TERMS.calendars));
  return [
    said.allInFile,
    ...(more ? [] : [said.unkept]),
    ...(more || departments.length === 0 ? [] : [said.remembered(day)]),
    texts.commission.assumed,
  ].join(' ');
}
