import { fileOf, XLSX } from '../file.ts';
import type { Button, Part } from '../reply.ts';
import { reportFor } from '../report-paper.ts';
import { meaningTable, requestTable } from '../request-table.ts';
import { type Choice, chosenFrom } from '../requests/chosen.ts';
import type { Period } from '../requests/report.ts';
import { type FiguresAsked, figuresAsked } from './figures-asked.ts';
import type { Context, Journey } from './journey.ts';
import { monthlyButton, monthlyWanted } from './monthly.ts';
import { figuresDrawn, figuresTold, reportFiles } from './report-told.ts';
import { plain } from './request-card.ts';
import { answered } from './request-said.ts';
import { type Answered, withNotes } from './step.ts';

/** Figures of purchase requests: the report and the export for buyers, and the monthly message for who wants it. */
export const figures: Journey = async (turn, context) => {
  const asked = figuresAsked(turn, context);
  if (!asked) throw new Error(`not for this journey: ${turn.input.kind}`);
  if (asked.kind === 'monthly') return monthlyWanted(turn, asked.stop, context);
  const said = context.roles.includes('buyer') ? await made(asked, context) : notYours(context);
  return (records) => withNotes(turn, said, context, records);
};

function notYours(context: Context): Answered {
  const { texts, people, progress } = context;
  const why = people.known ? texts.figures.notYou : texts.requests.announce.nobody;
  return { ...answered(why, progress.request, context), status: 'refused' };
}

function made(asked: Exclude<FiguresAsked, { kind: 'monthly' }>, context: Context): Promise<Answered> {
  return asked.kind === 'report' ? report(asked.period, context) : exported(asked.choice, asked.as, context);
}

async function report(period: Period, context: Context): Promise<Answered> {
  const { texts, progress, library, read } = context;
  const all = await read((records) => records.requests.list({}));
  const told = reportFor(all, period, library.knowledge);
  const title = texts.figures.title(texts.sayDate(period.from), texts.sayDate(period.to));
  const parts: Part[] = [
    ...figuresTold(told, title, true, context),
    await figuresDrawn(all, period, context),
    ...(await reportFiles(told, context)),
    ...((told.spent.excluded ?? 0) > 0 && (told.spent.included ?? 0) > 0
      ? [{ kind: 'text' as const, text: texts.report.spentNote }]
      : []),
  ];
  const next: Button[] = [
    { label: texts.figures.buttons.xlsx, action: { do: 'figures', what: 'xlsx', ...period } },
    { label: texts.figures.buttons.csv, action: { do: 'figures', what: 'csv', ...period } },
    monthlyButton(context),
  ];
  return { ...answered('', progress.request, context), parts, next };
}

async function exported(choice: Choice, as: 'xlsx' | 'csv', context: Context): Promise<Answered> {
  const { texts, progress, library, language, documents, read } = context;
  const { figures: words } = texts;
  const all = await read((records) => records.requests.list(choice.status ? { status: choice.status } : {}));
  const chosen = chosenFrom(all, choice);
  const lead = choiceText(choice, context);
  if (chosen.length === 0) return answered([words.nothing, lead].filter(Boolean).join('\n'), progress.request, context);
  const table = requestTable(chosen, library.knowledge, language);
  const name = [words.files.requests, choice.from, choice.to].filter(Boolean).join('-');
  const file =
    as === 'csv'
      ? fileOf(`${name}.csv`, 'text/csv', await documents.csv(table))
      : fileOf(`${name}.xlsx`, XLSX, await documents.workbook([table, meaningTable(language)]));
  const parts: Part[] = [
    { kind: 'text', text: [words.exported(chosen.length), lead, words.noNames].filter(Boolean).join('\n') },
    { kind: 'file', file },
  ];
  return { ...answered('', progress.request, context), parts };
}

/** What was chosen from, so that nobody takes a part for the whole. */
function choiceText({ status, team, from, to }: Choice, { texts }: Context): string {
  const { figures: words, requests } = texts;
  const said = [
    status && requests.statuses[status],
    team && `${requests.labels.team} ${plain(team)}`,
    from && to && words.days(texts.sayDate(from), texts.sayDate(to)),
  ].filter(Boolean);
  return said.length > 0 ? words.chosen(said.join(', ')) : '';
}
