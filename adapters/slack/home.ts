import type { HomeView, KnownBlock, Button as SlackButton } from '@slack/types';
import type { Action } from '../../src/action.ts';
import type { KeptCheck } from '../../src/kept-checks.ts';
import { texts } from '../../src/texts/texts.ts';
import { button } from './button.ts';
import type { DialogName } from './dialog.ts';
import { plain } from './mrkdwn.ts';
import { type Language, words } from './words.ts';

const MOST_CHECKS = 5;

/** The home page: three doors, my checks, what is kept about me, and who to ask. */
export function homeView(checks: readonly KeptCheck[], language: Language): HomeView {
  const said = words[language];
  const { sayDate } = texts[language];
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
          opens('request', texts[language].requests.buttons.start, language),
          opens('ask', said.doorAsk, language),
        ],
      },
      { type: 'divider' },
      { type: 'header', text: plain(said.myChecks, 150) },
      ...(checks.length === 0 ? [line(said.noChecks)] : []),
      ...checks
        .slice(0, MOST_CHECKS)
        .map(({ number, on }, at) =>
          withButton(
            `${number}, ${said.checkOn(sayDate(on))}`,
            number,
            { do: 'show-receipt', receipt: number },
            `home:${at}`,
          ),
        ),
      { type: 'divider' },
      { type: 'header', text: plain(texts[language].requests.mine.title, 150) },
      withButton(said.requestsText, texts[language].requests.buttons.mine, { do: 'my-requests' }, 'home:requests'),
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
