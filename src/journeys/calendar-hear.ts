import type { CalendarSoFar, FilledLine } from '../calendar-so-far.ts';
import type { HandedOver } from '../handed.ts';
import type { Turn } from '../turn.ts';
import { foldedWords } from '../understand/fold.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';

/** What somebody wants with a purchasing calendar. `more`: lines and a department that were said of the one they handed over. */
export type CalendarAsked =
  | { kind: 'file'; file: HandedOver; department?: string | undefined }
  | { kind: 'more'; filled: FilledLine[]; department?: string | undefined; unknown?: number[] }
  | { kind: 'remind'; on: boolean }
  /** They want to hand one over. */
  | { kind: 'wanted' };

const LONGEST = { department: 80, text: 200 };
/** "58: schoonmaak", "regel 58 is schoonmaak". */
const SAID_OF = /^(?:(?:regel|rij|row|line)\s+)?(\d{1,5})\s*(?:[:=]|\s-\s|\s(?:is|zijn|are)\s)\s*(.+)$/i;
const OF_LINE = /^(?:regel|rij|row|line)\s+(\d{1,5})\s+(.+)$/i;
/** Lines, or "59: riool, 60: drukwerk" in one. */
const BETWEEN =
  /[\n;]+|(?:\s*,\s*(?:en\s+|and\s+)?|\s+(?:en|and)\s+|(?<!\b(?:regel|rij|row|line))\s+)(?=(?:(?:regel|rij|row|line)\s+)?\d{1,5}\s*[:=]\s*\p{L})/iu;
const DEPARTMENT = /^(?:de\s+|the\s+)?(?:afdeling|department)\s*(?:is|heet|:)?\s+(.+)$/i;
/** "Dit is de kalender van afdeling Ruimte." beside the file. */
const BESIDE = /\b(?:afdeling|department)\s+([\p{L}\d&][\p{L}\d& -]*)/iu;
const REMIND = /\b(?:herinner\w*|seintje|waarschuw\w*|remind\w*|note|notify)\b/;
const QUARTERLY = /\b(?:kwartaal|kwartalen|quarter|quarters|quarterly|inkoopkalender|kalender|calendar)\b/;
const CALENDAR = /\b(?:inkoopkalender|inkoopplanning|(?:purchasing|procurement|purchase) calendar)\b/;
const HAND_OVER = /\b(?:scan\w*|upload\w*|analyse\w*|analyze|inlezen|doorlichten|stuur|sturen|send|lees|read)\b/;
const ASKS = /^(?:wie|wat|wanneer|waarom|who|what|when|why)\b/;
const NO_MORE = /\b(?:geen|niet|stop|zonder|no|not|never|dont)\b/;
/** More words are about something else. */
const MOST_WORDS = 10;

export function calendarAsked({ input }: Turn, context: Context): CalendarAsked | undefined {
  if (input.kind === 'file')
    return { kind: 'file', file: input, ...departmentOf(BESIDE.exec(input.text ?? '')?.[1] ?? '') };
  if (input.kind === 'action' && input.action.do === 'calendar') {
    const { step } = input.action;
    return step === 'fill' ? inForm(input.values, context) : { kind: 'remind', on: step === 'remind' };
  }
  if (input.kind === 'action' && input.action.do !== 'ask') return undefined;
  return reminding(context) ?? typed(context) ?? wanting(context);
}

function inForm(values: Record<string, string>, { progress }: Context): CalendarAsked {
  const open = progress.calendar?.open ?? [];
  const filled = open.flatMap(({ row, what }) => lineOf(row, what, values[`row-${row}`] ?? ''));
  return { kind: 'more', filled, ...departmentOf(values.department ?? '') };
}

function reminding({ reading }: Context): CalendarAsked | undefined {
  const words = foldedWords(reading?.text ?? '');
  const said = words.join(' ');
  if (words.length > MOST_WORDS || !REMIND.test(said) || !QUARTERLY.test(said)) return undefined;
  return { kind: 'remind', on: !NO_MORE.test(said) };
}

/** "Kun je mijn inkoopkalender scannen?"; who asks what the calendar is, or who looks at it, wants an answer. */
function wanting({ reading }: Context): CalendarAsked | undefined {
  const words = foldedWords(reading?.text ?? '');
  const said = words.join(' ');
  const wants = words.length <= MOST_WORDS && CALENDAR.test(said) && HAND_OVER.test(said) && !ASKS.test(said);
  return wants ? { kind: 'wanted' } : undefined;
}

/** Lines that are still open, or were filled in before; every line of the text must be about one. */
function typed({ reading, progress }: Context): CalendarAsked | undefined {
  const calendar = progress.calendar;
  if (!calendar || !reading || reading.text.trim().endsWith('?')) return undefined;
  const pieces = reading.text.split(BETWEEN).filter((piece) => piece.trim() !== '');
  const named = DEPARTMENT.exec(pieces[0]?.trim() ?? '')?.[1];
  if (named !== undefined && pieces.length === 1) return { kind: 'more', filled: [], ...departmentOf(named) };
  const said = pieces.map((piece) => saidIn(piece.trim(), calendar));
  const filled = said.flatMap((one) => one?.filled ?? []);
  const unknown = said.flatMap((one) => (one && one.filled.length === 0 ? [one.row] : []));
  if (said.length === 0 || said.includes(undefined)) return undefined;
  if (filled.length === 0 && calendar.at !== 'result') return undefined;
  return { kind: 'more', filled, ...(unknown.length > 0 ? { unknown } : {}) };
}

function saidIn(piece: string, { open, filled }: CalendarSoFar): { row: number; filled: FilledLine[] } | undefined {
  const [, number, text = ''] = SAID_OF.exec(piece) ?? OF_LINE.exec(piece) ?? [];
  if (number === undefined) return undefined;
  const row = Number(number);
  const known = [...open, ...filled].find((one) => one.row === row);
  return { row, filled: known ? lineOf(row, known.what, text) : [] };
}

function lineOf(row: number, what: string, typed: string): FilledLine[] {
  const text = plain(typed).slice(0, LONGEST.text).toWellFormed();
  return text === '' ? [] : [{ row, what, text }];
}

function departmentOf(typed: string): { department?: string } {
  const department = plain(typed).slice(0, LONGEST.department).toWellFormed();
  return department === '' ? {} : { department };
}
