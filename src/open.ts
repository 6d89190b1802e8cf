import { join } from 'node:path';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { todayInAmsterdam } from './clock.ts';
import type { Config } from './config.ts';
import { compile, type Library } from './knowledge/compile.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Store } from './ports.ts';

/** What the settings name, opened: for the bot and the command line alike. */
export function openStore({ dataDir }: Config): Promise<Store> {
  return openLowdbStore({ file: join(dataDir, 'inkopen.json'), today: todayInAmsterdam });
}

/** A store that remembers nothing beyond this process. */
export function openMemory(): Promise<Store> {
  return openLowdbStore({ today: todayInAmsterdam });
}

export function openLibrary({ knowledgeDir }: Config): Library {
  return compile(loadKnowledge(knowledgeDir));
}
