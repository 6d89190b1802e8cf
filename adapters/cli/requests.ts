import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { todayInAmsterdam } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { outside } from '../../src/journeys/outside.ts';
import { historyPart, requestParts } from '../../src/journeys/request-card.ts';
import { proofPage } from '../../src/journeys/request-proof.ts';
import { openDocuments, openKnowledge, openLibrary, openStore } from '../../src/open.ts';
import { plainText } from '../../src/reply.ts';
import { meaningTable, requestTable } from '../../src/request-table.ts';
import { type Choice, chosenFrom } from '../../src/requests/chosen.ts';
import { type PurchaseRequest, statuses } from '../../src/requests/request.ts';
import { texts } from '../../src/texts/texts.ts';
import { write } from './file.ts';
import { stayLean } from './lean.ts';
import { complain, print, printAll } from './output.ts';
import { wrongPeriod } from './period.ts';

const USAGE = `impact requests list [--status open|claimed|done|withdrawn] [--team NAME] [--from DAY] [--to DAY] [--json]
impact requests show IMP-2026-0001 [--json] [--locale en] [--out FILE.html]
impact requests export --out FILE.csv|FILE.xlsx [--status …] [--team …] [--from …] [--to …] [--locale en]`;

type Asked = Pick<Choice, 'team' | 'from' | 'to'> & { status?: string | undefined };

/** Lists purchase requests, shows one, or writes them to a file. Reads beside a bot that runs, and changes nothing. */
export async function runRequests(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      status: { type: 'string' },
      team: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean' },
      locale: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [what = 'list', id, ...more] = positionals;
  const language = values.locale === 'en' ? 'en' : 'nl';
  const wrong = wrongFilter(values) ?? wrongPeriod(values);
  if (wrong) {
    complain(wrong);
    return 2;
  }
  if (what === 'list' && id === undefined) return list(values, values.json === true);
  if (what === 'show' && id && more.length === 0) return show(id, { json: values.json, out: values.out, language });
  if (what === 'export' && id === undefined && values.out) return exportTo(values.out, values, language);
  complain(USAGE);
  return 2;
}

function wrongFilter({ status }: Asked): string | undefined {
  const known = status === undefined || statuses.some((one) => one === status);
  return known ? undefined : `--status: "${status}" is none of: ${statuses.join(', ')}`;
}

async function list(asked: Asked, json: boolean): Promise<number> {
  const found = await requestsOf(asked);
  printAll(
    found.map((request) => {
      const { id, on, status, need } = request;
      return json
        ? JSON.stringify(printed(request))
        : [id, on, status, need.team ?? '-', need.what.replace(/\s+/g, ' ')].join('  ');
    }),
  );
  return 0;
}

async function show(
  id: string,
  { json, out, language }: { json?: boolean | undefined; out?: string | undefined; language: 'nl' | 'en' },
): Promise<number> {
  const config = readConfig();
  const store = await openStore(config, { readOnly: true });
  const request = await store.read((records) => records.requests.get(id.toUpperCase()));
  await store.close();
  if (!request) {
    complain(`no request with number ${id}: see impact requests list`);
    return 2;
  }
  if (out !== undefined && extname(out).toLowerCase() !== '.html') {
    complain(`--out: "${out}" must end in .html`);
    return 2;
  }
  if (json && out === undefined) {
    print(JSON.stringify(printed(request)));
    return 0;
  }
  const library = await openLibrary(config);
  const context = outside(language, {
    library,
    today: todayInAmsterdam(),
    documents: openDocuments(),
    receiptKey: config.receiptKey,
    decide: () => {
      throw new Error('a request that is shown decides nothing');
    },
  });
  if (out !== undefined) return write(out, context.documents.page(proofPage(request, context)).content) ? 0 : 2;
  print(
    plainText({ parts: [...requestParts(request, context), historyPart(request, context)], language }, texts[language]),
  );
  return 0;
}

async function exportTo(out: string, asked: Asked, language: 'nl' | 'en'): Promise<number> {
  const type = extname(out).toLowerCase();
  if (type !== '.csv' && type !== '.xlsx') {
    complain(`--out: "${out}" must end in .csv or .xlsx`);
    return 2;
  }
  const documents = openDocuments();
  const table = requestTable(await requestsOf(asked), await openKnowledge(readConfig()), language);
  const content =
    type === '.csv' ? await documents.csv(table) : await documents.workbook([table, meaningTable(language)]);
  if (!write(out, content)) return 2;
  complain(`${table.rows.length} requests in ${out}`);
  return 0;
}

async function requestsOf(asked: Asked): Promise<PurchaseRequest[]> {
  const choice: Choice = { ...asked, status: statuses.find((one) => one === asked.status) };
  stayLean();
  const store = await openStore(readConfig(), { readOnly: true });
  const { status } = choice;
  const all = await store.read((records) => records.requests.list(status ? { status } : {}));
  await store.close();
  return chosenFrom(all, choice);
}

/** A request without what is of use to the bot alone: where its people and its cards are, who is reminded, and what it is found by. */
function printed(whole: PurchaseRequest): object {
  const { requester, claimer, cards: _places, muted: _quiet, owner: _o, ofTeam: _t, sought: _s, ...request } = whole;
  const named = ({ id, name }: PurchaseRequest['requester']) => ({ id, name });
  return { ...request, requester: named(requester), ...(claimer ? { claimer: named(claimer) } : {}) };
}
