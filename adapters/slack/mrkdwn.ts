import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { plainAddress } from '../../src/markup.ts';
import { clean, cut } from '../../src/on-screen.ts';

/** Text in Slack's markup in which nothing that was typed is a mention, a link, an emoji or a mark. */
export function escaped(text: string): string {
  return withoutMarks(clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

/** A sign of markup that is followed by a space without width is no sign of markup. */
function withoutMarks(text: string): string {
  return text.replace(/[*_~`]/g, '$&\u200b').replace(/:(?=[\w+'-]+:)/g, ':\u200b');
}

/** A link in Slack's markup; the label alone for an address that is no plain http or https. */
export function linked(label: string, address: string): string {
  const url = plainAddress(address);
  return url ? `<${url.replaceAll('|', '%7C').replaceAll('&', '&amp;')}|${escaped(label)}>` : escaped(label);
}

/** Verbatim: Slack makes no links or mentions of its own out of it. */
export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function plain(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: cut(clean(text), most) || '…', emoji: false };
}
