import { type FSWatcher, watch } from 'node:fs';
import { KnowledgeError } from '../errors.ts';
import type { Log } from '../ports.ts';
import { compile, type Library } from './compile.ts';
import { loadKnowledge } from './load.ts';

/** Editors save several files at once; reading waits until they are done. */
const SETTLED_AFTER = 300;

export type LiveLibrary = { current(): Library; close(): void };

/** The content of a folder, read again when it changes. A broken edit is warned of and leaves the old content in use. */
export function watchLibrary(folder: string, log: Log): LiveLibrary {
  let library = compile(loadKnowledge(folder));
  let waiting: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;

  function reload(): void {
    try {
      library = compile(loadKnowledge(folder));
      log.info('knowledge-reloaded', {
        articles: library.knowledge.articles.size,
        suppliers: library.knowledge.suppliers.size,
      });
    } catch (error) {
      const problems = error instanceof KnowledgeError ? error.problems : [String(error)];
      log.warn('knowledge-broken-old-content-stays', { problems: problems.join(' | ') });
    }
  }

  try {
    watcher = watch(folder, { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(reload, SETTLED_AFTER);
    });
    watcher.on('error', (error) => log.warn('knowledge-not-watched', { reason: error.message }));
  } catch (error) {
    log.warn('knowledge-not-watched', { reason: String(error) });
  }

  return {
    current: () => library,
    close() {
      clearTimeout(waiting);
      watcher?.close();
    },
  };
}
