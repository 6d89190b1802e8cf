import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

const read = (name: string) => readFileSync(new URL(`./package/${name}`, import.meta.url));

/** The manifest for the app with this id. */
export function manifestFor(appId: string): string {
  return read('manifest.json').toString().replaceAll('{{TEAMS_APP_ID}}', appId);
}

/** What an administrator uploads in Teams: the manifest, its translation and the icons. The same id is the same bytes. */
export function appPackage(appId: string): Uint8Array {
  const files = {
    'manifest.json': Buffer.from(manifestFor(appId)),
    'en.json': read('en.json'),
    'color.png': read('color.png'),
    'outline.png': read('outline.png'),
  };
  return zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00') });
}
