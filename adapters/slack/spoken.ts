import type { Address } from '../../src/turn.ts';
import { addressOf, placeAt } from './address.ts';
import { bounded } from './bounded.ts';
import type { Language } from './words.ts';

/** The language in which somebody was last answered alone, as far as it is remembered: Slack tells of none in what it sends. */
export type Spoken = { answered(to: Address, language: Language): void; by(team: string, user: string): Language };

export function createSpoken(): Spoken {
  const last = bounded<Language>(5000);
  return {
    answered(to, language) {
      if (placeAt(to)?.place.kind === 'direct') last.set(to.id, language);
    },
    by: (team, user) => last.get(addressOf({ kind: 'direct', team, user }).id) ?? 'nl',
  };
}
