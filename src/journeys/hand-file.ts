import { isEmptyRow } from '../commission/table.ts';
import { type HandedOver, type HandedRead, readHanded } from '../handed.ts';
import type { Turn } from '../turn.ts';
import type { Context, Journey } from './journey.ts';
import { plain } from './request-card.ts';
import { question } from './said.ts';
import { startProject } from './show.ts';
import { type Answered, withNotes } from './step.ts';

/** Reads a table that was handed over and says what stands in it, or why it is not read and which files are. */
export const handFile: Journey = async (turn, context) => {
  const file = fileOf(turn);
  const read = await readHanded(turn.at, file, context);
  return async (records) => withNotes(turn, told(file, read, context), context, records);
};

function fileOf({ input }: Turn): HandedOver {
  if (input.kind !== 'file') throw new Error(`not for this journey: ${input.kind}`);
  return input;
}

function told(file: HandedOver, read: HandedRead, context: Context): Answered {
  const { texts, progress } = context;
  const { files } = texts;
  const lines = [
    read.kind === 'read' ? files.read(plain(file.name), read.sheets.length, linesIn(read)) : whyNot(read, context),
    read.kind === 'read' ? files.unkept : files.kinds,
    ...(file.others === undefined ? [] : [files.oneByOne]),
  ];
  return {
    ...question(lines.join(' '), progress),
    status: read.kind === 'read' ? 'answered' : 'unanswered',
    plain: true,
    intent: 'commission',
    next: read.kind === 'read' ? [startProject(context)] : [],
  };
}

function linesIn({ sheets }: Extract<HandedRead, { kind: 'read' }>): number {
  return sheets.reduce((sum, { rows }) => sum + rows.filter((row) => !isEmptyRow(row)).length, 0);
}

/** What is the matter with a file, for who handed it over. */
export function whyNot(read: Exclude<HandedRead, { kind: 'read' }>, { texts }: Pick<Context, 'texts'>): string {
  const { notRead } = texts.commission.scan;
  if (read.kind === 'not-read') return notRead[read.why];
  return read.why === 'too-large' ? notRead['too-large'] : texts.files.notFetched[read.why];
}
