import type { FilledLine } from '../calendar-so-far.ts';
import { unclearOf } from '../commission/book.ts';
import { departmentIn } from '../commission/department.ts';
import { remember } from '../commission/memory.ts';
import type { HandedOver } from '../handed.ts';
import type { Records } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { type CalendarAsked, calendarAsked } from './calendar-hear.ts';
import { type CalendarRead, type CalendarScanned, readCalendar, whatOf } from './calendar-read.ts';
import { setReminder } from './calendar-remind.ts';
import { MOST_OPEN, tellCalendar } from './calendar-told.ts';
import { tellUnread } from './calendar-unread.ts';
import type { Context, Journey } from './journey.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** A purchasing calendar: each line with its chance, what changed since the last one, and what is still to be filled in. */
export const calendar: Journey = async (turn, context) => {
  const asked = calendarAsked(turn, context);
  if (!asked) throw new Error(`not for this journey: ${turn.input.kind}`);
  if (asked.kind === 'remind')
    return async (records) => withNotes(turn, await setReminder(turn, asked.on, records, context), context, records);
  if (asked.kind === 'more' && asked.filled.length === 0 && asked.unknown)
    return async (records) => withNotes(turn, notOpen(asked.unknown ?? [], context), context, records);
  const about = asked.kind === 'wanted' ? undefined : aboutOf(asked, context);
  if (!about)
    return async (records) => withNotes(turn, plainly(context.texts.calendar.noCalendar, context), context, records);
  const read = await readCalendar(turn, about.file, about, context);
  const unknown = asked.kind === 'more' ? asked.unknown : undefined;
  return async (records) => {
    const said = await answerOf(turn, about, read, records, context);
    const parts = unknown ? [...notOpen(unknown, context).parts, ...said.parts] : said.parts;
    return withNotes(turn, { ...said, parts }, context, records);
  };
};

/** What was said of lines that nobody asked about; the calendar stays as it was. */
function notOpen(rows: readonly number[], context: Context): Answered {
  const { calendar: before } = context.progress;
  return {
    ...plainly(context.texts.calendar.notOpen(rows.join(', ')), context),
    ...(before ? { calendar: before } : {}),
  };
}

/** True when a turn is about a purchasing calendar. */
export function concernsCalendar(turn: Turn, context: Context): boolean {
  return calendarAsked(turn, context) !== undefined;
}

/** The file that is meant, with all that was said of it; `more`: it was handed over before. */
type Meant = { file: HandedOver; filled: FilledLine[]; department?: string | undefined; more: boolean };

/** A file of the same name is a mended one: what was said of its lines counts on. */
function aboutOf(
  asked: Exclude<CalendarAsked, { kind: 'remind' | 'wanted' }>,
  { progress }: Context,
): Meant | undefined {
  const before = progress.calendar;
  if (asked.kind === 'file') {
    const mended = before?.name === asked.file.name ? before : undefined;
    return {
      file: asked.file,
      filled: mended?.filled ?? [],
      department: asked.department ?? mended?.department,
      more: false,
    };
  }
  if (!before) return undefined;
  const rest = before.filled.filter(({ row }) => !asked.filled.some((one) => one.row === row));
  return {
    file: { kind: 'file', name: before.name, ref: before.ref },
    filled: [...rest, ...asked.filled].slice(-MOST_FILLED),
    department: asked.department ?? before.department,
    more: true,
  };
}

const MOST_FILLED = 200;
const MOST_DEPARTMENTS = 20;

async function answerOf(
  turn: Turn,
  about: Meant,
  read: CalendarRead,
  records: Records,
  context: Context,
): Promise<Answered> {
  const { file, filled, department, more } = about;
  const now = { name: file.name, ref: file.ref, filled, ...(department ? { department } : {}), at: 'result' as const };
  if (read.kind !== 'scanned') {
    const before = context.progress.calendar;
    return { ...tellUnread(read, file, more, context), ...(more && before ? { calendar: { ...before, ...now } } : {}) };
  }
  await keep(read, turn, records, context);
  const reminded = (await records.reminders.get(turn.from.id)) !== undefined;
  const open = unclearOf(read.lines)
    .slice(0, MOST_OPEN)
    .map(({ row, description }) => ({ row, what: whatOf(description) }));
  const guessed = department === undefined && departmentIn(file.name) !== undefined;
  return {
    ...tellCalendar({ file, read, more, reminded, guessed }, context),
    calendar: { ...now, open, departments: read.departments.map(({ name }) => name).slice(0, MOST_DEPARTMENTS) },
  };
}

/** Remembers the calendar of each department, and that this person brought one. */
async function keep(read: CalendarScanned, turn: Turn, records: Records, { today }: Context): Promise<void> {
  for (const department of read.departments) {
    const kept = await records.calendars.get(department.id);
    await records.calendars.put(department.id, remember(department, kept, today));
  }
  const reminder = await records.reminders.get(turn.from.id);
  if (reminder) await records.reminders.put(reminder.id, { ...reminder, on: today });
}

function plainly(text: string, { progress }: Context): Answered {
  return { ...question(text, progress), plain: true, intent: 'commission' };
}
