import type { Library } from '../../src/knowledge/compile.ts';
import type { Log } from '../../src/ports.ts';
import { type Activity, tenantsOf } from './activity.ts';
import { bounded } from './bounded.ts';
import { asMessage, EXECUTE, heard, notHeard } from './execute.ts';
import { statusOf } from './failure.ts';
import { type Accepted, readChoice, upload } from './files.ts';
import { closing, dialog, messageIn, sentIn } from './handing.ts';
import type { Held } from './held.ts';
import { type Press, readHandedOn } from './read.ts';
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
  /** Takes what somebody handed on. */
  hear: (press: Press) => Promise<void>;
  /** Takes what somebody pressed. */
  listen: (activity: Activity) => Promise<void>;
};

const KEPT = 1000;
/** Teams waits five seconds for a dialog. */
const LONGEST_OPENING = 3000;

/** Answers what Teams asks while somebody waits: what was found, and what becomes of a file. */
export function createInvoked({
  sdk,
  library,
  today,
  storage,
  held,
  log,
  now,
  hear,
  listen,
}: Parts): (activity: Activity) => Promise<Invoked> {
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

  /** Somebody waits for the dialog to close, and reads what is wrong in it: nothing they wrote is lost. */
  async function handOn(text: string, activity: Activity, language: Language): Promise<object> {
    const said = words[language];
    if (text === '') return dialog('', language, said.fillIn);
    const { serviceUrl, from } = activity;
    try {
      const chat = await sdk.openChat(serviceUrl, tenantsOf(activity)[0] ?? 'local', from.id, LONGEST_OPENING);
      await hear(readHandedOn(activity, text, chat));
    } catch (error) {
      log.error('teams-not-handed-on', error);
      const status = statusOf(error);
      return dialog(text, language, status === 403 || status === 404 ? said.handOnNoChat : said.notNow);
    }
    return closing(said.handOnDone);
  }

  /** Somebody waits to hear that their press was heard; the card is replaced when it is known what becomes of it. */
  async function press(activity: Activity, language: Language): Promise<Invoked> {
    try {
      await listen(asMessage(activity));
    } catch (error) {
      log.error('teams-not-accepted', error);
      return notHeard(words[language].notNow);
    }
    return heard(words[language].pressed);
  }

  return async (activity) => {
    const { name, value, locale } = activity;
    const language = languageOf(locale ?? undefined) ?? 'nl';
    if (name === EXECUTE) return press(activity, language);
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
    const message = name === 'composeExtension/fetchTask' ? messageIn(value) : undefined;
    if (message !== undefined) return { status: 200, body: dialog(message, language) };
    const handed = name === 'composeExtension/submitAction' ? sentIn(value) : undefined;
    if (handed !== undefined) return { status: 200, body: await handOn(handed, activity, language) };
    return name === 'message/submitAction' ? { status: 200, body: {} } : { status: 501 };
  };
}
