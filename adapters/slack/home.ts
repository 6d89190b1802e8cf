import type { HomeView, KnownBlock, Button as SlackButton } from '@slack/types';
import type { Action } from '../../src/action.ts';
import type { KeptCheck } from '../../src/kept-checks.ts';
import { clean, cut } from '../../src/on-screen.ts';
import type { OwnRequest } from '../../src/own-requests.ts';
import { texts } from '../../src/texts/texts.ts';
import { button } from './button.ts';
import type { DialogName } from './dialog.ts';
import { plain } from './mrkdwn.ts';
import { type Language, words } from './words.ts';

const MOST = 5;
const LONGEST_LINE = 60;

/** What stands on somebody's home page of their own. */
export type Own = { checks: readonly KeptCheck[]; requests: readonly OwnRequest[] };

/** The home page: three doors, my checks and requests, what is kept about me, and who to ask. */
export function homeView({ checks, requests }: Own, language: Language): HomeView {
  const said = words[language];
  const { sayDate, requests: asked } = texts[language];
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain(said.homeTitle, 150) },
      line(said.homeIntro),
      {
        type: 'actions',
        elements: [
          { ...opens('search', said.doorSearch, language), style: 'primary' },
          button({ label: said.doorCheck, action: { do: 'start', journey: 'check' } }, 'home:check'),
          opens('request', asked.buttons.start, language),
          opens('ask', said.doorAsk, language),
        ],
      },
      { type: 'divider' },
      { type: 'header', text: plain(said.myChecks, 150) },
      ...(checks.length === 0 ? [line(said.noChecks)] : []),
      ...checks
        .slice(0, MOST)
        .map(({ number, on }, at) =>
          withButton(
            `${number}, ${said.checkOn(sayDate(on))}`,
            number,
            { do: 'show-receipt', receipt: number },
            `home:${at}`,
          ),
        ),
      { type: 'divider' },
      { type: 'header', text: plain(asked.mine.title, 150) },
      ...requests
        .slice(0, MOST)
        .map(({ id, what, status }, at) =>
          withButton(
            asked.mine.line(id, cut(clean(what), LONGEST_LINE), asked.statuses[status]),
            asked.buttons.show(id),
            { do: 'show-request', request: id },
            `home:request:${at}`,
          ),
        ),
      withButton(said.requestsText, asked.buttons.mine, { do: 'my-requests' }, 'home:requests'),
      { type: 'divider' },
      { type: 'header', text: plain(said.kept, 150) },
      withButton(
        said.keptText,
        said.seeKept,
        { do: 'ask', text: language === 'nl' ? 'mijn gegevens' : 'my data' },
        'home:kept',
      ),
      { type: 'header', text: plain(said.whoToAsk, 150) },
      withButton(said.whoToAskText, said.seeWho, { do: 'ask', text: said.seeWho }, 'home:who'),
    ],
  };
}

function opens(dialog: DialogName, label: string, language: Language): SlackButton {
  return { type: 'button', action_id: `open:${dialog}`, text: plain(label, 75), value: language };
}

function line(text: string): KnownBlock {
  return { type: 'section', text: plain(text, 3000) };
}

function withButton(text: string, label: string, action: Action, id: string): KnownBlock {
  return { type: 'section', text: plain(text, 3000), accessory: button({ label, action }, id) };
}
