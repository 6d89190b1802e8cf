import { createSlackChannel, SLACK_PATH, type SlackSettings } from '../../../adapters/slack/channel.ts';
import type { Channel, Log } from '../../../src/ports.ts';
import type { Turn } from '../../../src/turn.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { SECRET, type Signing, signed } from './events.ts';
import { type FakeSlack, startFake } from './fake.ts';

/** A channel in front of a fake Slack. `turns` is what was booked, each id once; `offered` also what came again. */
export type Office = {
  slack: FakeSlack;
  channel: Channel;
  turns: Turn[];
  offered: string[];
  logged: { event: string; error?: unknown }[];
  /** Sends what Slack would send: an event as JSON, or a form as it is. */
  send(what: object | string, signing?: Signing): Promise<Response>;
  close(): Promise<void>;
};

/** `port`: where this Slack is, when it will leave and come back there. */
export async function startOffice(settings: Partial<SlackSettings> = {}, port?: number): Promise<Office> {
  const slack = await startFake(port);
  const turns: Turn[] = [];
  const offered: string[] = [];
  const logged: Office['logged'] = [];
  const log: Log = {
    info: (event) => void logged.push({ event }),
    warn: (event) => void logged.push({ event }),
    error: (event, error) => void logged.push({ event, error }),
  };
  const channel = createSlackChannel({
    token: 'xoxb-fake',
    way: { kind: 'http', signingSecret: SECRET },
    apiUrl: slack.apiUrl,
    library: () => library,
    today: () => TODAY,
    log,
    pace: 0,
    async accept(turn) {
      offered.push(turn.id);
      if (!turns.some(({ id }) => id === turn.id)) turns.push(turn);
    },
    ...settings,
  });
  return {
    slack,
    channel,
    turns,
    offered,
    logged,
    async send(what, signing) {
      const door = channel.routes?.[SLACK_PATH];
      if (!door) throw new Error('this channel has no door');
      return door(signed(typeof what === 'string' ? what : JSON.stringify(what), signing));
    },
    async close() {
      await channel.stop();
      await slack.close();
    },
  };
}
