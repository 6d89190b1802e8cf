import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { wrongPlace } from '../src/openai-hosts.ts';

const openai = { OPENAI_API_KEY: 'sk-kanarie-1', OPENAI_MODEL: 'model' };
const azure = {
  AZURE_OPENAI_ENDPOINT: 'https://utrecht.openai.azure.com/',
  AZURE_OPENAI_API_KEY: 'kanarie-2',
  AZURE_OPENAI_DEPLOYMENT: 'impact',
  AZURE_OPENAI_API_VERSION: '2024-10-21',
};
const azureNames = Object.keys(azure) as (keyof typeof azure)[];

function problemsOf(settings: Record<string, string>): readonly string[] {
  try {
    readConfig(settings);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
const namesIn = (problems: readonly string[]) => problems.map((problem) => problem.split(':')[0]);

/** Every way to fill in some of the four and not all. */
const halfAzure = Array.from({ length: 14 }, (_, at) => azureNames.filter((_name, bit) => ((at + 1) >> bit) & 1)).map(
  (some) => Object.fromEntries(some.map((name) => [name, azure[name]])),
);

describe('the settings of the language model', () => {
  it('are off when none is set, or all are empty', () => {
    expect(readConfig({}).openAi).toBeUndefined();
    expect(readConfig({ OPENAI_API_KEY: ' ', OPENAI_MODEL: '', OPENAI_BASE_URL: '' }).openAi).toBeUndefined();
    expect(readConfig({ OPENAI_PER_DAY: '5', OPENAI_HOSTS: 'a.example' }).openAi).toBeUndefined();
  });

  it('put it on with a key and a model, at the vendor, within two seconds and within caps', () => {
    expect(readConfig(openai).openAi).toEqual({
      key: 'sk-kanarie-1',
      model: 'model',
      at: { kind: 'openai', baseUrl: 'https://api.openai.com/v1', vendors: true },
      api: 'chat',
      limits: { personPerHour: 20, allPerDay: 1000, budget: 2000 },
    });
  });

  it('put it on at Azure with all four', () => {
    expect(readConfig({ ...azure, OPENAI_API: 'responses', OPENAI_TIMEOUT_MS: '1500' }).openAi).toMatchObject({
      key: 'kanarie-2',
      model: 'impact',
      at: { kind: 'azure', endpoint: 'https://utrecht.openai.azure.com/', version: '2024-10-21' },
      api: 'responses',
      limits: { budget: 1500 },
    });
  });

  it.each(halfAzure)('stop the start when some of those of Azure are missing, with each that is: %j', (settings) => {
    expect(namesIn(problemsOf(settings))).toEqual(azureNames.filter((name) => !(name in settings)));
  });

  it.each([
    [{ OPENAI_API_KEY: 'k' }, ['OPENAI_MODEL']],
    [{ OPENAI_MODEL: 'm' }, ['OPENAI_API_KEY']],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }, ['OPENAI_API_KEY', 'OPENAI_MODEL']],
    [{ ...openai, AZURE_OPENAI_ENDPOINT: azure.AZURE_OPENAI_ENDPOINT }, ['OPENAI_API_KEY', 'OPENAI_MODEL']],
    [{ ...openai, ...azure }, ['OPENAI_API_KEY', 'OPENAI_MODEL']],
    [{ ...openai, OPENAI_API: 'completions' }, ['OPENAI_API']],
    [{ ...openai, OPENAI_TIMEOUT_MS: '2001' }, ['OPENAI_TIMEOUT_MS']],
    [{ ...openai, OPENAI_TIMEOUT_MS: 'lang' }, ['OPENAI_TIMEOUT_MS']],
    [{ ...openai, OPENAI_PER_PERSON_PER_HOUR: '0' }, ['OPENAI_PER_PERSON_PER_HOUR']],
    [{ ...openai, OPENAI_PER_DAY: '-1' }, ['OPENAI_PER_DAY']],
    [{ ...azure, AZURE_OPENAI_DEPLOYMENT: '../admin' }, ['AZURE_OPENAI_DEPLOYMENT']],
    [{ ...azure, AZURE_OPENAI_API_VERSION: 'v1&x=y' }, ['AZURE_OPENAI_API_VERSION']],
    [{ ...openai, OPENAI_HOSTS: 'https://a.example' }, ['OPENAI_HOSTS.0']],
    [{ ...openai, OPENAI_HOSTS: '10.0.0.4' }, ['OPENAI_HOSTS.0']],
    [{ ...openai, OPENAI_BASE_URL: 'https://elders.example/v1' }, ['OPENAI_BASE_URL']],
    [{ ...azure, AZURE_OPENAI_ENDPOINT: 'https://elders.example' }, ['AZURE_OPENAI_ENDPOINT']],
  ])('stop the start when they are half, double or wrong: %j', (settings, wrong) => {
    expect(namesIn(problemsOf(settings as unknown as Record<string, string>))).toEqual(wrong);
  });

  it('keep the keys out of what is said of them, and out of every log', () => {
    expect(problemsOf({ ...openai, ...azure, OPENAI_API: 'x' }).join()).not.toContain('kanarie');
    expect(readConfig(openai).secrets).toContain('sk-kanarie-1');
    expect(readConfig(azure).secrets).toContain('kanarie-2');
  });
});

