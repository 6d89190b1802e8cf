import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocuments } from '../adapters/documents/documents.ts';
import type { ScanChat } from './scan-chat.ts';

const LINES = 10_000;
const LONGEST = 10_000;
const MOST = 300;
/** Others wait no longer than this for a turn of the processor. */
const LONGEST_WAIT = 1000;
const RUNS = 3;
/** Printed by a process when it ends: the most memory that it ever had, in kilobytes. */
const TELL = 'process.on("exit",()=>process.stderr.write("\\nrss "+process.resourceUsage().maxRSS+"\\n"))';

/** Scans a calendar of many lines on the command line and in a conversation; time, and memory above the same process without it. */
export async function measureScan(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'impact-scan-'));
  try {
    const load = loadavg()[0] ?? Number.NaN;
    const files = await calendars(root, folder);
    const command = join(root, 'adapters', 'cli', 'impact.mjs');
    const idle = taken([command, 'scan', files.one], folder).megabytes;
    const onCommand = (['csv', 'xlsx'] as const).map((kind) => {
      const { milliseconds, megabytes } = taken(
        [command, 'scan', files[kind], '--out', 'uit.xlsx', '--chart', 'uit.png'],
        folder,
      );
      return lineOf(`impact scan of ${LINES} lines as ${kind}`, milliseconds, megabytes - idle);
    });
    const inChat = chat(join(root, 'bench', 'scan-chat.ts'), files.xlsx);
    const { took, longest, peak } = inChat;
    const waits = `${longest <= LONGEST_WAIT ? 'holds' : 'MISSED'}  others wait ${longest.toFixed(0)} ms at most (at most ${LONGEST_WAIT} ms)`;
    return [
      `${LINES} lines, an idle process ${idle.toFixed(0)} MB, load ${load.toFixed(1)} at the start`,
      ...onCommand,
      lineOf('the same handed over in a conversation', took, peak - inChat.idle),
      waits,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lineOf(what: string, milliseconds: number, megabytes: number): string {
  const holds = milliseconds <= LONGEST && megabytes <= MOST;
  return `${holds ? 'holds' : 'MISSED'}  ${what}: ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB above it (at most ${LONGEST} ms, ${MOST} MB)`;
}

/** The labelled calendar over and over, each line in other words. */
async function calendars(root: string, folder: string): Promise<Record<'one' | 'csv' | 'xlsx', string>> {
  const { readTable, book } = createDocuments();
  const table = await readTable(readFileSync(join(root, 'test', 'knowledge', 'sets', 'kalender.csv')));
  if (table.kind === 'not-read') throw new Error(table.why);
  const [titles = [], ...lines] = table.sheets[0]?.rows ?? [];
  const rows = Array.from({ length: LINES }, (_, at) => {
    const [number, what, ...rest] = lines[at % lines.length] ?? [];
    return [number ?? null, `${what} deel ${at}`, ...rest];
  });
  const files = { one: join(folder, 'een.csv'), csv: join(folder, 'veel.csv'), xlsx: join(folder, 'veel.xlsx') };
  const text = (all: readonly (readonly unknown[])[]) => all.map((row) => row.join(';')).join('\r\n');
  writeFileSync(files.one, text([titles, rows[0] ?? []]));
  writeFileSync(files.csv, text([titles, ...rows]));
  writeFileSync(files.xlsx, await book([{ name: 'Kalender', rows: [titles, ...rows] }]));
  return files;
}

/** The best of some runs, in which others were least in the way. */
function taken(args: readonly string[], cwd: string): { milliseconds: number; megabytes: number } {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${TELL}`, ...args], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '' },
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`"${args.join(' ')}" ended with ${status}: ${stderr}`);
    return { milliseconds: performance.now() - start, megabytes: Number(/\nrss (\d+)/.exec(stderr)?.[1]) / 1024 };
  });
  return {
    milliseconds: Math.min(...runs.map(({ milliseconds }) => milliseconds)),
    megabytes: Math.min(...runs.map(({ megabytes }) => megabytes)),
  };
}

function chat(script: string, file: string): ScanChat {
  const child = spawnSync(process.execPath, ['--expose-gc', script, file], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`the conversation ended with ${child.status}: ${child.stderr}`);
  return JSON.parse(child.stdout);
}
