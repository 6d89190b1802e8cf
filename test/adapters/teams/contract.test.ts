import { describe } from 'vitest';
import type { Card, Pressable } from '../../../adapters/teams/card.ts';
import { channelContract, type Visitor } from '../contract.ts';
import { APP, pressing, TENANT } from './activities.ts';
import { buttonsOf, inputsOf, readIn } from './cards.ts';
import { type Desk, openDesk } from './setting.ts';

type Standing = { id: string; card: Card };
type Where = { conversation: object; say: (text: string) => object; withoutFiles?: true };

/** Somebody in a conversation in Teams, with what stands there: a card that took the place of another stands where that did. */
function visitorOf(desk: Desk, { conversation, say, withoutFiles }: Where): Visitor {
  const standing = (): Standing[] => {
    const all = new Map<string, Standing>();
    for (const [at, { id = `bericht-${at + 1}`, body }] of desk.connector.received.entries()) {
      const [attachment] = (body.attachments ?? []) as { contentType: string; content: Card }[];
      if (!attachment?.contentType.endsWith('.adaptive')) continue;
      all.delete(id);
      all.set(id, { id, card: attachment.content });
    }
    return [...all.values()].toReversed();
  };
  const does = async (more: object) => {
    const { status } = await desk.says({ conversation, ...more });
    if (status !== 200) throw new Error(`Teams was answered ${status}`);
  };
  const press = ({ id }: Standing, button: Pressable, values: object = {}) =>
    does({ replyToId: id, ...pressing(button, values) });

  return {
    says: (text) => does(say(text)),
    hands(name, bytes) {
      desk.connector.handed.set('/handed/1', bytes);
      const downloadUrl = new URL('/handed/1', desk.connector.service).href;
      const attachment = withoutFiles
        ? { contentType: 'text/html', content: '<attachment id="a1"></attachment>' }
        : { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content: { downloadUrl } };
      return does({ ...say(''), attachments: [attachment] });
    },
    async presses(label) {
      for (const one of standing()) {
        const button = buttonsOf(one.card).find(({ title }) => title === label);
        if (button) return press(one, button);
      }
      throw new Error(`no button ${label}`);
    },
    async fillsIn(values) {
      const [last] = standing();
      const submit = last && buttonsOf(last.card).find(({ associatedInputs }) => associatedInputs === 'auto');
      if (!last || !submit) throw new Error('no form to send');
      const typed = inputsOf(last.card).map(({ id }) => [id, values[nameOf(id)] ?? '']);
      await press(last, submit, Object.fromEntries(typed));
    },
    async sees() {
      const [last] = standing();
      if (!last) throw new Error('nothing stands there');
      const inputs = inputsOf(last.card);
      const choices = inputs.flatMap((one) => (one.type === 'Input.ChoiceSet' ? one.choices : []));
      return {
        words: [readIn(last.card), ...choices.map(({ title }) => title)].join('\n'),
        buttons: buttonsOf(last.card).map(({ title, data }) => ({
          label: title,
          action: JSON.parse((data as { impact: { action: string } }).impact.action),
        })),
        fields: inputs.map(({ id }) => nameOf(id)),
      };
    },
  };
}

const nameOf = (id: string) => id.split(':').slice(2).join(':');

const open =
  (where: Where) =>
  async (...[accept, log]: Parameters<Parameters<typeof channelContract>[0]>) => {
    const storage = (url: string) => /^http:\/\/127\.0\.0\.1:\d+\/(?:upload|handed\/\d+)$/.test(url);
    const desk = await openDesk({ accept, log, instead: { storage } });
    return {
      name: 'teams' as const,
      channel: desk.channel,
      visitor: visitorOf(desk, where),
      withoutFiles: where.withoutFiles ?? false,
      close: desk.stop,
    };
  };

const mention = (text: string) => ({
  text: `<at>Inkopen met impact</at> ${text}`,
  entities: [{ type: 'mention', text: '<at>Inkopen met impact</at>', mentioned: { id: `28:${APP}` } }],
});

describe('Teams, in a personal chat', () =>
  channelContract(
    open({
      conversation: { id: 'a:ann', tenantId: TENANT, conversationType: 'personal' },
      say: (text) => ({ text }),
    }),
  ));

describe('Teams, in a thread of a channel', () =>
  channelContract(
    open({
      conversation: { id: '19:k@thread.tacv2;messageid=17', tenantId: TENANT, conversationType: 'channel' },
      say: mention,
      withoutFiles: true,
    }),
  ));
