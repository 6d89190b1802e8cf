import { createWebChannel, type WebChannel } from '../../../adapters/web/channel.ts';
import type { FileRef } from '../../../src/file.ts';
import type { Colleague } from '../../../src/people.ts';
import type { Log } from '../../../src/ports.ts';
import type { Field, Reply } from '../../../src/reply.ts';
import type { Turn } from '../../../src/turn.ts';
import { picture } from '../../support/replies.ts';

/** A bot of a few sentences, which says every kind of part. `accepted` also holds what was sent twice. */
export type Scripted = { channel: WebChannel; turns: Turn[]; accepted: string[]; logged: string[] };

export async function startScripted(
  port: number | undefined = 0,
  people: readonly Colleague[] = [],
): Promise<Scripted> {
  const turns: Turn[] = [];
  const accepted: string[] = [];
  const logged: string[] = [];
  const log: Log = {
    info: (event) => logged.push(event),
    warn: (event) => logged.push(event),
    error: (event) => logged.push(event),
  };
  const channel = createWebChannel({
    port,
    people,
    log,
    async accept(turn) {
      accepted.push(turn.id);
      if (turn.input.kind === 'text' && turn.input.text === 'kapot') throw new Error('the disk is full');
      if (turns.some(({ id }) => id === turn.id)) return;
      turns.push(turn);
      const reply = replyTo(turn);
      if (reply) await channel.post(turn.at, reply);
    },
  });
  await channel.start();
  return { channel, turns, accepted, logged };
}

function replyTo({ input, locale = 'nl' }: Turn): Reply | undefined {
  switch (input.kind) {
    case 'opened':
      return locale === 'en' ? greetingInEnglish : greeting;
    case 'text':
      if (input.text === 'langzaam') return undefined;
      if (input.text === 'reden: verouderd')
        return { ...said('Dank je, het staat genoteerd.'), replaces: 'pressed-message' };
      if (input.text === 'aanvraag' || input.text === 'pak op')
        return { ...said(`IMP-2026-0001, na: ${input.text}`), card: 'IMP-2026-0001' };
      if (input.text === 'plaatje') return { language: 'nl', parts: [{ kind: 'image', ...chart }] };
      if (input.text === 'kaart') return { language: 'nl', parts: [{ kind: 'file', file: card }] };
      return input.text === 'formulier' ? form() : answer;
    case 'action':
      if (input.action.do === 'answer') return orderReply(input.values);
      if (input.action.do === 'rate' && !input.action.helpful) return { ...reasonForm(), language: locale };
      if (input.action.do === 'rate') return said('Dank je, dat helpt ons verder.');
      if (input.action.do === 'rate-reason') {
        const next = input.values.reason
          ? said('Dank je, het staat genoteerd.')
          : reasonForm('kies wat er niet klopte.');
        return { ...next, replaces: 'pressed-message' };
      }
      return answer;
    case 'file':
      return said(`Ik heb ${input.name}.`);
    case 'handed-on':
    case 'due':
      return undefined;
  }
}

/** A page to keep, with what an address or an attribute could stumble over. */
export const card: FileRef = {
  name: 'CHK-2026-0001.html',
  type: 'text/html',
  content:
    '<!doctype html>\n<html lang="nl">\n<title>Één kaart & 100% + €</title>\n<p>"Zo", zegt \'zij\' #1?</p>\n</html>\n',
};

/** A picture with all that it says in words. */
export const chart = { file: picture, alt: 'Kansen: 3 in 2027-Q1, 1 in 2027-Q2' };

const said = (text: string): Reply => ({ language: 'nl', parts: [{ kind: 'text', text }] });

const ask = (label: string) => ({ label, action: { do: 'ask', text: label } as const });

const greeting: Reply = {
  language: 'nl',
  parts: [
    {
      kind: 'text',
      text: 'Hallo! Ik help je met **inkopen bij sociale ondernemingen**.\n\nVraag bijvoorbeeld:',
    },
    {
      kind: 'buttons',
      buttons: [
        ask('Wat is een sociale onderneming?'),
        ask('Wie kan een lunch voor 40 mensen verzorgen?'),
        ask('Wanneer mag ik rechtstreeks inkopen?'),
        ask('Wie kan mij helpen?'),
      ],
    },
  ],
};

const greetingInEnglish: Reply = {
  language: 'en',
  parts: [
    { kind: 'text', text: 'Hello! I help you buy from **social enterprises**.' },
    { kind: 'buttons', buttons: [ask('What is a social enterprise?')] },
  ],
};

