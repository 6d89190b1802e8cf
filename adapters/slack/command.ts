import { z } from 'zod';
import { unescaped } from './text.ts';
import type { Language } from './words.ts';

type CommandName = 'search' | 'check' | 'request' | 'mine' | 'about' | 'help';

/** What can be typed after /impact. One word of both languages tells nothing of the language. */
const WORDS: readonly { word: string; name: CommandName; language?: Language; alone?: true }[] = [
  { word: 'zoek', name: 'search', language: 'nl' },
  { word: 'search', name: 'search', language: 'en' },
  { word: 'check', name: 'check' },
  { word: 'aanvraag', name: 'request', language: 'nl' },
  { word: 'request', name: 'request', language: 'en' },
  { word: 'mijn', name: 'mine', language: 'nl', alone: true },
  { word: 'mine', name: 'mine', language: 'en', alone: true },
  { word: 'over', name: 'about', language: 'nl', alone: true },
  { word: 'about', name: 'about', language: 'en', alone: true },
  { word: 'help', name: 'help', alone: true },
];

/** What somebody meant with /impact. `near`: they may have meant this command. */
export type Command =
  | { kind: 'command'; name: CommandName; rest: string; language: Language | undefined }
  | { kind: 'near'; word: string; language: Language | undefined }
  | { kind: 'free'; text: string };

const Typed = z.object({
  team_id: z.string().min(1),
  user_id: z.string().min(1),
  trigger_id: z.string().min(1),
  channel_id: z.string().min(1),
  text: z.string().default('').transform(unescaped),
});
export type TypedCommand = z.infer<typeof Typed>;

export function readCommand(body: unknown): TypedCommand | undefined {
  return Typed.safeParse(body).data;
}

export function commandIn(text: string): Command {
  const [first = '', ...others] = text.trim().split(/\s+/);
  const word = first.toLowerCase().replace(/[.?!,:]+$/, '');
  if (word === '') return { kind: 'command', name: 'about', rest: '', language: undefined };
  const found = WORDS.find((one) => one.word === word);
  const rest = others.join(' ');
  if (found && (!found.alone || rest === ''))
    return { kind: 'command', name: found.name, rest, language: found.language };
  const near = rest === '' ? WORDS.find((one) => isNear(one.word, word)) : undefined;
  return near ? { kind: 'near', word: near.word, language: near.language } : { kind: 'free', text: text.trim() };
}

/** One letter more, less, other, or two that changed places. */
function isNear(word: string, typed: string): boolean {
  if (Math.abs(word.length - typed.length) > 1 || typed.length < 3) return false;
  let at = 0;
  while (at < word.length && word[at] === typed[at]) at += 1;
  const [rest, other] = [word.slice(at), typed.slice(at)];
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}
