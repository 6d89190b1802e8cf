import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepRequests, requestOf } from '../support/requests.ts';
import { inFolderOfItsOwn, jsonOf } from './program.ts';

const { folder, impact } = inFolderOfItsOwn();

beforeAll(async () => {
  mkdirSync(join(folder, 'data'));
  await keepRequests(join(folder, 'data', 'inkopen.json'), [
    requestOf({
      number: 10,
      on: '2026-11-20',
      status: 'done',
      need: {
        what: '=HYPERLINK("http://x")',
        thing: 'lunch',
        team: 'Jeugd',
        amount: 600.5,
        vat: 'excluded',
        people: 20,
      },
      claimedAt: '2026-11-20T10:00:00Z',
      doneAt: '2026-11-21T23:30:00Z',
      bought: { supplier: 'the-colour-kitchen', amount: 580.25, vat: 'included' },
    }),
    requestOf({ number: 2, on: '2026-10-01', need: { what: 'tassen', team: 'team Wijken', wantedBy: '2026-12-05' } }),
    requestOf({ number: 3, on: '2026-12-01', status: 'claimed', need: { what: 'taart; met "room"', team: 'jeugd' } }),
  ]);
});

const ids = (out: string) => jsonOf(out).map(({ id }) => id);

describe('impact requests list', () => {
  it('lists all in the order of their numbers, beside a bot that holds the file', () => {
    writeFileSync(join(folder, 'data', 'inkopen.json.lock'), String(process.pid));
    expect(impact(['requests', 'list']).out.split('\n').slice(0, 3)).toEqual([
      'IMP-2026-0002  2026-10-01  open  team Wijken  tassen',
      'IMP-2026-0003  2026-12-01  claimed  jeugd  taart; met "room"',
      'IMP-2026-0010  2026-11-20  done  Jeugd  =HYPERLINK("http://x")',
    ]);
  });

  it('lists those of one status, one team or some days, the last day included', () => {
    const listed = (...args: string[]) => ids(impact(['requests', 'list', '--json', ...args]).out);
    expect(listed('--status', 'done')).toEqual(['IMP-2026-0010']);
    expect(listed('--team', 'Team Jeugd')).toEqual(['IMP-2026-0003', 'IMP-2026-0010']);
    expect(listed('--from', '2026-10-02', '--to', '2026-11-20')).toEqual(['IMP-2026-0010']);
  });

  it('tells programs all but the places where people and cards are', () => {
    const [one] = jsonOf(impact(['requests', 'show', 'imp-2026-0010', '--json']).out);
    expect(one).toMatchObject({ id: 'IMP-2026-0010', requester: { name: 'Ann' }, claimer: { name: 'Bo' } });
    expect(JSON.stringify(one)).not.toContain('"at"');
  });

  it('lists nothing where there is nothing', () => {
    expect(impact(['requests'], { env: { DATA_DIR: 'nowhere' } })).toMatchObject({ status: 0, err: '' });
  });

  it.each([
    [['list', '--status', 'klaar'], '"klaar" is none of: open, claimed, done, withdrawn'],
    [['list', '--from', '31-11-2026'], '"31-11-2026" is no day'],
    [['list', '--to', '2026-02-30'], '"2026-02-30" is no day'],
    [['list', '--from', '2026-11-02', '--to', '2026-11-01'], 'lies before --from'],
    [['list', '--colour', 'red'], '--colour'],
    [['show', 'IMP-2026-0099'], 'no request with number IMP-2026-0099'],
    [['show', 'IMP-2026-0010', '--out', 'kaart.pdf'], 'must end in .html'],
    [['export'], 'impact requests export --out'],
    [['export', '--out', 'aanvragen.ods'], 'must end in .csv or .xlsx'],
    [['export', '--out', 'no/such/folder.csv'], 'that folder does not exist'],
    [['export', '--out', 'data/inkopen.json/x.csv'], 'part of that path is a file'],
    [['remove', 'IMP-2026-0010'], 'impact requests list'],
  ])('refuses %j: %s', (args, why) => {
    const { status, err, out } = impact(['requests', ...args]);
    expect(err).toContain(why);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).not.toContain('    at ');
  });
});

