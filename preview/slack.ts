import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import { questionDialog, requestView } from '../adapters/slack/dialog.ts';
import { homeView } from '../adapters/slack/home.ts';
import { messageOf } from '../adapters/slack/shown.ts';
import { type AtHand, requestDialog } from '../src/journeys/request-dialog.ts';
import type { Card } from './cards.ts';

/** A page for one picture. */
export type Page = { name: string; html: string };

const style = readFileSync(new URL(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'utf8');
const HANDED = 'Kun jij 40 kerstpakketten regelen voor 18 december? Budget 900 euro met btw';
const DIRECT = { kind: 'direct', team: 'T1', user: 'U1' } as const;
const PRIVATE = { kind: 'thread', team: 'T1', channel: 'C1', thread: '1.1', only: 'U1' } as const;

/** Every card as Slack draws it, with the home page and the dialogs. */
export function slackPages(cards: readonly Card[], hand: Pick<AtHand, 'library' | 'today'>): Page[] {
  const messages = cards.map(({ name, reply, how }) => {
    const place = how === 'private' ? PRIVATE : DIRECT;
    return {
      name,
      blocks: messageOf(reply, place, { id: name, repeat: how === 'repeat', carried: () => name }).blocks,
    };
  });
  const checks = [{ number: 'CHK-2026-0007', title: 'Lunch', on: '2026-11-03' }];
  return [
    ...messages,
    {
      name: 'startpagina',
      blocks: homeView(
        { checks, requests: [{ id: 'IMP-2026-0003', status: 'claimed', what: 'Taart voor het afscheid van Joke' }] },
        'nl',
      ).blocks,
    },
    { name: 'startpagina-leeg', blocks: homeView({ checks: [], requests: [] }, 'en').blocks },
    { name: 'dialoog', blocks: questionDialog('ask', 'nl', 'Weet iemand een cateraar?').blocks },
    { name: 'dialoog-aanvraag', blocks: requestView(requestDialog(HANDED, { ...hand, language: 'nl' }), 'nl').blocks },
  ].map(({ name, blocks }) => ({ name, html: page(blocks) }));
}

/** The library takes `verbatim` for text without links; Slack makes none of its own, and keeps those that are written. */
function asSlackReads(key: string, value: unknown): unknown {
  return key === 'verbatim' ? false : value;
}

function page(blocks: readonly object[]): string {
  const drawn = createElement(Message, {
    blocks: JSON.parse(JSON.stringify(blocks), asSlackReads) as never,
    name: 'Inkopen met impact',
    logo: 'data:image/gif;base64,R0lGODlhAQABAIAAAAtaawAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==',
    time: new Date('2026-11-28T09:00:00Z'),
  });
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><style>${style}
body { margin: 16px; font-family: Lato, 'Noto Sans', sans-serif; } main { max-width: 680px; }</style>
<main>${renderToStaticMarkup(drawn)}</main></html>`;
}
