import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const TOKEN = { SLACK_BOT_TOKEN: 'xoxb-1' };
const problemsOf = (settings: Record<string, string>) => {
  try {
    readConfig(settings);
    return undefined;
  } catch (error) {
    return String(error);
  }
};

describe('the settings of Slack', () => {
  it('are off when none is set, or all are empty', () => {
    expect(readConfig({}).slack).toBeUndefined();
    expect(readConfig({ SLACK_BOT_TOKEN: ' ', SLACK_SIGNING_SECRET: '' }).slack).toBeUndefined();
  });

  it('choose HTTP with a signing secret, and Socket Mode with an app token', () => {
    expect(readConfig({ ...TOKEN, SLACK_SIGNING_SECRET: 's' }).slack).toEqual({
      token: 'xoxb-1',
      way: { kind: 'http', signingSecret: 's' },
      privateChannels: [],
    });
    expect(readConfig({ ...TOKEN, SLACK_APP_TOKEN: 'xapp-1' }).slack?.way).toEqual({
      kind: 'sockets',
      appToken: 'xapp-1',
    });
  });

  it('name the channels in which only the asker sees the answer', () => {
    const { slack } = readConfig({ ...TOKEN, SLACK_SIGNING_SECRET: 's', SLACK_PRIVATE_CHANNELS: 'C0123, G0456' });
    expect(slack?.privateChannels).toEqual(['C0123', 'G0456']);
  });

  it.each<[string, Record<string, string>]>([
    ['SLACK_SIGNING_SECRET of SLACK_APP_TOKEN: ontbreekt', TOKEN],
    ['SLACK_BOT_TOKEN: ontbreekt', { SLACK_SIGNING_SECRET: 's' }],
    ['SLACK_APP_TOKEN: staat naast', { ...TOKEN, SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1' }],
    [
      'SLACK_PRIVATE_CHANNELS.0: is geen id',
      { ...TOKEN, SLACK_SIGNING_SECRET: 's', SLACK_PRIVATE_CHANNELS: '#inkoop' },
    ],
  ])('that are half filled in or wrong stop the start: %s', (problem, settings) => {
    expect(problemsOf(settings)).toContain(problem);
  });
});
