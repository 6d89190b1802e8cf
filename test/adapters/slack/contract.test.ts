import { describe } from 'vitest';
import { channelContract, type Visitor } from '../contract.ts';
import { direct, inChannel, mention, moment, press, SECRET } from './events.ts';
import { buttonsOf, fieldsOf, type SeenButton, withEnds, wordsOf } from './look.ts';
import { type Office, startOffice } from './office.ts';

const ann = (office: Office, say: (text: string, more?: object) => object): Visitor => {
  const answers = () => office.slack.standing.toReversed();
  const pressed = async (button: SeenButton, values: object) => {
    const message = answers().find(({ blocks }) => blocks.some(({ block_id }) => block_id === button.block_id));
    if (!message) throw new Error('the message is gone');
    await accepted(office.send(press(message, button, { values })));
  };
  return {
    says: (text) => accepted(office.send(say(text))),
    hands(name, bytes) {
      office.slack.handed.set('F1', { name, bytes });
      return accepted(office.send(say('', { files: [{ id: 'F1', name }] })));
    },
    async presses(label) {
      const button = answers()
        .flatMap(({ blocks }) => buttonsOf(blocks))
        .find((one) => one.label === label);
      if (!button) throw new Error(`no button ${label}: ${wordsOf(answers()[0]?.blocks)}`);
      await pressed(button, {});
    },
    async fillsIn(values) {
      const { blocks = [] } = answers()[0] ?? {};
      const submit = buttonsOf(blocks).find(({ action_id }) => action_id.startsWith('submit:'));
      if (!submit) throw new Error('no form to send');
      const typed = fieldsOf(blocks).map(({ block_id, action_id, id, kind }) => {
        const value = values[id] === '' ? null : (values[id] ?? null);
        return [
          block_id,
          { [action_id]: kind === 'plain_text_input' ? { value } : { selected_option: value ? { value } : null } },
        ];
      });
      await pressed(submit, Object.fromEntries(typed));
    },
    async sees() {
      const [last] = answers();
      const { blocks = [] } = last ?? {};
      return {
        words: withEnds(wordsOf(blocks)),
        buttons: buttonsOf(blocks)
          .filter(({ action_id }) => action_id !== 'share')
          .map(({ label, value }) => ({ label, action: JSON.parse(value) })),
        fields: fieldsOf(blocks).map(({ id }) => id),
      };
    },
  };
};

async function accepted(response: Promise<Response>): Promise<void> {
  const { status } = await response;
  if (status !== 200) throw new Error(`Slack was answered ${status}`);
}

const open =
  (visit: (office: Office) => Visitor, settings: object = {}) =>
  async (accept: Parameters<Parameters<typeof channelContract>[0]>[0]) => {
    const office = await startOffice({ way: { kind: 'http', signingSecret: SECRET }, accept, ...settings });
    return { name: 'slack' as const, channel: office.channel, visitor: visit(office), close: () => office.close() };
  };

describe('Slack, in direct messages', () =>
  channelContract(
    open((office) => ann(office, (text, more) => direct(text, more && { ...more, subtype: 'file_share' }))),
  ));

describe('Slack, in a thread of a channel', () =>
  channelContract(
    open((office) => {
      const ts = moment();
      let first = true;
      return ann(office, (text, more) => {
        if (!first) return inChannel(text, { thread_ts: ts, ...more });
        first = false;
        return mention(text, { ts, ...more });
      });
    }),
  ));

describe('Slack, where only the asker sees the answer', () =>
  channelContract(
    open(
      (office) => {
        const ts = moment();
        let first = true;
        return ann(office, (text, more) => {
          const said = mention(text, first ? { ts, ...more } : { thread_ts: ts, ...more });
          first = false;
          return said;
        });
      },
      { privateChannels: ['C1'] },
    ),
  ));
