import { nobodyKnown } from '../people.ts';
import { Progress } from '../progress.ts';
import { texts } from '../texts/texts.ts';
import type { Context } from './journey.ts';

type Setting = Pick<Context, 'library' | 'today' | 'documents' | 'receiptKey' | 'decide'>;

/** The context of what is told outside any conversation: nobody is there, and nothing was said before. */
export function outside(language: 'nl' | 'en', setting: Setting): Context {
  return {
    ...setting,
    place: '',
    roles: [],
    people: nobodyKnown,
    read: () => Promise.reject(new Error('nothing is remembered outside a conversation')),
    fetchFile: async () => ({ kind: 'not-here' }),
    now: new Date(0).toISOString(),
    progress: Progress.parse({ language }),
    texts: texts[language],
    language,
  };
}
