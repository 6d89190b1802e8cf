import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { todayInAmsterdam } from './clock.ts';
import type { Config } from './config.ts';
import { compile, type Library } from './knowledge/compile.ts';
import { loadThrough } from './knowledge/snapshot.ts';
import type { Store } from './ports.ts';

/** Among what was installed, and as trusted as that. */
const KEPT = fileURLToPath(new URL('../node_modules/.cache/inkopen-met-impact/knowledge.json', import.meta.url));

/** What the settings name, opened: for the bot and the command line alike. */
export function openStore({ dataDir }: Config, options: { readOnly?: boolean } = {}): Promise<Store> {
  return openLowdbStore({ file: join(dataDir, 'inkopen.json'), today: todayInAmsterdam, ...options });
}

/** A store that remembers nothing beyond this process. */
export function openMemory(): Promise<Store> {
  return openLowdbStore({ today: todayInAmsterdam });
}

/** The content for the command line, which starts anew for each question. */
export async function openLibrary({ knowledgeDir }: Config): Promise<Library> {
  return compile(await loadThrough(KEPT, knowledgeDir));
}
