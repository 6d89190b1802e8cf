import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { KeptCheck } from '../../src/kept-checks.ts';
import type { OwnRequest } from '../../src/own-requests.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Turn } from '../../src/turn.ts';
import { addressOf, around, greetingPlace } from './address.ts';
import { type Command, commandIn, readCommand, type TypedCommand } from './command.ts';
import { homeView } from './home.ts';
import { meant } from './meant.ts';
import { createOnce } from './once.ts';
import { type Dialogs, insteadOfDialog, type Opening, openDialog, openingOf } from './opening.ts';
import type { PeopleHere } from './people.ts';
import { type Heard, readMessage, readPress } from './read.ts';
import { orAgain } from './receiver.ts';
import { readSent } from './sent.ts';
import type { Sharing } from './share.ts';
import type { Spoken } from './spoken.ts';
import { typed } from './text.ts';
import type { Threads } from './threads.ts';
import { type Language, words } from './words.ts';

/** All that is needed to take in what people do. */
export type Hands = Dialogs & {
  accept: (turn: Turn) => Promise<void>;
  people: PeopleHere;
  threads: Threads;
  spoken: Spoken;
  share: Sharing['share'];
  privately: ReadonlySet<string>;
  checksOf: (person: string) => Promise<KeptCheck[]>;
  requestsOf: (person: string) => Promise<OwnRequest[]>;
};

/** The names that the shortcuts have in the manifest. */
const SHORTCUTS = /^(ask|ask-about|make-request)$/;
const MOST_PROMPTS = 4;

