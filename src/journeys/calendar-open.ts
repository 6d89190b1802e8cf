import { unclearOf } from '../commission/book.ts';
import type { Scanned } from '../commission/scan.ts';
import type { Field, Part } from '../reply.ts';
import { cut } from './calendar-best.ts';
import type { CalendarScanned } from './calendar-read.ts';
import type { Context } from './journey.ts';

/** So many lines are asked for in one message; answering them brings the next. */
const MOST_ASKED = 5;

/** The first lines that are not clear, each with a field; and the department, where nobody knows it. */
export function stillOpen(read: CalendarScanned, { texts }: Context): Part[] {
  const said = texts.calendar;
  const open = unclearOf(read.lines);
  const nameOf = ({ description }: Scanned) => (description === '' ? said.unnamed : cut(description));
  const fields: Field[] = [
    ...(read.departments.length > 0 ? [] : ['department' as const]).map((id) => ({
      id,
      label: said.fields.department,
      kind: 'text' as const,
      required: false,
    })),
    ...open.slice(0, MOST_ASKED).map((line) => ({
      id: `row-${line.row}`,
      label: said.fields.row(line.row, nameOf(line)),
      kind: 'text' as const,
      required: false,
    })),
  ];
  const [first] = open;
  if (fields.length === 0) return [];
  const left = open.length - MOST_ASKED;
  const text = first
    ? [`**${said.open(open.length)}**`, said.openHow(first.row), left > 0 ? said.openMore(left) : ''].filter(Boolean)
    : [];
  return [
    ...(text.length > 0 ? [{ kind: 'text' as const, text: text.join('\n') }] : []),
    { kind: 'form', fields, submit: { label: said.buttons.fill, action: { do: 'calendar', step: 'fill' } } },
  ];
}
