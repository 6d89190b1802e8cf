import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Card, Element, Input, Pressable, TextRun } from '../../../adapters/teams/card.ts';
import type { TeamsMessage } from '../../../adapters/teams/render.ts';

const require = createRequire(import.meta.url);

/** The published schema of Adaptive Cards 1.5, where it is at hand: ADAPTIVE_CARD_SCHEMA names the file. */
const file = process.env.ADAPTIVE_CARD_SCHEMA ?? '';
export const schemaAtHand = file !== '' && existsSync(file);

export function schemaProblems(): (card: Card) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: false });
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  const { id: _oldName, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const check = ajv.compile(schema);
  return (card) =>
    check(card) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

type Parser = {
  AdaptiveCard: new () => {
    parse(card: object, context: { eventCount: number; getEventAt(at: number): { message: string } }): void;
  };
  SerializationContext: new () => { eventCount: number; getEventAt(at: number): { message: string } };
};

/** What the parser that Teams itself is built on has to say about a card. */
export function parserProblems(card: Card): string[] {
  const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js') as Parser;
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  const heard = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  // Its pattern of a language remembers where it was, so that each second "nl" is refused.
  return heard.filter((message) => !/^Invalid value "(?:nl|en)" for property "lang"\.$/.test(message));
}

export function cardOf(message: TeamsMessage): Card | undefined {
  return message.attachments?.[0]?.content;
}

export function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((one) => [one, ...(one.type === 'Container' ? elementsOf(one.items) : [])]);
}

export function inputsOf(card: Card): Input[] {
  return elementsOf(card.body).filter(
    (one): one is Input => one.type === 'Input.Text' || one.type === 'Input.ChoiceSet',
  );
}

export function buttonsOf(card: Card): Pressable[] {
  return elementsOf(card.body).flatMap((one) => {
    if (one.type === 'Container') return one.selectAction ?? [];
    return one.type === 'ActionSet' ? one.actions : [];
  });
}

export function runsOf(card: Card): TextRun[] {
  return elementsOf(card.body).flatMap((one) => (one.type === 'RichTextBlock' ? one.inlines : []));
}

/** All that can be read in a card, in order. */
export function readIn(card: Card): string {
  return elementsOf(card.body)
    .map((one) => {
      if (one.type === 'RichTextBlock') return one.inlines.map(({ text }) => text).join('');
      if (one.type === 'Image') return one.altText;
      if (one.type === 'ActionSet') return one.actions.map(({ title }) => title).join('\n');
      return one.type === 'Container' ? '' : one.label;
    })
    .join('\n');
}
