import { AzureOpenAI, type ClientOptions, OpenAI } from 'openai';
import type { OpenAiConfig } from '../../src/openai-config.ts';

const silent = () => undefined;

/** What a client of ours does everywhere: one try, no word in any log, and nobody sent on to another address. */
const OURS = {
  maxRetries: 0,
  organization: null,
  project: null,
  adminAPIKey: null,
  logLevel: 'off',
  logger: { debug: silent, info: silent, warn: silent, error: silent },
  fetchOptions: { redirect: 'manual' },
} as const satisfies ClientOptions;

/** The vendor's client for this place; nothing but these settings decides where it goes. */
export function clientFor({ at, key }: Pick<OpenAiConfig, 'at' | 'key'>): OpenAI {
  if (at.kind === 'openai') return new OpenAI({ ...OURS, apiKey: key, baseURL: at.baseUrl });
  const baseURL = `${at.endpoint.replace(/\/+$/, '')}/openai`;
  return new AzureOpenAI({ ...OURS, apiKey: key, baseURL, apiVersion: at.version });
}
