import { hash } from 'node:crypto';
import type { FileRef } from '../../src/file.ts';
import { clean, cut } from '../../src/on-screen.ts';
import { asRepeat, type Part, plainText, type Reply, unreachable } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Sent } from './button.ts';
import { buttons } from './buttons.ts';
import { CARD, type Card, card, type Element, type RichText } from './card.ts';
import { wayOf } from './files.ts';
import { fitted, type Unit } from './fit.ts';
import { form } from './form.ts';
import { LIMITS } from './limits.ts';
import { isDrawn, pictureOf } from './picture.ts';
import { inline, lineOf, richText, run } from './rich-text.ts';
import { citations, sources } from './sources.ts';
import { type Language, words } from './words.ts';

/** A message as Teams takes it. `summary` is what a notification shows; the entity carries the citations and the AI label. */
export type TeamsMessage = {
  type: 'message';
  locale: string;
  summary: string;
  textFormat?: 'markdown';
  text?: string;
  attachments?: { contentType: typeof CARD; content: Card }[];
  entities?: object[];
};
/**
 * `files`: whether a file can be offered here. `pictures`: whether they are drawn in the card. `shared`: whether others
 * see it as well.
 */
export type How = { id: string; repeat?: boolean; files?: boolean; pictures?: boolean; shared?: boolean };

export function render(said: Reply, how: How): TeamsMessage {
  const { id, repeat = false, files = false, pictures = true, shared = false } = how;
  const { language } = said;
  const reply = repeat ? asRepeat(said, texts[language]) : said;
  const own = words[language];
  const sent = { card: markOf(id) };
  const cited = reply.parts.flatMap((part) => (part.kind === 'sources' ? part.sources : []));
  const replaced = shared && reply.card !== undefined;
  const plain = clean(plainText(reply, texts[language]));
  const units: Unit[] = [
    ...reply.parts.flatMap((part, number) => unitsOf(part, { number, language, sent, files, pictures, replaced })),
    // After what can be pressed: on a phone nobody has to scroll past them to go on.
    ...(cited.length > 0 ? [{ kind: 'sources' as const, elements: [sources(cited, language)] }] : []),
    ...(reply.wordedBy === 'model' ? [note(texts[language].wordedByModel)] : []),
  ];
  const fallback = cut(plain.trim(), LIMITS.fallback) || own.bot;
  const entity = entityOf(reply);
  const around = JSON.stringify({ fallback, entity }).length;
  const body = fitted(units, own, LIMITS.message - around);
  return {
    type: 'message',
    locale: language,
    summary: cut(plain.split('\n').find((line) => line.trim() !== '') ?? own.bot, LIMITS.summary),
    // A citation shows where its number stands in the text of the message; a card has no place for it.
    ...(cited.length > 0
      ? {
          textFormat: 'markdown',
          text: `${own.sources}: ${cited
            .slice(0, LIMITS.sources)
            .map((_, at) => `[${at + 1}]`)
            .join(' ')}`,
        }
      : {}),
    ...(body.length > 0
      ? { attachments: [{ contentType: CARD, content: card(body, { language, fallback }) }] }
      : { text: own.bot }),
    ...(entity ? { entities: [entity] } : {}),
  };
}

/** The same without a card, where Teams does not take the card. */
export function renderPlain(said: Reply, { repeat = false }: How): TeamsMessage {
  const { language } = said;
  const reply = repeat ? asRepeat(said, texts[language]) : said;
  const own = words[language];
  const plain = clean(plainText(reply, texts[language])) || own.bot;
  const entity = entityOf({ ...reply, parts: [] });
  return {
    type: 'message',
    locale: language,
    summary: cut(plain, LIMITS.summary),
    textFormat: 'markdown',
    text: escaped(cut(plain, LIMITS.message / 4)),
    ...(entity ? { entities: [entity] } : {}),
  };
}

/** The mark by which a message of ours is known again in what is pressed in it. */
export function markOf(id: string): string {
  return hash('sha256', id, 'base64url').slice(0, 16);
}

/** Signs that Teams would take for markup stand for themselves. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]()#~|!+-]/g, '\\$&')
    .replaceAll('\n', '\n\n');
}

type Setting = {
  number: number;
  language: Language;
  sent: Sent;
  files: boolean;
  pictures: boolean;
  /** Pressing a button replaces the card for everyone. */
  replaced: boolean;
};

function unitsOf(part: Part, setting: Setting): Unit[] {
  const { language, sent, number } = setting;
  switch (part.kind) {
    case 'text':
      return richText(part.text).map(asText);
    case 'facts':
      return [{ kind: 'facts', elements: facts(part) }];
    case 'buttons':
      return [{ kind: 'other', elements: buttons(part.buttons, setting) }];
    case 'form':
      return [{ kind: 'other', elements: form(part, { number, language, sent }) }];
    case 'image':
      return setting.pictures && isDrawn(part.file)
        ? [{ kind: 'other', elements: [pictureOf(part.file, part.alt)] }]
        : [...richText(part.alt).map(asText), note(fileNote(part.file, setting))];
    case 'file':
      return [note(fileNote(part.file, setting))];
    case 'sources':
      return [];
    default:
      return unreachable(part);
  }
}

function asText(element: RichText): Unit {
  return { kind: 'text', elements: [element] };
}

function note(text: string): Unit {
  return { kind: 'other', elements: [lineOf(run(text, { isSubtle: true, size: 'Small' }))] };
}

function fileNote(file: FileRef, { files, language }: Setting): string {
  const said = words[language];
  const name = cut(clean(file.name), LIMITS.label);
  if (!files) return said.filePrivate(name);
  switch (wayOf(file)) {
    case 'travels':
      return said.fileOffered(name);
    case 'held':
      return said.fileHeld(name);
    case 'too-large':
      return said.fileTooLarge(name);
  }
}

/** What it is about, and under it a line for each fact: read in order, on a phone and by a screen reader alike. */
function facts({ title, lead, facts: all }: Extract<Part, { kind: 'facts' }>): Element[] {
  const head = title ? [lineOf(run(cut(clean(title), 300), { weight: 'Bolder', size: 'Medium' }))] : [];
  const rows = all.map(({ label, value }) => ({
    ...lineOf([
      ...run(`${cut(clean(label), LIMITS.label)}: `, { weight: 'Bolder' }),
      ...inline(cut(clean(value), LIMITS.paragraph)),
    ]),
    spacing: 'Small' as const,
  }));
  const items: Element[] = [...head, ...(lead ? richText(lead) : []), ...rows];
  return items.length === 0 ? [] : [{ type: 'Container', spacing: 'Medium', separator: true, items }];
}

/** Teams takes one entity for both: the sources, and whether a model worded the message. */
function entityOf({ parts, wordedBy }: Reply): object | undefined {
  const cited = citations(parts.flatMap((part) => (part.kind === 'sources' ? part.sources : [])));
  if (cited.length === 0 && wordedBy !== 'model') return undefined;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(wordedBy === 'model' ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(cited.length > 0 ? { citation: cited } : {}),
  };
}
