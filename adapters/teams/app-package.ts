import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { TeamsApp } from '../../src/teams-app.ts';

const read = (name: string) => readFileSync(new URL(`./package/${name}`, import.meta.url));

/** The manifest of this app. */
export function manifestFor(app: TeamsApp): string {
  return Object.entries(app).reduce(
    (manifest, [field, value]) => manifest.replaceAll(`{{${field}}}`, () => value),
    read('manifest.json').toString(),
  );
}

/** What an administrator uploads in Teams: the manifest, its translation and the icons. The same app is the same bytes. */
export function appPackage(app: TeamsApp): Uint8Array {
  const files = {
    'manifest.json': Buffer.from(manifestFor(app)),
    'en.json': read('en.json'),
    'color.png': read('color.png'),
    'outline.png': read('outline.png'),
  };
  return zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00') });
}
