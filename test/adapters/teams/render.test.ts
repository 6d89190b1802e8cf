import { describe, expect, it } from 'vitest';
import { read } from '../../../adapters/teams/read.ts';
import { render, renderPlain } from '../../../adapters/teams/render.ts';
import type { Part, Reply } from '../../../src/reply.ts';
import { generated, holdsFor, seed } from '../../support/seed.ts';
import { activity } from './activities.ts';
import { buttonsOf, cardOf, inputsOf, parserProblems, readIn, runsOf, schemaAtHand, schemaProblems } from './cards.ts';
import { anyAction, anyReply } from './replies.ts';

const replyOf = (...parts: Part[]): Reply => ({ language: 'nl', parts });
const how = { id: 'm1' };
const drawn = (...parts: Part[]) => {
  const card = cardOf(render(replyOf(...parts), how));
  if (!card) throw new Error('no card');
  return card;
};
const replies = generated(anyReply, 1000);
const cards = [
  ...replies.flatMap((reply) => cardOf(render(reply, how)) ?? []),
  ...replies.slice(0, 300).flatMap((reply) => cardOf(render({ ...reply, card: 'c1' }, { ...how, shared: true })) ?? []),
];

describe('a card in Teams', () => {
  it(`is one that Teams can draw, whatever stands in it (1000 contents, seed ${seed})`, () => {
    expect(cards.length).toBeGreaterThan(900);
    expect(cards.flatMap(parserProblems)).toEqual([]);
  });

  it.runIf(schemaAtHand)(
    `is valid by the published schema, where ADAPTIVE_CARD_SCHEMA names it (1000 contents, seed ${seed})`,
    () => {
      const problems = schemaProblems();
      expect(cards.flatMap(problems)).toEqual([]);
    },
  );

  it('has a label and a message for what is missing at every field', () => {
    const inputs = cards.flatMap(inputsOf);
    expect(inputs.length).toBeGreaterThan(500);
    expect(inputs.filter(({ label, errorMessage }) => label.trim() === '' || errorMessage === '')).toEqual([]);
  });

  it('says the same in plain text where the card is not drawn, and in a notification', () => {
    const said = drawn({ kind: 'text', text: 'Je mag **rechtstreeks** kopen.' });
    expect(said.fallbackText).toBe('Je mag rechtstreeks kopen.');
    expect(render(replyOf({ kind: 'text', text: 'Je mag\nkopen.' }), how).summary).toBe('Je mag');
    expect(cards.filter(({ fallbackText }) => fallbackText.trim() === '')).toEqual([]);
  });

  it('says in words what it says in colour', () => {
    const field = { id: 'a', label: 'Bedrag', kind: 'text', required: true, error: 'vul een getal in.' } as const;
    const card = drawn({
      kind: 'form',
      fields: [field],
      submit: { label: 'Verder', action: { do: 'more-suppliers' } },
    });
    expect(readIn(card)).toContain('Let op: vul een getal in.');
    for (const one of cards.flatMap(runsOf).filter(({ color }) => color)) expect(one.text.length).toBeGreaterThan(0);
  });

  it('is small enough for Teams', () => {
    for (const reply of replies) expect(JSON.stringify(render(reply, how)).length).toBeLessThan(40_000);
  });

  it('leaves suppliers out, and says how many, when the message is full', () => {
    const facts: Part = { kind: 'facts', title: 'Een', facts: [{ label: 'Aanbod', value: 'lunch '.repeat(900) }] };
    const more: Part = { kind: 'buttons', buttons: [{ label: 'Meer', action: { do: 'more-suppliers' } }] };
    const card = drawn(...Array.from({ length: 10 }, () => facts), more);
    expect(readIn(card)).toMatch(/Hier staan er nog \d niet bij/);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Meer']);
  });
});

describe('what somebody else wrote', () => {
  it(`stays text: nothing in it becomes a link, a mention or markup (1000 contents, seed ${seed})`, () => {
    const urls = cards.flatMap(runsOf).flatMap(({ selectAction }) => selectAction?.url ?? []);
    expect(urls.filter((url) => !/^https?:\/\/[^@]*$/.test(url))).toEqual([]);
    // A RichTextBlock reads no markup; any other text of ours is fixed, a label or the fallback.
    for (const message of replies.map((reply) => render(reply, how))) {
      expect(message.text ?? '').toMatch(/^(?:(?:Bronnen|Sources): (?:\[\d+\] ?)+|Inkopen met impact)?$/);
    }
  });

  it('can turn no text around and hides no sign', () => {
    for (const { text } of cards.flatMap(runsOf)) expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
  });

  it.each([
    'javascript:alert(1)',
    'https://google.com@evil.example',
    'data:text/html,x',
    '//evil.example',
    'mailto:a@b.nl',
  ])('leaves [klik](%s) as text', (address) => {
    const card = drawn({ kind: 'text', text: `[klik](${address})` });
    expect(runsOf(card).filter(({ selectAction }) => selectAction)).toEqual([]);
    expect(readIn(card)).toContain('[klik](');
  });

  it('is marked as text in a message without a card', () => {
    const { text } = renderPlain(replyOf({ kind: 'text', text: '<at>Ann</at> `x` _y_' }), how);
    expect(text).toBe('&lt;at&gt;Ann&lt;/at&gt; \\`x\\` \\_y\\_');
  });
});