describe('impact requests show', () => {
  it('tells a request with what happened', () => {
    const { out } = impact(['requests', 'show', 'IMP-2026-0010']);
    expect(out).toMatch(/Status: afgerond[\s\S]*The Colour Kitchen, € 580,25, met btw[\s\S]*opgepakt door Bo/);
  });

  it('writes its file card as a page', () => {
    expect(impact(['requests', 'show', 'IMP-2026-0010', '--out', 'kaart.html'])).toMatchObject({ status: 0, err: '' });
    const page = readFileSync(join(folder, 'kaart.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(page).toContain('Dossierkaart IMP-2026-0010');
  });
});

describe('impact requests export', () => {
  it('writes the same to CSV and to a workbook, with days as days and amounts as numbers', async () => {
    expect(impact(['requests', 'export', '--out', 'a.csv']).err).toBe('3 requests in a.csv\n');
    expect(impact(['requests', 'export', '--out', 'a.xlsx']).status).toBe(0);
    const csv: string[][] = parse(readFileSync(join(folder, 'a.csv')), { bom: true, delimiter: ';' });
    const sheet = await readSheet(join(folder, 'a.xlsx'));
    expect(csv[0]).toEqual(sheet[0]);
    const column = (title: string) => sheet[0]?.indexOf(title) ?? -1;
    const [written, read] = [csv[3] ?? [], sheet[3] ?? []];
    expect(written[column('Wat')]).toBe('\'=HYPERLINK("http://x")');
    expect(read[column('Wat')]).toBe('=HYPERLINK("http://x")');
    expect(written[column('Gekocht met btw')]).toBe('580,25');
    expect(read[column('Gekocht met btw')]).toBe(580.25);
    expect(read[column('Gekocht zonder btw')]).toBeNull();
    // Half past eleven at night in Greenwich is the next day in Utrecht.
    expect(written[column('Afgerond op')]).toBe('22-11-2026');
    expect(read[column('Afgerond op')]).toEqual(new Date('2026-11-22T00:00:00Z'));
    expect(read[column('Gekocht bij')]).toBe('The Colour Kitchen');
  });

  it('says what each column means, on a sheet of its own', async () => {
    impact(['requests', 'export', '--out', 'b.xlsx']);
    const [titles = []] = await readSheet(join(folder, 'b.xlsx'), 'Aanvragen');
    const meanings = await readSheet(join(folder, 'b.xlsx'), 'Betekenis');
    expect(meanings.slice(1).map(([title]) => title)).toEqual(titles);
    expect(meanings.slice(1).every(([, meaning]) => typeof meaning === 'string' && meaning.length > 10)).toBe(true);
  });

  it('has English titles and meanings for who asks for that', async () => {
    impact(['requests', 'export', '--out', 'en.xlsx', '--locale', 'en']);
    const [titles = [], ...rows] = await readSheet(join(folder, 'en.xlsx'), 'Requests');
    expect(titles.slice(0, 4)).toEqual(['Number', 'Status', 'Posted on', 'What']);
    expect(rows.map((row) => row[1])).toContain('done');
    expect((await readSheet(join(folder, 'en.xlsx'), 'Meaning')).slice(1).map(([title]) => title)).toEqual(titles);
  });

  it('names no colleague', () => {
    impact(['requests', 'export', '--out', 'c.csv']);
    expect(readFileSync(join(folder, 'c.csv'), 'utf8')).not.toMatch(/\bAnn\b|\bBo\b|utrecht\.example/);
  });

  it('says it when it may not write there, and writes nothing', () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    chmodSync(folder, 0o755);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const program = join(import.meta.dirname, '../../adapters/cli/impact.mjs');
    const { status, stderr } = spawnSync(process.execPath, [program, 'requests', 'export', '--out', 'closed/a.csv'], {
      encoding: 'utf8',
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', DATA_DIR: 'nowhere' },
      ...nobody,
    });
    expect(stderr).toBe('closed/a.csv cannot be written: there is no permission to write there\n');
    expect(status).toBe(2);
    expect(existsSync(join(closed, 'a.csv'))).toBe(false);
  });

  it('gives 10.000 requests back with the same sums, in another reader', async () => {
    const large = Array.from({ length: 10_000 }, (_, at) =>
      requestOf({
        number: at + 1,
        status: 'done',
        need: { what: `tas ${at}`, pieces: at + 1, amount: at + 0.01, vat: 'excluded' },
      }),
    );
    mkdirSync(join(folder, 'large'));
    await keepRequests(join(folder, 'large', 'inkopen.json'), large);
    const env = { DATA_DIR: 'large' };
    impact(['requests', 'export', '--out', 'l.xlsx'], { env });
    impact(['requests', 'export', '--out', 'l.csv'], { env });
    const sheet = await readSheet(join(folder, 'l.xlsx'));
    const csv: string[][] = parse(readFileSync(join(folder, 'l.csv')), { bom: true, delimiter: ';' });
    for (const title of ['Bedrag', 'Stuks']) {
      const at = sheet[0]?.indexOf(title) ?? -1;
      const sum = (values: number[]) => Math.round(values.reduce((total, one) => total + one, 0) * 100);
      const asked = sum(large.map(({ need }) => (title === 'Bedrag' ? need.amount : need.pieces) ?? 0));
      expect(sum(sheet.slice(1).map((row) => Number(row[at])))).toBe(asked);
      expect(sum(csv.slice(1).map((row) => Number(row[at]?.replace(',', '.'))))).toBe(asked);
    }
    expect(sheet).toHaveLength(10_001);
  });
});
