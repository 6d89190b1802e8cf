import type { Action } from './action.ts';
import type { FileRef } from './file.ts';
import { beforeComma } from './source-title.ts';
import type { Texts } from './texts/texts.ts';

/** What the bot says, in the words of no channel. */
export type Reply = {
  parts: Part[];
  /** The language it is said in, so that a screen reader pronounces it well. */
  language: 'nl' | 'en';
  replaces?: 'pressed-message';
  /** The thing that this message is the card of: where an earlier card of it stands, this one takes its place. */
  card?: string;
  wordedBy?: 'model';
};

export type Part =
  | { kind: 'text'; text: string } // paragraphs, **bold**, [links](…) and lists; nothing else
  | { kind: 'facts'; title?: string; lead?: string; facts: Fact[] } // label and value, under the name of what they are about
  | { kind: 'buttons'; buttons: Button[] }
  | { kind: 'form'; fields: Field[]; submit: Button }
  | { kind: 'sources'; sources: CitedSource[] }
  | { kind: 'image'; file: FileRef; alt: string } // a picture, and all that it says in words
  | { kind: 'file'; file: FileRef };

export type Fact = { label: string; value: string };
export type Button = { label: string; action: Action; style?: 'primary' | 'danger' };
export type Field = {
  id: string;
  label: string;
  kind: 'text' | 'long-text' | 'choice';
  required: boolean;
  choices?: { value: string; label: string }[];
  value?: string;
  /** So many characters of it are kept, where that is fewer than a field takes by itself. */
  most?: number;
  /** What was wrong with the value, beside the field. */
  error?: string;
};

/** A source as it stands under an answer: what it is, where in it, and how old. `url` is undefined where there is none. */
export type CitedSource = {
  id: string;
  title: string;
  at?: string;
  /** What the title and the place are written in, where that is not the language of the reply. */
  language?: Reply['language'];
  url?: string;
  remark?: string;
};

/** The same reply as plain text, without markup: what the command line prints and a notification reads. */
export function plainText(reply: Reply, texts: Texts): string {
  let numbered = 0;
  return reply.parts
    .map((part) => {
      const text = plainPart(part, texts, numbered);
      numbered += part.kind === 'buttons' ? part.buttons.length : 0;
      return text;
    })
    .concat(reply.wordedBy === 'model' ? [texts.wordedByModel] : [])
    .filter((text) => text !== '')
    .join('\n\n');
}

function plainPart(part: Part, texts: Texts, numbered: number): string {
  switch (part.kind) {
    case 'text':
      return withoutMarkup(part.text);
    case 'facts':
      return plainFacts(part);
    case 'buttons':
      return part.buttons.map(({ label }, index) => `${numbered + index + 1}. ${label}`).join('\n');
    case 'form':
      return [...part.fields.map(plainField), part.submit.label].join('\n');
    case 'image':
      return part.alt;
    case 'file':
      return `${texts.file}: ${part.file.name}`;
    case 'sources':
      return part.sources.map((source) => plainSource(source, texts)).join('\n');
    default:
      return unreachable(part);
  }
}

function plainFacts({ title, lead, facts }: Extract<Part, { kind: 'facts' }>): string {
  const head = [title, lead && withoutMarkup(lead)].filter(Boolean).join('\n');
  const lines = facts.map(({ label, value }) => `${label}: ${withoutMarkup(value)}`).join('\n');
  return [head, lines].filter((text) => text !== '').join('\n\n');
}

function plainField(field: Field): string {
  const choices = field.choices?.map(({ label }) => label).join(' / ');
  return [field.label, choices, field.error].filter(Boolean).join(': ');
}

function plainSource({ title, at, url, remark }: CitedSource, texts: Texts): string {
  const rest = [at, remark, url].filter(Boolean).join(', ');
  // Here a title stands as it is, so that it can be looked up: after its full stop comes a dash.
  const between = beforeComma(title) === title ? ', ' : ' – ';
  return `${texts.source}: ${title}${rest === '' ? '' : between}${rest}`;
}

/** The reply as it is said again when an earlier try may have arrived. */
export function asRepeat(reply: Reply, texts: Texts): Reply {
  return { ...reply, parts: [{ kind: 'text', text: texts.repeated }, ...reply.parts] };
}

/** Takes the marks of **bold** and [links](…) away and leaves what is read. */
export function withoutMarkup(text: string): string {
  if (!text.includes('**') && !text.includes('](')) return text;
  return text.replaceAll('**', '').replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}

/** Makes the compiler name every place that must know a new kind. */
export function unreachable(kind: never): never {
  throw new Error(`a kind nobody knows: ${JSON.stringify(kind)}`);
}
