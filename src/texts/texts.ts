import { en } from './en.ts';
import { nl } from './nl.ts';

/** The sentences of one language; both have the same keys. */
export type Texts = typeof nl;

export const texts: Record<'nl' | 'en', Texts> = { nl, en };
