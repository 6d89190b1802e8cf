import { guide } from './rows.ts';
import { type Drawn, sayCondition } from './words.ts';

/** What the picture shows in sentences, for who cannot see it. */
export function inSentences(drawn: Drawn): string {
  const { rules, otherwise, outcomes } = drawn.check;
  const named = (outcome: string) => `${outcomes[outcome]?.name.nl} (${outcome}).`;
  return [
    ...guide(drawn),
    ...rules.map(
      ({ when, outcome }, at) => `Regel ${at + 1}, ${sayCondition(when, drawn).join('; ')}. Ja: ${named(outcome)}`,
    ),
    `Geldt geen enkele regel, dan: ${named(otherwise.outcome)}`,
  ].join('\n');
}
