import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

/** What is wrong with these settings, one line each. */
function problemsWith(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const teams = { TEAMS_APP_ID: 'id', TEAMS_APP_PASSWORD: 'geheim-van-teams', TEAMS_TENANT_ID: 'tenant' };
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'geheim-van-slack' };

describe('the settings', () => {
  it('may all be left out: then the bot keeps its data here, and its doors are for this computer alone', () => {
    expect(readConfig({})).toMatchObject({
      dataDir: 'data',
      host: '127.0.0.1',
      metricsHost: '127.0.0.1',
      logLevel: 'info',
    });
    for (const door of ['port', 'webPort', 'metricsPort']) expect(readConfig({})).not.toHaveProperty(door);
  });

  it('that are empty are not set', () => {
    expect(readConfig({ PORT: '', WEB_PORT: ' ', TEAMS_APP_ID: '', DATA_DIR: '' })).toEqual(readConfig({}));
  });

  it('say where the doors are', () => {
    const set = { PORT: '3000', HOST: '0.0.0.0', METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5', WEB_PORT: ' 3001 ' };
    expect(readConfig(set)).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      metricsPort: 9464,
      metricsHost: '10.0.0.5',
      webPort: 3001,
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a port that is none', { PORT: '70000' }, 'PORT: is geen poort'],
    ['a port in words', { WEB_PORT: 'drie' }, 'WEB_PORT: is geen poort'],
    ['half a port', { METRICS_PORT: '80.5' }, 'METRICS_PORT: is geen poort'],
    ['port nought', { PORT: '0' }, 'PORT: is geen poort'],
    ['an address that is none', { HOST: 'http://x/' }, 'HOST: is geen adres'],
    ['a key that is too short', { RECEIPT_KEY: 'kort' }, 'RECEIPT_KEY: is te kort'],
    ['a level nobody knows', { LOG_LEVEL: 'hard' }, 'LOG_LEVEL: is onbekend; kies uit info, warn, error'],
    ['two doors on one port', { PORT: '3000', METRICS_PORT: '03000' }, 'METRICS_PORT: is dezelfde poort als PORT'],
    ['half of Slack', { SLACK_BOT_TOKEN: 'x' }, 'SLACK_SIGNING_SECRET of SLACK_APP_TOKEN: ontbreekt'],
    ['the other half of Slack', { SLACK_APP_TOKEN: 'x' }, 'SLACK_BOT_TOKEN: ontbreekt'],
  ])('are refused with %s, and what to do is said', (_what, set, wanted) => {
    const problems = problemsWith(set);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(wanted);
  });

  it('that are wrong are refused all at once, each on a line that names it, without their values', () => {
    const { TEAMS_APP_PASSWORD } = teams;
    const set = {
      PORT: 'x',
      WEB_PORT: '9000',
      METRICS_PORT: '9000',
      RECEIPT_KEY: 'hush',
      TEAMS_APP_PASSWORD,
      SLACK_APP_TOKEN: 'xapp-geheim',
    };
    const problems = problemsWith(set);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'RECEIPT_KEY',
      'SLACK_BOT_TOKEN',
      'TEAMS_APP_ID',
      'TEAMS_TENANT_ID',
      'METRICS_PORT',
    ]);
    expect(problems.join('\n')).not.toMatch(/hush|geheim/);
  });

  it('of one part are all there or none: each half of Teams is refused with the rest of it', () => {
    const names = Object.keys(teams) as (keyof typeof teams)[];
    for (let some = 1; some < 2 ** names.length - 1; some++) {
      const there = names.filter((_name, at) => (some >> at) % 2 === 1);
      const missing = names.filter((name) => !there.includes(name));
      const problems = problemsWith(Object.fromEntries(there.map((name) => [name, 'x'])));
      expect(problems.map((problem) => problem.split(':')[0])).toEqual(missing);
    }
    expect(problemsWith(teams)).toEqual([]);
    expect(problemsWith(slack)).toEqual([]);
  });

  it('that are secret are known as such', () => {
    const { secrets } = readConfig({ ...teams, ...slack, RECEIPT_KEY: 'sleutel-van-zestien' });
    expect([...secrets].sort()).toEqual(['geheim-van-slack', 'geheim-van-teams', 'sleutel-van-zestien', 'xoxb-1']);
  });

  it.each([
    ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
    ['WEBPORT', 'WEB_PORT'],
    ['TEAMS_APPID', 'TEAMS_APP_ID'],
    ['RECIEPT_KEY', 'RECEIPT_KEY'],
    ['METRIC_PORT', 'METRICS_PORT'],
    ['DATADIR', 'DATA_DIR'],
  ])('tell a slip of the pen: %s', (name, near) => {
    expect(readConfig({ [name]: 'x' }).odd).toEqual([{ name, near }]);
  });

  it('take no name for a slip of the pen that belongs to something else', () => {
    const others = [
      'HOME',
      'HOSTNAME',
      'PATH',
      'TERM',
      'POST',
      'SHELL',
      'LOGNAME',
      'SLACK_CHANNEL',
      'NODE_ENV',
      'npm_config_data_dir',
    ];
    expect(readConfig({ ...slack, ...Object.fromEntries(others.map((name) => [name, 'x'])) }).odd).toEqual([]);
  });
});
