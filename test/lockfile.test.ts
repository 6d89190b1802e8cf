import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  deprecated?: string;
  hasInstallScript?: boolean;
};
const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).filter(([path]) => path !== '');
const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
const asked = groups.flatMap((group) => Object.entries(manifest[group] ?? {}));
const namesOf = (found: [string, Locked][]) => found.map(([path]) => path);

describe('what is installed', () => {
  it('is the same for everyone: each package has its checksum', () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(
      namesOf(packages.filter(([, { integrity, link }]) => !link && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))),
    ).toEqual([]);
  });

  it('comes from a registry and from no repository or other computer', () => {
    expect(namesOf(packages.filter(([, { resolved }]) => resolved !== undefined))).toEqual([]);
    expect(namesOf(packages.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(version ?? '')))).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/git\+|github:|file:|http:\/\//);
  });

  it('has nothing that its makers gave up on', () => {
    expect(namesOf(packages.filter(([, { deprecated }]) => deprecated !== undefined))).toEqual([]);
  });

  it('runs no script of somebody else', () => {
    const settings = read('.npmrc').split('\n');
    expect(settings).toContain('ignore-scripts=true');
    expect(settings).toContain('save-exact=true');
  });

  it('is asked for by exact version, and locked at that version', () => {
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const locked = new Map(packages.map(([path, { version }]) => [path.replace(/^node_modules\//, ''), version]));
    expect(asked.map(([name]) => [name, locked.get(name)])).toEqual(asked);
  });

  it('is asked for in the lockfile as in package.json', () => {
    const root = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Record<string, unknown>> })
      .packages[''];
    expect(groups.map((group) => root?.[group])).toEqual(groups.map((group) => manifest[group]));
  });
});
