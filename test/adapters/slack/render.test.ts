import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { readPress } from '../../../adapters/slack/read.ts';
import { render } from '../../../adapters/slack/render.ts';
import { Action } from '../../../src/action.ts';
import { clean } from '../../../src/on-screen.ts';
import { type Part, plainText, type Reply } from '../../../src/reply.ts';
import { texts } from '../../../src/texts/texts.ts';
import { anyAction, anyReply, hostileText, kindsOfAction } from '../../support/replies.ts';
import { generated, holdsFor, seed } from '../../support/seed.ts';
import { wrongWith } from './block-rules.ts';
import { press } from './events.ts';
import { buttonsOf, wordsOf } from './look.ts';

const said = (...parts: Part[]): Reply => ({ language: 'nl', parts });
const shown = (reply: Reply) => render(reply, { id: 'turn/0' });
const pressed = (button: { action_id: string; block_id: string; value: string }) =>
  readPress(JSON.parse(new URLSearchParams(press({ channel: 'DUANN', ts: '1.2' }, button)).get('payload') ?? ''));

describe('a message in Slack', () => {
  it(`is one that Slack takes, whatever is in it (seed ${seed})`, async () => {
    await holdsFor(anyReply, (reply) => expect(wrongWith(shown(reply))).toEqual([]), 1000);
  });

  it(`carries actions that come back the same (seed ${seed})`, async () => {
    await holdsFor(
      anyAction,
      (action) => {
        const [button] = buttonsOf(shown(said({ kind: 'buttons', buttons: [{ label: 'x', action }] })).blocks);
        expect(button && pressed(button)).toMatchObject({ input: { kind: 'action', action } });
      },
      1000,
    );
  });

  it('is tried with every kind of action there is', () => {
    const tried = new Set(generated(anyAction, 500).map((action) => action.do));
    expect([...tried].sort()).toEqual(kindsOfAction().sort());
  });

  it(`makes no mention, link, emoji or markup of what a person typed (seed ${seed})`, async () => {
    await holdsFor(
      hostileText,
      (text) => {
        const plain = text.replaceAll('**', '').replaceAll('](', '] (');
        const { blocks, text: top } = shown(
          said(
            { kind: 'text', text: plain },
            { kind: 'facts', title: plain.slice(0, 100), facts: [{ label: plain.slice(0, 50), value: plain }] },
            { kind: 'sources', sources: [{ id: 'a', title: plain, at: plain, url: 'https://www.utrecht.nl/' }] },
          ),
        );
        expect(top).not.toMatch(/[<>]/);
        for (const element of deep(blocks)) {
          if (element.type === 'mrkdwn') {
            expect(element.verbatim).toBe(true);
            const own = String(element.text)
              .replace(/^\*(Bronnen|Sources)\*$/m, '')
              .replace(/<https:\/\/www\.utrecht\.nl\/\|(.*?)>/s, '$1');
            expect(own).not.toMatch(/<|[*_~`](?!\u200b)|:(?=[\w+'-]+:)/);
          }
          if (element.type === 'plain_text') expect(element.emoji).toBe(false);
          expect(String(element.type)).not.toMatch(/^(user|usergroup|channel|broadcast|emoji|team|color|date)$/);
        }
      },
      500,
    );
  });

  it('links to plain addresses alone', () => {
    const { blocks } = shown(
      said({
        kind: 'text',
        text: '[goed](https://www.utrecht.nl/) [fout](javascript:alert(1)) [ook](https://a:b@evil.example/) [dit](ftp://x.nl/)',
      }),
    );
    const links = deep(blocks).filter(({ type }) => type === 'link');
    expect(links).toEqual([{ type: 'link', url: 'https://www.utrecht.nl/', text: 'goed' }]);
  });

  it(`has a text beside it that says the same (seed ${seed})`, async () => {
    await holdsFor(
      anyReply,
      (reply) => {
        const { text } = shown(reply);
        const whole = plainText(reply, texts[reply.language]);
        const words = (one: string) =>
          one
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim()
            .slice(0, 2000);
        const read = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
        expect(words(read).startsWith(words(clean(whole)))).toBe(true);
        expect(text).not.toMatch(/zie (de )?knoppen|see (the )?buttons/i);
      },
      300,
    );
  });

  it('shows lists as lists and bold as bold', () => {
    const { blocks } = shown(
      said({ kind: 'text', text: 'Zo doe je **dat**:\n- een\n- twee\n\nDan:\n3. drie\n4. vier' }),
    );
    expect(blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section' },
          { type: 'rich_text_list', style: 'bullet', elements: [{}, {}] },
          { type: 'rich_text_section' },
          { type: 'rich_text_list', style: 'ordered', offset: 2, elements: [{}, {}] },
        ],
      },
    ]);
    expect(deep(blocks)).toContainEqual({ type: 'text', text: 'dat', style: { bold: true } });
  });

  it('says that a model worded it where that is so, and nowhere else', async () => {
    const line = 'Met AI geformuleerd';
    const own = said({ kind: 'text', text: 'Een antwoord.' });
    expect(wordsOf(shown({ ...own, wordedBy: 'model' }).blocks)).toContain(line);
    expect(shown({ ...own, wordedBy: 'model' }).text).toContain(line);
    expect(wordsOf(shown(own).blocks)).not.toContain(line);
    expect(shown(own).text).not.toContain(line);
  });

  it('says that it may be a repeat', () => {
    const again = render(said({ kind: 'text', text: 'Een antwoord.' }), { id: 'turn/0', repeat: true });
    for (const words of [again.text, wordsOf(again.blocks)]) expect(words.startsWith(texts.nl.repeated)).toBe(true);
  });

  it('leaves out whole suppliers when it is full, and says how many', () => {
    const supplier = (at: number): Part => ({
      kind: 'facts',
      title: `Leverancier ${at}`,
      facts: [{ label: 'Aanbod', value: 'catering '.repeat(40) }],
    });
    const { blocks } = shown(
      said({ kind: 'text', text: 'Deze passen erbij:' }, ...Array.from({ length: 60 }, (_, at) => supplier(at)), {
        kind: 'buttons',
        buttons: [{ label: 'Meer', action: { do: 'more-suppliers' } }],
      }),
    );
    const words = wordsOf(blocks);
    const whole = [...words.matchAll(/Leverancier \d+/g)].length;
    expect(words).toContain(`nog ${60 - whole} niet bij`);
    expect([...words.matchAll(/Aanbod/g)]).toHaveLength(whole);
    expect(buttonsOf(blocks).map(({ label }) => label)).toEqual(['Meer']);
  });

  it('draws what somebody thinks of an answer with the buttons that Slack has for it', () => {
    const { blocks } = shown(
      said({
        kind: 'buttons',
        buttons: [
          { label: 'Dit helpt', action: { do: 'rate', answer: 'a', helpful: true } },
          { label: 'Dit helpt niet', action: { do: 'rate', answer: 'a', helpful: false } },
        ],
      }),
    );
    expect(blocks).toMatchObject([
      {
        type: 'context_actions',
        elements: [{ type: 'feedback_buttons', negative_button: { accessibility_label: 'Dit helpt niet' } }],
      },
    ]);
  });

  it('shows a form with what was typed and what is wrong beside the field', () => {
    const { blocks } = shown(
      said({
        kind: 'form',
        fields: [
          {
            id: 'amount',
            label: 'Wat kost het?',
            kind: 'text',
            required: true,
            value: '12,3,4',
            error: 'typ één bedrag.',
          },
          {
            id: 'kind',
            label: 'Wat is het?',
            kind: 'choice',
            required: false,
            choices: Array.from({ length: 12 }, (_, at) => ({ value: `${at}`, label: `Soort ${at}` })),
            value: '3',
          },
        ],
        submit: { label: 'Verder', action: { do: 'answer', question: 'amount' } },
      }),
    );
    expect(blocks).toMatchObject([
      {
        type: 'input',
        optional: false,
        hint: { text: 'Klopt niet: typ één bedrag.' },
        element: { initial_value: '12,3,4' },
      },
      { type: 'input', optional: true, element: { type: 'static_select', initial_option: { value: '3' } } },
      { type: 'actions', elements: [{ style: 'primary' }] },
    ]);
  });

  it('says once below its sources what holds for several of them, and each of them once', () => {
    const of = (title: string, remark: string) => ({ id: title, title, at: 'deel 1', remark });
    const sources = [
      of('Een', '2 mei 2023; opgeschreven op 1 november 2026; niet nagekeken'),
      of('Twee', 'zonder datum; opgeschreven op 1 november 2026; niet nagekeken'),
      of('Drie', 'opgeschreven op 1 november 2026; niet nagekeken'),
      of('Vier', '3 mei 2023; nagekeken op 2 november 2026'),
      of('Vier', '3 mei 2023; nagekeken op 2 november 2026'),
    ];
    const read = (some: typeof sources) => wordsOf(shown(said({ kind: 'sources', sources: some })).blocks).split('\n');
    expect(read(sources)).toEqual([
      '*Bronnen*',
      '1. Een, deel 1, 2 mei 2023',
      '2. Twee, deel 1, zonder datum',
      '3. Drie, deel 1',
      'Bij bron 1 tot en met 3: opgeschreven op 1 november 2026; niet nagekeken',
      '4. Vier, deel 1, 3 mei 2023; nagekeken op 2 november 2026',
    ]);
    expect(read(sources.slice(0, 2)).at(-1)).toBe('Bij elke bron: opgeschreven op 1 november 2026; niet nagekeken');
  });

  it('has its sources below what can be pressed, so that nobody scrolls past them on a phone', () => {
    const ask = (text: string): Part => ({ kind: 'buttons', buttons: [{ label: text, action: { do: 'ask', text } }] });
    const { blocks, text } = shown(
      said(
        { kind: 'text', text: 'Dit mag.' },
        ask('Eerst'),
        { kind: 'sources', sources: [{ id: 'a', title: 'Een bron' }] },
        ask('Daarna'),
      ),
    );
    expect(blocks.map(wordsOf)).toEqual(['Dit mag.', 'Eerst', 'Daarna', '*Bronnen*\n1. Een bron']);
    expect(new Set(buttonsOf(blocks).map(({ action_id }) => action_id)).size).toBe(2);
    expect(text).toContain('Een bron');
  });

  it('is one that Slack takes with an address that is longer than a line', () => {
    const url = `https://www.utrecht.nl/${'a'.repeat(2500)}`;
    const drawn = shown(said({ kind: 'sources', sources: [{ id: 'a', title: 'Een lange', url }] }));
    expect(wrongWith(drawn)).toEqual([]);
    expect(wordsOf(drawn.blocks)).toContain('Een lange');
  });

  it('is known again by the names of its blocks, another message by others', () => {
    const names = (id: string) =>
      render(said({ kind: 'text', text: 'x' }), { id }).blocks.map(({ block_id }) => block_id);
    expect(names('turn/0')).toEqual(names('turn/0'));
    expect(names('turn/0')).not.toEqual(names('turn/1'));
  });
});

function deep(blocks: readonly KnownBlock[] | unknown): Record<string, unknown>[] {
  if (Array.isArray(blocks)) return blocks.flatMap(deep);
  if (typeof blocks !== 'object' || blocks === null) return [];
  return [blocks as Record<string, unknown>, ...Object.values(blocks).flatMap(deep)];
}

it('knows only actions of the schema', () => {
  for (const action of generated(anyAction, 200)) expect(Action.safeParse(action).success).toBe(true);
});
