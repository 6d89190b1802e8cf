import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

const id = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const all = { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: 'geheim', TEAMS_TENANT_ID: id };
const names = Object.keys(all) as (keyof typeof all)[];

function problemsOf(settings: Record<string, string>): readonly string[] {
  try {
    readConfig(settings);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** Every way to fill in some of the three and not all. */
const half = Array.from({ length: 6 }, (_, at) => names.filter((_name, bit) => ((at + 1) >> bit) & 1)).map((some) =>
  Object.fromEntries(some.map((name) => [name, all[name]])),
);

describe('the settings of Teams', () => {
  it('put Teams on when all three are there, and off when none is', () => {
    expect(readConfig(all).teams).toEqual({ kind: 'registered', appId: id, password: 'geheim', tenant: id, hosts: [] });
    expect(readConfig({}).teams).toBeUndefined();
    expect(readConfig({ TEAMS_APP_ID: ' ' }).teams).toBeUndefined();
  });

  it.each(half)('are refused when some are missing, with each that is: %j', (settings) => {
    const missing = names.filter((name) => !(name in settings));
    expect(problemsOf(settings).map((problem) => problem.split(':')[0])).toEqual(missing);
    expect(problemsOf(settings).join()).toContain('ontbreekt');
  });

  it('let anyone in for development on this computer alone', () => {
    expect(readConfig({ TEAMS_DEV: '1' }).teams).toEqual({ kind: 'development' });
    expect(readConfig({ TEAMS_DEV: '1', HOST: '127.0.0.1' }).teams).toEqual({ kind: 'development' });
    for (const HOST of ['0.0.0.0', '::', '10.0.0.4', 'localhost'])
      expect(problemsOf({ TEAMS_DEV: '1', HOST }).join()).toContain('TEAMS_DEV: kan alleen met HOST 127.0.0.1');
  });

  it('are for development or for use, not for both', () => {
    expect(problemsOf({ ...all, TEAMS_DEV: '1' }).join()).toContain('kies een van de twee');
    expect(problemsOf({ TEAMS_DEV: 'ja' }).join()).toContain('kan alleen 1 zijn');
  });

  it('hold ids and not names, and hosts and not addresses', () => {
    expect(problemsOf({ ...all, TEAMS_TENANT_ID: 'utrecht.onmicrosoft.com' }).join()).toContain('TEAMS_TENANT_ID');
    expect(problemsOf({ ...all, TEAMS_SERVICE_HOSTS: 'https://x/' }).join()).toContain('TEAMS_SERVICE_HOSTS');
    expect(readConfig({ ...all, TEAMS_SERVICE_HOSTS: 'a.example, b.example' }).teams).toMatchObject({
      hosts: ['a.example', 'b.example'],
    });
  });

  it('show no secret in what is said of them', () => {
    expect(problemsOf({ ...all, TEAMS_APP_ID: 'x', TEAMS_APP_PASSWORD: 'kanarie' }).join()).not.toContain('kanarie');
  });
});
