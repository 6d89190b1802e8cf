import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { todayInAmsterdam } from '../src/clock.ts';
import { openAiSettings } from '../src/openai-config.ts';
import type { Kind } from '../src/ports.ts';
import { TERMS } from '../src/terms.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** Each with the days after which somebody should look again. */
const PAPERS = {
  'dpia.md': 365,
  'verwerkingsregister.md': 365,
  'algoritmeregister.md': 365,
  'bio2.md': 365,
  'privacy.md': 365,
  'taalmodel.md': 365,
  'kwetsbaarheden.md': 90,
  'risico-botbuilder.md': 90,
};
/** How the register of processing names what is kept for a term. */
const ROWS = {
  progress: 'gesprek',
  receipts: 'bewaarde checks',
  requests: 'aanvragen aan Inkoop',
  departures: 'redenen om lager',
  calendars: 'de laatste inkoopkalender',
  reminders: 'seintje over',
  confirmations: 'voorgelegde leveranciers',
  experiences: 'ervaringen',
  questions: 'vragen aan experts',
  reach: 'waar een collega',
  subscribers: 'wie het maandbericht',
  cards: 'welke kaart',
  notes: 'vragen, tips',
} satisfies Record<Exclude<Kind, 'desks' | 'counters'>, string>;
const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** The day on which somebody last looked, as an ISO date. */
function lookedAt(text: string): string | undefined {
  const [, day, name = '', year] = /Bekeken op (\d{1,2}) ([a-z]+) (\d{4})/.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return day && month > 0 ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);

function oldOnes(papers: Record<string, string | undefined>, today: string): string[] {
  return Object.entries(PAPERS)
    .filter(([name, days]) => daysBetween(papers[name] ?? '', today) > days)
    .map(([name]) => name);
}

const found = Object.fromEntries(Object.keys(PAPERS).map((name) => [name, lookedAt(read(`docs/${name}`))]));

describe('the papers that go with the bot', () => {
  it.each(Object.entries(found))('are there, each with the day it was last looked at: %s', (_, day) => {
    expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('that nobody looked at for too long are named, as a warning', () => {
    for (const name of oldOnes(found, todayInAmsterdam())) process.stderr.write(`docs/${name}: look at it again\n`);
    const papers = { ...found, 'dpia.md': '2026-01-02', 'bio2.md': '2026-01-01', 'kwetsbaarheden.md': '2026-10-02' };
    expect(oldOnes({ ...papers, 'risico-botbuilder.md': '2026-12-01' }, '2027-01-02')).toEqual([
      'bio2.md',
      'kwetsbaarheden.md',
    ]);
  });

  it.each(Object.entries(ROWS))('say how long it is kept, as it is: %s', (kind, row) => {
    const days = TERMS[kind as keyof typeof ROWS];
    const said = read('docs/verwerkingsregister.md')
      .split('\n')
      .filter((line) => line.startsWith(`| ${row}`));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`| ${days % 365 === 0 ? `${days / 365} jaar` : `${days} dagen`} |`);
  });

  it.each(Object.keys(openAiSettings))('tell of each setting of the language model: %s', (name) => {
    const [dutch = '', english = ''] = read('docs/taalmodel.md').split('(English)');
    for (const text of [dutch, english, read('.env.example')]) expect(text).toContain(name);
  });
});

describe('the list of parts', () => {
  it('is the same as what is locked', () => {
    const { stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      encoding: 'utf8',
      cwd: new URL('..', import.meta.url),
      maxBuffer: 64 * 1024 * 1024,
    });
    type Part = { group?: string; name: string; version: string };
    const { components } = JSON.parse(stdout) as { components: Part[] };
    const listed = components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`);
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
    const locked = Object.entries(packages).flatMap(([path, { version }]) =>
      path === '' ? [] : [`${path.split('node_modules/').at(-1)}@${version}`],
    );
    expect(listed.length).toBeGreaterThan(50);
    expect([...new Set(listed)].toSorted()).toEqual([...new Set(locked)].toSorted());
  });
});