const answer: Reply = {
  language: 'nl',
  wordedBy: 'model',
  parts: [
    {
      kind: 'text',
      text: 'Een sociale onderneming wil **in de eerste plaats** iets voor de samenleving doen. Je herkent haar zo:\n- het maatschappelijke doel staat in de statuten\n- winst gaat grotendeels naar dat doel\n- zij werkt [transparant](https://www.codesocialeondernemingen.nl/)\n\nWat je nu doet:\n1. vraag drie offertes\n2. vergelijk ze\n3. leg je keuze vast',
    },
    {
      kind: 'facts',
      title: 'The Colour Kitchen',
      lead: 'Mensen met een afstand tot de arbeidsmarkt leren hier het vak.',
      facts: [
        { label: 'Aanbod', value: 'Catering, vergaderlunches en borrels in Utrecht en omgeving' },
        { label: 'Website', value: '[thecolourkitchen.com](https://www.thecolourkitchen.com/)' },
        { label: 'Laatst nagekeken', value: '3 november 2026' },
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Laat meer leveranciers zien', action: { do: 'more-suppliers' }, style: 'primary' },
        { label: 'Bekijk The Colour Kitchen', action: { do: 'show-supplier', supplier: 'the-colour-kitchen' } },
        { label: 'Stop', action: { do: 'browse-category', category: 'catering' }, style: 'danger' },
      ],
    },
    {
      kind: 'sources',
      sources: [
        {
          id: 'code',
          title: 'Code Sociale Ondernemingen',
          at: 'criteria',
          url: 'https://www.codesocialeondernemingen.nl/',
          remark: 'nagekeken in november 2026',
        },
        { id: 'nota', title: 'Nota Inkopen met impact', at: 'hoofdstuk 2' },
        { id: 'tck/1', title: 'The Colour Kitchen: utrecht.nl', at: 'wat zij doet', url: 'https://utrecht.nl/a' },
        { id: 'tck/2', title: 'The Colour Kitchen: utrecht.nl', at: 'het bewijs', url: 'https://utrecht.nl/b' },
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Dit helpt', action: { do: 'rate', answer: 'a1', helpful: true } },
        { label: 'Dit helpt niet', action: { do: 'rate', answer: 'a1', helpful: false } },
      ],
    },
  ],
};

function reasonForm(error?: string): Reply {
  const choices = ['Het klopt niet', 'Het is verouderd', 'Anders'].map((label) => ({ value: label, label }));
  return {
    language: 'nl',
    parts: [
      {
        kind: 'form',
        fields: [
          {
            id: 'reason',
            label: 'Wat klopte er niet?',
            kind: 'choice',
            required: true,
            choices,
            ...(error ? { error } : {}),
          },
          { id: 'more', label: 'Wil je er meer over zeggen?', kind: 'long-text', required: false },
        ],
        submit: { label: 'Stuur op', action: { do: 'rate-reason', answer: 'a1' }, style: 'primary' },
      },
    ],
  };
}

function form(values: Record<string, string> = {}, errors: Record<string, string> = {}): Reply {
  const wards = ['Binnenstad', 'Leidsche Rijn', 'Noordoost', 'Oost', 'Overvecht', 'West', 'Zuid', 'Zuidwest'];
  const fields: Field[] = [
    { id: 'amount', label: 'Wat kost het, zonder btw?', kind: 'text', required: true },
    { id: 'why', label: 'Waar is het voor?', kind: 'long-text', required: false },
    {
      id: 'kind',
      label: 'Wat wil je inkopen?',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'goods', label: 'Spullen' },
        { value: 'service', label: 'Een dienst' },
        { value: 'unknown', label: 'Weet ik niet' },
      ],
    },
    {
      id: 'ward',
      label: 'In welke wijk?',
      kind: 'choice',
      required: false,
      choices: wards.map((label) => ({ value: label.toLowerCase(), label })),
    },
  ];
  return {
    language: 'nl',
    replaces: 'pressed-message',
    parts: [
      { kind: 'text', text: 'Vertel nog iets meer over je aankoop.' },
      {
        kind: 'form',
        fields: fields.map((field) => ({
          ...field,
          ...(values[field.id] === undefined ? {} : { value: values[field.id] ?? '' }),
          ...(errors[field.id] === undefined ? {} : { error: errors[field.id] ?? '' }),
        })),
        submit: { label: 'Verder', action: { do: 'answer', question: 'order' }, style: 'primary' },
      },
    ],
  };
}

function orderReply(values: Record<string, string>): Reply {
  const errors = {
    ...(/^\d+$/.test(values.amount ?? '') ? {} : { amount: 'vul een bedrag in, bijvoorbeeld 600.' }),
    ...(values.kind ? {} : { kind: 'kies wat je wilt inkopen.' }),
  };
  return Object.keys(errors).length > 0 ? form(values, errors) : said('Dank je, dit is genoeg.');
}