describe('a button', () => {
  it(`comes back with the action it went out with (300 actions, seed ${seed})`, () =>
    holdsFor(
      anyAction,
      (action) => {
        const [button] = buttonsOf(drawn({ kind: 'buttons', buttons: [{ label: 'Ja', action }] }));
        const turn = read(activity({ value: button?.data, text: undefined, replyToId: 'a1' }));
        expect(turn).toMatchObject({ input: { kind: 'action', action, values: {} } });
      },
      300,
    ));

  it('of a form comes back with what was filled in there, and not in another form', () => {
    const form = (id: string): Part => ({
      kind: 'form',
      fields: [{ id, label: 'Bedrag', kind: 'text', required: true }],
      submit: { label: 'Verder', action: { do: 'answer', question: id } },
    });
    const card = drawn(form('een'), form('een'));
    const [first, second] = inputsOf(card);
    const [, submit] = buttonsOf(card);
    const value = { ...submit?.data, [first?.id ?? '']: '100', [second?.id ?? '']: '200' };
    expect(read(activity({ value, text: undefined, replyToId: 'a1' }))).toMatchObject({
      input: { values: { een: '200' } },
    });
  });

  it('needs no field of a form that stands beside it', () => {
    for (const { associatedInputs, data } of cards.flatMap(buttonsOf)) {
      expect(associatedInputs).toBe('form' in (data as { impact: object }).impact ? 'auto' : 'none');
    }
  });
});

describe('the card of a thing that everyone in a conversation sees', () => {
  const action = { do: 'move', request: 'IMP-2026-0001', move: 'claim' } as const;
  const buttons = (label = 'Ik pak dit op') => ({ kind: 'buttons' as const, buttons: [{ label, action }] });
  const form: Part = {
    kind: 'form',
    fields: [{ id: 'text', label: 'Vraag', kind: 'text', required: true }],
    submit: { label: 'Verstuur', action },
  };
  const typesOf = (reply: Reply, more: object) =>
    buttonsOf(cardOf(render(reply, { ...how, ...more })) as never).map(({ type }) => type);
  const card = 'IMP-2026-0001';

  it('has buttons that Teams wants answered at once, and the same beside them for a Teams that does not know those', () => {
    const shared = cardOf(render({ ...replyOf(buttons()), card }, { ...how, shared: true }));
    const [asked] = buttonsOf(shared as never);
    const [plain] = buttonsOf(drawn(buttons()));
    expect(asked).toEqual({ ...plain, type: 'Action.Execute', verb: expect.stringMatching(/./), fallback: plain });
    expect(
      typesOf({ ...replyOf(buttons('Een label dat te lang is voor een knop in Teams')), card }, { shared: true }),
    ).toEqual(['Action.Execute']);
  });

  it('is the only one with such buttons: not a chat with one person, not an answer, and not a form', () => {
    expect(typesOf({ ...replyOf(buttons()), card }, {})).toEqual(['Action.Submit']);
    expect(typesOf(replyOf(buttons()), { shared: true })).toEqual(['Action.Submit']);
    expect(typesOf(replyOf(form), { shared: true })).toEqual(['Action.Submit']);
  });
});

describe('where an answer comes from', () => {
  const source = { id: 's', title: 'Nota', at: 'hoofdstuk 2', url: 'https://utrecht.nl/', remark: 'uit 2026' };
  const cited: Reply = { language: 'nl', parts: [{ kind: 'sources', sources: [source, { id: 't', title: 'Wet' }] }] };

  it('stands under it and is a citation with the same number', () => {
    const message = render(cited, how);
    expect(message.text).toBe('Bronnen: [1] [2]');
    expect(readIn(cardOf(message) as never)).toContain('[1] Nota, hoofdstuk 2, uit 2026\n[2] Wet');
    expect(message.entities).toEqual([
      expect.objectContaining({
        '@type': 'Message',
        citation: [
          expect.objectContaining({
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Nota',
              abstract: 'hoofdstuk 2, uit 2026',
              url: 'https://utrecht.nl/',
            },
          }),
          expect.objectContaining({ position: 2 }),
        ],
      }),
    ]);
  });

  it('stands below what can be pressed, in one list, however many parts of an answer have sources', () => {
    const button: Part = { kind: 'buttons', buttons: [{ label: 'Meer', action: { do: 'more-suppliers' } }] };
    const [one, two] = ['Een', 'Twee'].map((title): Part => ({ kind: 'sources', sources: [{ id: title, title }] }));
    const read = readIn(drawn(one as Part, { kind: 'text', text: 'Antwoord' }, two as Part, button));
    expect(read.trim().split(/\n+/)).toEqual(['Antwoord', 'Meer', 'Bronnen', '[1] Een', '[2] Twee']);
  });

  it('says that a model worded it when that is so, and only then', () => {
    for (const reply of replies) {
      const message = render(reply, how);
      const labelled = JSON.stringify(message.entities ?? []).includes('AIGeneratedContent');
      expect(labelled).toBe(reply.wordedBy === 'model');
      const written = /Met AI geformuleerd|Worded with AI/.test(JSON.stringify(message.attachments ?? []));
      expect(written).toBe(reply.wordedBy === 'model');
    }
  });

  it('has one entity at most, for Teams refuses a second', () => {
    for (const reply of replies) expect(render(reply, how).entities?.length ?? 1).toBe(1);
  });

  it('says that a message may be there already when it is sent again', () => {
    expect(readIn(cardOf(render(cited, { ...how, repeat: true })) as never)).toContain('Herhaald bericht');
    expect(readIn(cardOf(render(cited, how)) as never)).not.toContain('Herhaald bericht');
  });
});
