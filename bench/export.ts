import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import type { PurchaseRequest } from '../src/requests/request.ts';

const REQUESTS = 10_000;
const RUNS = 5;
const LONGEST = 3000;
const MOST = 200;
/** Printed by a process when it ends: the most memory that it ever had, in kilobytes. */
const TELL = 'process.on("exit",()=>process.stderr.write("\\nrss "+process.resourceUsage().maxRSS+"\\n"))';

/** What one command takes in the best of its runs, in which others were least in the way: milliseconds, and megabytes of memory. */
type Taken = { milliseconds: number; megabytes: number };

/** Exports and reports over many requests, each as a process of its own; and whether the export stays within its limits. */
export async function measureExport(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'impact-bench-'));
  try {
    await fill(join(folder, 'data'));
    const command = join(root, 'adapters', 'cli', 'impact.mjs');
    const period = ['--from', '2026-01-01', '--to', '2026-12-31'];
    const all: [string, string[]][] = [
      ['export to CSV', ['requests', 'export', '--out', 'a.csv']],
      ['export to XLSX', ['requests', 'export', '--out', 'a.xlsx']],
      ['report', ['report', ...period, '--out', 'rapport']],
    ];
    const load = loadavg()[0] ?? Number.NaN;
    const empty = taken(['-e', '0'], folder).megabytes;
    const lines = all.map(([what, args]) => {
      const { milliseconds, megabytes } = taken([command, ...args], folder);
      return lineOf(what, { milliseconds, megabytes: megabytes - empty });
    });
    const head = `${REQUESTS} requests, an empty process ${empty.toFixed(0)} MB, load ${load.toFixed(1)} at the start`;
    return [head, ...lines].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lineOf(what: string, { milliseconds, megabytes }: Taken): string {
  const came = `${what}: ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB above it`;
  if (!what.startsWith('export')) return came;
  const holds = milliseconds <= LONGEST && megabytes <= MOST;
  return `${holds ? 'holds' : 'MISSED'}  ${came} (at most ${LONGEST} ms, ${MOST} MB)`;
}

function taken(args: readonly string[], cwd: string): Taken {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${TELL}`, ...args], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '' },
    });
    if (status !== 0) throw new Error(`"${args.join(' ')}" ended with ${status}: ${stderr}`);
    const kilobytes = Number(/\nrss (\d+)/.exec(stderr)?.[1]);
    return { milliseconds: performance.now() - start, megabytes: kilobytes / 1024 };
  });
  return {
    milliseconds: Math.min(...runs.map((one) => one.milliseconds)),
    megabytes: Math.min(...runs.map((one) => one.megabytes)),
  };
}

async function fill(folder: string): Promise<void> {
  mkdirSync(folder);
  const store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today: () => '2026-11-28' });
  await store.settle('fill', async (records) => {
    for (let at = 1; at <= REQUESTS; at++) await records.requests.put(idOf(at), requestOf(at));
    return [];
  });
  await store.close();
}

const idOf = (at: number) => `IMP-2026-${String(at).padStart(4, '0')}`;

function requestOf(at: number): PurchaseRequest {
  const place = { channel: 'slack', id: `C${at % 40}` } as const;
  const on = new Date(Date.UTC(2026, 0, 1 + (at % 330))).toISOString();
  const requester = {
    id: `p${at % 400}@utrecht.example`,
    name: `Collega ${at % 400}`,
    at: place,
    language: 'nl',
  } as const;
  const buyer = { ...requester, id: `b${at % 9}@utrecht.example`, name: `Inkoper ${at % 9}` };
  return {
    id: idOf(at),
    status: 'done',
    on: on.slice(0, 10),
    need: {
      what: `lunch voor ${at % 90} collega's in de vergaderzaal, vegetarisch graag`,
      thing: ['lunch', 'drukwerk', 'kerstpakketten'][at % 3] ?? 'lunch',
      people: 1 + (at % 90),
      amount: 10 + at / 100,
      vat: at % 2 ? 'included' : 'excluded',
      wantedBy: on.slice(0, 10),
      place: 'Stadskantoor',
      team: `Team ${at % 30}`,
      wishes: 'graag voor twaalf uur, en zonder noten',
      supplier: 'the-colour-kitchen',
    },
    requester,
    claimer: buyer,
    suggested: ['the-colour-kitchen'],
    bought: { supplier: 'the-colour-kitchen', amount: 9 + at / 100, vat: at % 2 ? 'included' : 'excluded' },
    history: [
      { on, by: requester, as: 'requester', what: 'posted' },
      { on, by: buyer, as: 'buyer', what: 'claim' },
      { on, by: buyer, as: 'buyer', what: 'finish', text: 'The Colour Kitchen' },
    ],
    muted: [],
    cards: [place],
  };
}
