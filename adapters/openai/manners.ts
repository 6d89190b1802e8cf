import { APIError } from 'openai';

/** What a server takes: not every model lets its temperature be set, and not every server knows the newer name of the cap. */
export type Manners = { temperature: boolean; cap: 'max_completion_tokens' | 'max_tokens' };

/** What to begin with: the vendors know the newer name, and servers that do as if know the older one. */
export function usualManners(vendors: boolean): Manners {
  return { temperature: true, cap: vendors ? 'max_completion_tokens' : 'max_tokens' };
}

/** What to try now that a server said which setting it does not take; undefined when that is not what it said. */
export function otherManners(error: unknown, tried: Manners): Manners | undefined {
  if (!(error instanceof APIError) || error.status !== 400) return undefined;
  if (error.param === 'temperature' && tried.temperature) return { ...tried, temperature: false };
  if (error.param === 'max_tokens' && tried.cap === 'max_tokens') return { ...tried, cap: 'max_completion_tokens' };
  return undefined;
}
