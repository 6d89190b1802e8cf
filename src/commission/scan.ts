import type { Lexicon } from '../understand/lexicon.ts';
import { stemmed } from '../understand/lexicon.ts';
import { readArea } from '../understand/places.ts';
import type { About, Teller } from './about.ts';
import type { Advice, Project } from './advice.ts';
import type { Recognised } from './columns.ts';
import type { ColumnId } from './subject.ts';
import { type Cell, isEmptyRow, textOf } from './table.ts';
import { yearsIn } from './term.ts';
import { vatIn } from './vat.ts';
import { whenIn } from './when.ts';
import { type Worth, worthOf } from './worth.ts';

/** One line of a calendar with what can be made of it. `row` counts the lines below the titles that are not empty. */
export type Scanned = {
  row: number;
  /** Its place in the sheet. */
  at: number;
  description: string;
  owner: string;
  department: string;
  project: Project;
  advice: Advice;
  /** The value is for one year or a part of it; without `years` nobody knows for how many. */
  yearly?: NonNullable<Worth['yearly']>;
  /** What somebody said that it is, where the calendar did not tell. */
  filled?: string;
};

/** What was said of a line of which the calendar does not tell what is bought. */
export type Filled = (row: number, description: string) => string | undefined;

export type Scanner = {
  tell: Teller;
  advise: (about: About, project: Project) => Advice;
  lexicon: Lexicon;
};

/** Every line of a calendar, in its order: none is lost. */
export function* scan(
  { sheet, titles, columns, vat, times, scale, unsure }: Recognised,
  scanner: Scanner,
  filled: Filled = () => undefined,
): Generator<Scanned> {
  const told = new Map<string, About>();
  const areas = new Map<string, string | undefined>();
  const { tell, advise, lexicon } = scanner;
  const term = textOf(sheet.rows[titles]?.[columns.duration ?? -1]);
  let row = 0;
  for (let at = titles + 1; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? [];
    if (isEmptyRow(cells)) continue;
    row += 1;
    const cell = (id: ColumnId): Cell | undefined => (columns[id] === undefined ? undefined : cells[columns[id]]);
    const description = textOf(cell('description'));
    const place = textOf(cell('area')) || description;
    const heard = once(told, `${description}\n${textOf(cell('kind'))}`, () =>
      aboutOf(description, textOf(cell('kind')), tell),
    );
    const said = heard.kind === 'unclear' ? filled(row, description) : undefined;
    const about = said === undefined ? heard : filledAbout(description, said, tell);
    const value: Worth = unsure
      ? { amount: undefined }
      : worthOf(cell('value'), { scale, times }, yearsIn(cell('duration'), term));
    const project: Project = {
      amount: value.amount,
      vat: vatIn(textOf(cell('value'))) ?? vat,
      start: startOf(cell('start')),
      area: once(areas, place, () => readArea(stemmed(place), lexicon)),
    };
    yield {
      row,
      at,
      description,
      owner: textOf(cell('owner')),
      department: textOf(cell('department')),
      project,
      advice: advise(about, project),
      ...(value.yearly ? { yearly: value.yearly } : {}),
      ...(said === undefined ? {} : { filled: said }),
    };
  }
}

/** The words that were added count; with those of the calendar beside them where they do not tell enough. */
function filledAbout(description: string, said: string, tell: Teller): About {
  const about = tell(said);
  return about.kind === 'unclear' ? tell(`${description} ${said}`) : about;
}

/** What a line is about; where its own words do not tell, its kind may. */
function aboutOf(description: string, kind: string, tell: Teller): About {
  const about = tell(description);
  if (about.kind !== 'unclear' || kind === '' || description === '') return about;
  const more = tell(`${description} ${kind}`);
  return more.kind === 'unclear' ? about : more;
}

function startOf(cell: Cell | undefined): string | undefined {
  if (cell instanceof Date) return textOf(cell) || undefined;
  return typeof cell === 'string' || typeof cell === 'number' ? whenIn(String(cell))?.day : undefined;
}

function once<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  if (kept.has(key)) return kept.get(key) as Value;
  const made = make();
  kept.set(key, made);
  return made;
}
