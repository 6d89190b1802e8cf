import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AjvDraft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appPackage, manifestFor } from '../../../adapters/teams/app-package.ts';
import { HAND_ON } from '../../../adapters/teams/handing.ts';
import { SEARCH } from '../../../adapters/teams/search.ts';
import { readConfig, readTeamsApp } from '../../../src/config.ts';
import { conversation } from '../../support/conversation.ts';
import { library } from '../../support/library.ts';
import { APP, TENANT } from './activities.ts';

const require = createRequire(import.meta.url);
const pages = {
  websiteUrl: 'https://www.gemeente.example/',
  privacyUrl: 'https://intranet.gemeente.example/privacy?van=bot',
  termsUrl: 'https://intranet.gemeente.example/voorwaarden',
};
const app = { appId: APP, ...pages };
const settings = {
  TEAMS_APP_ID: APP,
  TEAMS_WEBSITE_URL: pages.websiteUrl,
  TEAMS_PRIVACY_URL: pages.privacyUrl,
  TEAMS_TERMS_URL: pages.termsUrl,
};
const manifest = JSON.parse(manifestFor(app));
const english = JSON.parse(readFileSync(new URL('../../../adapters/teams/package/en.json', import.meta.url), 'utf8'));
const files = unzipSync(appPackage(app));

/** The schemas that Microsoft publishes with its own tools. */
const schemas = join(require.resolve('@microsoft/app-manifest'), `../json-schemas/teams/v${manifest.manifestVersion}`);

function problems(what: object, schema: string): unknown {
  const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(join(schemas, schema), 'utf8')));
  return check(what) ? [] : check.errors;
}

/** The width and height that stand at the head of a PNG, and how its colours are kept. */
function picture(name: string) {
  const bytes = Buffer.from(files[name] ?? []);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), withTransparency: bytes[25] === 6 };
}

describe('the app package', () => {
  it('has a manifest and a translation that are valid by the schemas of Microsoft', () => {
    expect(problems(manifest, 'MicrosoftTeams.schema.json')).toEqual([]);
    expect(problems(english, 'MicrosoftTeams.Localization.schema.json')).toEqual([]);
  });

  it('holds what the manifest names, with our app in it and nothing left to fill in', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect([manifest.id, manifest.bots[0].botId, manifest.composeExtensions[0].botId]).toEqual([APP, APP, APP]);
    const { websiteUrl, privacyUrl, termsOfUseUrl: termsUrl } = manifest.developer;
    expect({ websiteUrl, privacyUrl, termsUrl }).toEqual(pages);
    expect(Buffer.from(files['manifest.json'] ?? []).toString()).not.toContain('{{');
  });

  it('has icons in the sizes that Teams asks', () => {
    expect(picture('color.png')).toMatchObject({ width: 192, height: 192 });
    expect(picture('outline.png')).toEqual({ width: 32, height: 32, withTransparency: true });
  });

  it('offers the search and the action that the bot answers, and nothing that it does not', () => {
    expect(
      manifest.composeExtensions[0].commands.map(({ id, type }: { id: string; type: string }) => [id, type]),
    ).toEqual([
      [SEARCH.command, 'query'],
      [HAND_ON, 'action'],
    ]);
    expect(manifest.composeExtensions[0].commands[0].parameters[0].name).toBe(SEARCH.parameter);
    expect(manifest.bots[0].scopes).toEqual(['personal', 'groupChat', 'team']);
    expect(manifest.bots[0].supportsFiles).toBe(true);
  });

  it('translates everything that is shown', () => {
    const shown = (value: unknown, path: string): string[] => {
      if (Array.isArray(value)) return value.flatMap((one, at) => shown(one, `${path}[${at}]`));
      if (typeof value !== 'object' || value === null)
        return /(?:title|description)$|^name\.|^description\./.test(path) ? [path] : [];
      return Object.entries(value).flatMap(([key, one]) => shown(one, path === '' ? key : `${path}.${key}`));
    };
    expect(
      Object.keys(english)
        .filter((key) => key !== '$schema')
        .sort(),
    ).toEqual(shown(manifest, '').sort());
  });

  const commands: string[] = [
    ...manifest.bots[0].commandLists.flatMap(({ commands }: { commands: { title: string }[] }) =>
      commands.map(({ title }) => title),
    ),
    ...Object.entries(english).flatMap(([key, text]) =>
      /commands\[\d\]\.title$/.test(key) && key.startsWith('bots') ? [String(text)] : [],
    ),
  ];
  it.each([...new Set(commands)])('has a command that the bot understands: %s', async (title) => {
    const ann = conversation(library);
    await ann.says(title);
    expect(['answered', 'clarify', 'smalltalk']).toContain(ann.made().status);
    expect(ann.heard().length).toBeGreaterThan(80);
  });
});

describe('npm run teams:package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pakket-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const make = fileURLToPath(new URL('../../../adapters/teams/make-package.ts', import.meta.url));

  it('makes the zip from the settings', () => {
    const env = { PATH: process.env.PATH ?? '', ...settings, TEAMS_APP_PASSWORD: 'geheim', TEAMS_TENANT_ID: TENANT };
    const said = execFileSync(process.execPath, [make], { cwd: folder, env, encoding: 'utf8' });
    const made = readFileSync(join(folder, said.trim()));
    expect(Buffer.compare(made, Buffer.from(appPackage(app)))).toBe(0);
    expect(made.toString('latin1')).not.toContain('geheim');
  });

  it('says all that is to be filled in, in Dutch and in English, where nothing is set', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [make], { cwd: folder, env: {}, encoding: 'utf8' });
    const [, ...lines] = stderr.trim().split('\n');
    expect([status, stdout]).toEqual([1, '']);
    expect(lines.map((line) => line.split(':')[0])).toEqual(Object.keys(settings));
    for (const line of lines) expect(line).toMatch(/ontbreekt; vul .* in.* \/ is missing; fill in /);
  });

  it.each([
    'http://www.gemeente.example/',
    'https://ik@gemeente.example/',
    'https://:geheim@gemeente.example/',
    'www.gemeente.example',
    'https://',
  ])('takes no page at %s', (url) => {
    for (const name of ['TEAMS_WEBSITE_URL', 'TEAMS_PRIVACY_URL', 'TEAMS_TERMS_URL'])
      expect(() => readTeamsApp({ ...settings, [name]: url })).toThrow(`${name}: klopt niet`);
  });

  it('leaves the bot as it is: it needs none of these pages to start, and knows their names', () => {
    const { TEAMS_APP_ID: _app, ...addresses } = settings;
    expect(readConfig(addresses)).toMatchObject({ odd: [] });
    expect(readConfig(addresses).teams).toBeUndefined();
  });
});
