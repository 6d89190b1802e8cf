import { todayInAmsterdam } from './clock.ts';
import { categoriesByThing } from './knowledge/categories.ts';
import type { Knowledge } from './knowledge/load.ts';
import type { Cell, Column, Table } from './paper.ts';
import type { Event, PurchaseRequest } from './requests/request.ts';
import { texts } from './texts/texts.ts';

const KINDS = {
  id: 'text',
  status: 'text',
  on: 'day',
  what: 'text',
  category: 'text',
  people: 'number',
  pieces: 'number',
  amount: 'euro',
  vat: 'text',
  wantedBy: 'day',
  place: 'text',
  team: 'text',
  wishes: 'text',
  supplier: 'text',
  check: 'text',
  checkNumber: 'text',
  checkOn: 'day',
  claimedOn: 'day',
  doneOn: 'day',
  boughtFrom: 'text',
  boughtWithout: 'euro',
  boughtWith: 'euro',
} as const satisfies Record<string, Column['kind']>;
export type RequestColumn = keyof typeof KINDS;
const COLUMNS = Object.keys(KINDS) as RequestColumn[];

type Language = 'nl' | 'en';
/** What cells are filled from besides a request. */
type Filling = { knowledge: Knowledge; categories: ReturnType<typeof categoriesByThing>; language: Language };

/** Purchase requests as a table, without the names of colleagues: one row each, in the order in which they came. */
export function requestTable(requests: readonly PurchaseRequest[], knowledge: Knowledge, language: Language): Table {
  const { report } = texts[language];
  const filling = { knowledge, categories: categoriesByThing(knowledge.words), language };
  return {
    name: report.requests,
    columns: COLUMNS.map((id) => ({ title: report.columns[id][0], kind: KINDS[id] })),
    rows: requests.map((request) => {
      const cells = cellsOf(request, filling);
      return COLUMNS.map((id) => cells[id] ?? null);
    }),
  };
}

/** What each column means, to stand beside the table. */
export function meaningTable(language: Language): Table {
  const { report } = texts[language];
  return {
    name: report.meaning,
    columns: [
      { title: report.column, kind: 'text' },
      { title: report.meaning, kind: 'text' },
    ],
    rows: COLUMNS.map((id) => report.columns[id]),
  };
}

function cellsOf(
  request: PurchaseRequest,
  { knowledge, categories, language }: Filling,
): { [Id in RequestColumn]?: Cell | undefined } {
  const { need, check, bought, history } = request;
  const { report, requests } = texts[language];
  const nameOf = (supplier: string | undefined) => supplier && (knowledge.suppliers.get(supplier)?.name ?? supplier);
  const diets = (need.diet ?? []).flatMap(
    (id) => knowledge.words.diets.find((one) => one.id === id)?.label[language] ?? [],
  );
  const done = request.status === 'done';
  return {
    id: request.id,
    status: requests.statuses[request.status],
    on: request.on,
    what: need.what,
    category: categories.get(need.thing ?? '')?.label[language],
    people: need.people,
    pieces: need.pieces,
    amount: need.amount,
    vat: need.amount === undefined ? undefined : report.vat[need.vat ?? 'unknown'],
    wantedBy: need.wantedBy,
    place: need.place,
    team: need.team,
    wishes: need.wishes ?? (diets.length > 0 ? diets.join(', ') : undefined),
    supplier: nameOf(need.supplier),
    check: check && (knowledge.check.outcomes[check.outcome]?.name[language] ?? check.outcome),
    checkNumber: check?.number,
    checkOn: check?.on,
    claimedOn: dayOf(history.find(({ what }) => what === 'claim')),
    doneOn: done ? dayOf(history.findLast(({ what }) => what === 'finish')) : undefined,
    boughtFrom: nameOf(bought?.supplier),
    boughtWithout: bought?.vat === 'excluded' ? bought.amount : undefined,
    boughtWith: bought?.vat === 'included' ? bought.amount : undefined,
  };
}

function dayOf(event: Event | undefined): string | undefined {
  return event && todayInAmsterdam(new Date(event.on));
}
