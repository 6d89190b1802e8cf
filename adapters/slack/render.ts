import { createHash } from 'node:crypto';
import type { ContextActionsBlock, KnownBlock } from '@slack/types';
import { clean, cut } from '../../src/on-screen.ts';
import { asRepeat, type Button, type Part, plainText, type Reply, unreachable } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import { button, carried } from './button.ts';
import { fitted, type Unit } from './fit.ts';
import { form } from './form.ts';
import { LIMITS } from './limits.ts';
import { plain } from './mrkdwn.ts';
import { inline, richText, section } from './rich-text.ts';
import { sources } from './sources.ts';
import { type Language, words } from './words.ts';

/** A message as Slack takes it: the blocks, and a text that says the same where blocks are not shown or are read aloud. */
export type SlackMessage = { text: string; blocks: KnownBlock[] };
/** `place`: comes back with what is pressed in it, where Slack does not tell. */
export type How = { id: string; repeat?: boolean; place?: string | undefined };

export function render(said: Reply, { id, repeat = false, place }: How): SlackMessage {
  const { language } = said;
  const reply = repeat ? asRepeat(said, texts[language]) : said;
  const units: Unit[] = [
    ...inOrder(reply.parts).map(({ part, number }, at, all) => ({
      kind: kindOf(part),
      blocks: [...(isApart(part, all[at - 1]?.part) ? [DIVIDER] : []), ...draw(part, number, language)],
    })),
    ...(reply.wordedBy === 'model' ? [{ kind: 'other' as const, blocks: [note(texts[language].wordedByModel)] }] : []),
  ];
  return {
    text: topText(plainText(reply, texts[language])),
    blocks: named(fitted(units, words[language]), id, place),
  };
}

/** Sources come after what can be pressed: on a phone nobody has to scroll past them to go on. */
function inOrder(parts: readonly Part[]): { part: Part; number: number }[] {
  const all = parts.map((part, number) => ({ part, number }));
  const isSources = ({ part }: (typeof all)[number]) => part.kind === 'sources';
  return [...all.filter((one) => !isSources(one)), ...all.filter(isSources)];
}

/** What a notification shows. The signs by which Slack would call people together are written out. */
export function topText(text: string): string {
  const safe = clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return cut(safe, LIMITS.topText) || '…';
}

/** The mark by which a message of ours is known again: it stands in the name of each of its blocks. */
export function markOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 20);
}

export function named(blocks: readonly KnownBlock[], id: string, place?: string): KnownBlock[] {
  const mark = markOf(id);
  return blocks.map((block, at) => ({ ...block, block_id: [mark, at, ...(place ? [place] : [])].join(' ') }));
}

const DIVIDER: KnownBlock = { type: 'divider' };

/** A line sets what is about one thing apart from what stands around it. */
function isApart(part: Part, before: Part | undefined): boolean {
  const titled = (one: Part | undefined) => one?.kind === 'facts' && one.title !== undefined;
  return before !== undefined && (titled(part) || (titled(before) && part.kind === 'text'));
}

function kindOf(part: Part): Unit['kind'] {
  return part.kind === 'facts' || part.kind === 'text' ? part.kind : 'other';
}

function draw(part: Part, number: number, language: Language): KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return richText(part.text);
    case 'facts':
      return facts(part);
    case 'buttons':
      return isRating(part.buttons) ? [rating(part.buttons, number)] : buttons(part.buttons, number);
    case 'form':
      return form(part, { number, language });
    case 'image':
      // The picture itself stands above the message, with the same words for who does not see it.
      return [note(part.alt)];
    case 'file':
      return [note(`${words[language].file}: ${part.file.name}`)];
    case 'sources':
      return sources(part.sources, language);
    default:
      return unreachable(part);
  }
}

/** What it is about, and under it a line for each fact: read in order, on a phone and by a screen reader alike. */
function facts({ title, lead, facts: all }: Extract<Part, { kind: 'facts' }>): KnownBlock[] {
  const head = title ? [...section(inline(`**${clean(title).replaceAll('**', '')}**`))] : [];
  const rows = all.flatMap(({ label, value }) =>
    section([
      { type: 'text', text: `${clean(label)}: `, style: { bold: true } },
      ...inline(cut(clean(value), LIMITS.richText - 200)),
    ]),
  );
  return [
    ...(head.length > 0 ? [{ type: 'rich_text' as const, elements: head }] : []),
    ...(lead ? richText(lead) : []),
    ...rowsInBlocks(rows),
  ];
}

function rowsInBlocks(rows: ReturnType<typeof section>): KnownBlock[] {
  const blocks: ReturnType<typeof section>[] = [];
  let length = 0;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    if (blocks.length === 0 || length + own > LIMITS.richText) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(row);
    length += own;
  }
  return blocks.map((some) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: some }],
  }));
}

function buttons(all: Button[], number: number): KnownBlock[] {
  const drawn = all.map((one, at) => button(one, `button:${number}:${at}`));
  const blocks: KnownBlock[] = [];
  for (let from = 0; from < drawn.length; from += LIMITS.buttons)
    blocks.push({ type: 'actions', elements: drawn.slice(from, from + LIMITS.buttons) });
  return blocks;
}

function isRating(all: Button[]): all is [Button, Button] {
  const [first, second] = all.map(({ action }) => action);
  return (
    all.length === 2 &&
    first?.do === 'rate' &&
    second?.do === 'rate' &&
    first.helpful &&
    !second.helpful &&
    all.every(({ label }) => label.length <= LIMITS.buttonText)
  );
}

/** Slack has buttons of its own for what somebody thinks of an answer. */
function rating([helpful, not]: [Button, Button], number: number): ContextActionsBlock {
  const one = ({ label, action }: Button) => ({
    text: plain(label, LIMITS.buttonText),
    accessibility_label: cut(clean(label), LIMITS.label) || '…',
    value: carried(action),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: `rating:${number}`,
        positive_button: one(helpful),
        negative_button: one(not),
      },
    ],
  };
}

/** A small grey line. */
export function note(text: string): KnownBlock {
  return { type: 'context', elements: [plain(text, LIMITS.contextText)] };
}
