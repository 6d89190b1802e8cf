import type { HandedOver } from '../handed.ts';
import { type CalendarRead, MOST_LINES } from './calendar-read.ts';
import type { Context } from './journey.ts';
import { question } from './said.ts';
import type { Answered } from './step.ts';

/** Why there is no result, for who handed the file over. */
export function tellUnread(
  read: Exclude<CalendarRead, { kind: 'scanned' }>,
  file: HandedOver,
  more: boolean,
  context: Context,
): Answered {
  const { texts, progress } = context;
  const lines = [
    more && read.kind === 'not-fetched' ? texts.calendar.goneSince : whyNot(read, context),
    ...(more ? [] : [texts.files.kinds]),
    ...(file.others === undefined ? [] : [texts.files.oneByOne]),
  ];
  return { ...question(lines.join(' '), progress), status: 'unanswered', plain: true, intent: 'commission' };
}

function whyNot(read: Exclude<CalendarRead, { kind: 'scanned' }>, { texts, language }: Context): string {
  const { notRead } = texts.commission.scan;
  if (read.kind === 'too-many') return texts.calendar.tooMany(MOST_LINES.toLocaleString(language));
  if (read.kind === 'not-read') return notRead[read.why];
  return read.why === 'too-large' ? notRead['too-large'] : texts.files.notFetched[read.why];
}