describe('a language model may be asked', () => {
  it.each([
    'https://api.openai.com/v1',
    'https://eu.api.openai.com/v1/',
    'https://API.OpenAI.com:443/v1',
    'https://utrecht.openai.azure.com',
    'https://utrecht.openai.azure.com/openai/v1/',
    'https://utrecht.services.ai.azure.com/',
    'https://utrecht.cognitiveservices.azure.com/',
    'https://model.utrecht.example/v1',
    'http://127.0.0.1:11434/v1',
    'http://localhost:8000/v1',
    'http://[::1]:8000/v1',
    'https://localhost/v1',
  ])('at an address that is trusted: %s', (url) => {
    expect(wrongPlace(url, ['model.utrecht.example'])).toBeUndefined();
  });

  it.each([
    'http://api.openai.com/v1',
    'http://model.utrecht.example/v1',
    'https://us.api.openai.com/v1',
    'https://api.openai.com.evil.example/v1',
    'https://evil-api.openai.com/v1',
    'https://api-openai.com/v1',
    'https://api.openai.com./v1',
    'https://api.openai.co/v1',
    'https://xn--api-openai-com.example/v1',
    'https://api.оpenai.com/v1',
    'https://evilopenai.azure.com',
    'https://openai.azure.com',
    'https://a.b.openai.azure.com',
    'https://utrecht.openai.azure.com.evil.example',
    'https://sub.model.utrecht.example/v1',
    'https://api.openai.com@evil.example/v1',
    'https://key:secret@api.openai.com/v1',
    'https://api.openai.com\\@evil.example/v1',
    'https://evil.example/https://api.openai.com/v1',
    'https://api.openai.com/../v1',
    'https://api.openai.com/v1?x=y',
    'https://api.openai.com/v1#x',
    'https://api.openai.com/%2e%2e/v1',
    'https://api.openai.com /v1',
    'https://104.18.7.192/v1',
    'https://[2606:4700::6812:7c0]/v1',
    'http://10.0.0.4:11434/v1',
    'http://127.0.0.2:11434/v1',
    'http://127.1/v1',
    'http://2130706433/v1',
    'http://0x7f000001/v1',
    'http://0.0.0.0:11434/v1',
    'http://localhost.evil.example/v1',
    'http://[::ffff:127.0.0.1]/v1',
    'file:///etc/passwd',
    'ftp://api.openai.com/v1',
    '//api.openai.com/v1',
    'api.openai.com/v1',
    '',
  ])('at no other address: %s', (url) => {
    expect(wrongPlace(url, ['model.utrecht.example'])).toBeDefined();
  });
});
