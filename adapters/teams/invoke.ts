import type { Library } from '../../src/knowledge/compile.ts';
import type { Log } from '../../src/ports.ts';
import type { Activity } from './activity.ts';
import { bounded } from './bounded.ts';
import { type Accepted, readChoice, upload } from './files.ts';
import type { Held } from './held.ts';
import { renderPlain } from './render.ts';
import type { Invoked, Sdk } from './sdk.ts';
import { found, resultsOf, typedIn } from './search.ts';
import { type Language, languageOf, words } from './words.ts';

type Parts = {
  sdk: Sdk;
  library: () => Library;
  today: () => string;
  /** Whether a file may be put at this address. */
  storage: (address: string) => boolean;
  held: Held;
  log: Log;
  now: () => number;
};

const KEPT = 1000;

/** Answers what Teams asks while somebody waits: what was found, and what becomes of a file. */
export function createInvoked({
  sdk,
  library,
  today,
  storage,
  held,
  log,
  now,
}: Parts): (activity: Activity) => Invoked {
  /** A choice may come twice; a place for a file is used once. */
  const used = bounded<true>(KEPT, now);

  /** Somebody waits for an answer to their choice, so the file goes its way by itself. */
  async function keep(choice: Accepted, activity: Activity, language: Language): Promise<void> {
    const { serviceUrl, conversation, replyToId } = activity;
    const { uploadUrl } = choice.uploadInfo;
    if (used.get(uploadUrl)) return;
    used.set(uploadUrl, true);
    try {
      if (!storage(uploadUrl)) throw new Error('no place where Teams keeps files');
      const message = await upload(choice, held);
      if (replyToId) await sdk.update(serviceUrl, conversation.id, replyToId, message);
      else await sdk.send(serviceUrl, conversation.id, message);
    } catch (error) {
      log.error('teams-file-not-kept', error);
      const reply = { language, parts: [{ kind: 'text' as const, text: words[language].fileFailed }] };
      await sdk
        .send(serviceUrl, conversation.id, renderPlain(reply, { id: '' }))
        .catch((again: unknown) => log.error('teams-not-told', again));
    }
  }

  return (activity) => {
    const { name, value, locale } = activity;
    const language = languageOf(locale ?? undefined) ?? 'nl';
    if (name === 'fileConsent/invoke') {
      const choice = readChoice(value);
      if (typeof choice === 'object') void keep(choice, activity, language);
      return choice ? { status: 200, body: {} } : { status: 400 };
    }
    const typed = name === 'composeExtension/query' ? typedIn(value) : undefined;
    if (typed !== undefined) {
      const suppliers = found(typed, library(), today(), languageOf(locale ?? undefined));
      return { status: 200, body: resultsOf(suppliers, language, today()) };
    }
    return name === 'message/submitAction' ? { status: 200, body: {} } : { status: 501 };
  };
}