/** Reads what Bolt hands on, and books it. What only makes things look better is done after that, and may fail. */
export function listen(app: App, hands: Hands): void {
  const { client, threads, log } = hands;
  const once = createOnce();

  for (const type of ['message', 'app_mention'] as const) {
    app.event(type, ({ body }) =>
      orAgain(body, async () => {
        const written = readMessage(body, hands.privately);
        if (!written) return;
        const { channel, thread, direct, onlyWithin } = written;
        const me = { user: body.authorizations?.[0]?.user_id, app: body.api_app_id };
        if (onlyWithin && !(await threads.isIn(channel, onlyWithin, me))) return;
        if (!direct && !onlyWithin && !hands.privately.has(channel)) threads.joined(channel, thread);
        const { locale } = await accept(written, hands);
        if (direct) showBusy(written, locale ?? hands.spoken.by(written.team, written.user));
      }),
    );
  }

  app.action(/.*/, ({ body, ack }) =>
    orAgain(body, async () => {
      await ack();
      const [pressed] = 'actions' in body ? body.actions : [];
      const name = pressed && 'action_id' in pressed ? pressed.action_id : '';
      if (name === 'share') return hands.share(body);
      const [, dialog] = /^open:(ask|search|request)$/.exec(name) ?? [];
      if (dialog) return opens(body, dialog as Opening['name']);
      const press = readPress(body);
      if (press && 'unknown' in press) return sayOld(body);
      if (press) await accept(once(press), hands);
    }),
  );

  app.command(/.*/, ({ body, ack }) =>
    orAgain(body, async () => {
      const read = readCommand(body);
      if (read) await ack(await answerTo(read, commandIn(read.text)));
    }),
  );

  app.shortcut(SHORTCUTS, ({ body, ack }) =>
    orAgain(body, async () => {
      await ack();
      const handed = body.type === 'message_action' ? typed(body.message.text ?? '', undefined) : '';
      const name = body.callback_id === 'make-request' ? 'request' : 'ask';
      await openOrSay(body, { name, text: handed });
    }),
  );

  app.view({ callback_id: /^(ask|search|request)$/, type: 'view_submission' }, ({ body, ack }) =>
    orAgain(body, async () => {
      const sent = readSent(body, { library: hands.library(), today: hands.today() });
      if (sent && 'wrong' in sent) return ack({ response_action: 'errors', errors: sent.wrong });
      if (sent) await accept(sent, hands);
      await ack();
    }),
  );

  app.event('app_home_opened', ({ body }) => orAgain(body, () => opened(body)));

  /** A dialog comes before anything slow: what opens it lives three seconds. */
  async function answerTo(read: TypedCommand, command: Command): Promise<string> {
    const locale = command.kind === 'free' ? undefined : command.language;
    const language = locale ?? hands.spoken.by(read.team_id, read.user_id);
    const said = words[language];
    if (command.kind === 'near') return said.didYouMean(command.word);
    if (command.kind === 'command' && command.name === 'about') return said.about;
    const opening = openingOf(command, language, hands);
    if (opening && (await openDialog(read.trigger_id, opening, hands))) return '';
    if (opening?.name === 'search') return said.notOpened;
    const input = opening ? insteadOfDialog(opening.text) : meant(command);
    const at = addressOf({ kind: 'direct', team: read.team_id, user: read.user_id });
    const id = `slack ${read.team_id} ${read.trigger_id}`;
    await accept({ id, team: read.team_id, user: read.user_id, at, input, locale }, hands);
    return said.seeMessages;
  }

  /** A button of the home page, which carries the language it was drawn in. */
  async function opens(body: object, name: Opening['name']): Promise<void> {
    const { data } = Carried.safeParse(body);
    if (data) await openOrSay(body, { name, language: data.actions[0]?.value === 'en' ? 'en' : 'nl' });
  }

  /** Where no dialog opens, a request begins in the conversation; a question is to be typed there, and that is said. */
  async function openOrSay(body: object, asked: Omit<Opening, 'language'> & Partial<Opening>): Promise<void> {
    const { data } = Opened.safeParse(body);
    const team = data?.team?.id ?? data?.user.team_id;
    if (!data || !team) return;
    const opening = { language: hands.spoken.by(team, data.user.id), ...asked };
    if (await openDialog(data.trigger_id, opening, hands)) return;
    const { id: user } = data.user;
    if (opening.name !== 'request') return tell(user, words[opening.language].notOpenedHere);
    const at = addressOf({ kind: 'direct', team, user });
    const heard = { id: `slack ${team} ${data.trigger_id}`, team, user, at, input: insteadOfDialog(opening.text) };
    await accept({ ...heard, locale: asked.language }, hands);
  }

  /** A button of a version that is gone is answered with why, to the one who pressed it. */
  async function sayOld(body: object): Promise<void> {
    const { data } = Place.safeParse(body);
    if (!data) return;
    const user = data.user.id;
    const text = words[hands.spoken.by(data.team?.id ?? '', user)].oldButton;
    if (!data.channel) return tell(user, text);
    await client.chat.postEphemeral({ channel: data.channel.id, user, text }).catch(() => tell(user, text));
  }

  /** A word to somebody alone that answers no turn; where it cannot be said, Slack shows that it did not work. */
  async function tell(user: string, text: string): Promise<void> {
    await client.chat.postMessage({ channel: user, text });
  }

  /** While it works, that is seen; the status goes by itself when the answer comes. */
  function showBusy({ channel, thread }: { channel: string; thread: string }, language: Language): void {
    client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: thread, status: words[language].working })
      .catch((error: unknown) => log.error('slack-status-not-set', error));
  }

  /** The home page is drawn anew each time; in the messages somebody is greeted, once in a while, and offered examples. */
  async function opened(body: object): Promise<void> {
    const { data } = HomeOpened.safeParse(body);
    if (!data) return;
    const { team_id: team, event } = data;
    const { person, locale = hands.spoken.by(team, event.user) } = await hands.people.find(team, event.user);
    if (event.tab === 'home') {
      const [checks, requests] = await Promise.all([hands.checksOf(person.id), hands.requestsOf(person.id)]);
      await client.views
        .publish({ user_id: event.user, view: homeView({ checks, requests }, locale) })
        .catch((error: unknown) => log.error('slack-home-not-shown', error));
      return;
    }
    const at = greetingPlace(team, event.user, { channel: event.channel });
    await accept(
      { id: `slack greeting ${team} ${event.user}`, team, user: event.user, at, input: { kind: 'opened' } },
      hands,
    );
    const prompts = texts[locale].examples.slice(0, MOST_PROMPTS).map((message) => ({ title: message, message }));
    client.assistant.threads
      .setSuggestedPrompts({ channel_id: event.channel, title: words[locale].promptsTitle, prompts })
      .catch((error: unknown) => log.error('slack-prompts-not-set', error));
  }
}

const Carried = z.object({ actions: z.array(z.object({ value: z.string().optional() })).min(1) });
const Opened = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
});
const Place = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).nullish(),
});
const HomeOpened = z.object({
  team_id: z.string(),
  event: z.object({ user: z.string(), channel: z.string(), tab: z.enum(['home', 'messages']) }),
});

/** Books a turn in the name of who did it. */
async function accept(heard: Heard, { people, accept: book }: Hands): Promise<{ locale?: Language | undefined }> {
  const { id, team, user, at, input } = heard;
  const { person, locale } = await people.find(team, user);
  const spoken = heard.locale ?? locale;
  await book({ id, from: person, at, input, ...around(at, team, user), ...(spoken ? { locale: spoken } : {}) });
  return { locale: spoken };
}
