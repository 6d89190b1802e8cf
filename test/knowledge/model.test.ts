import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Question } from '../../adapters/cli/ask.ts';
import { render as slack } from '../../adapters/slack/render.ts';
import { render as teams } from '../../adapters/teams/render.ts';
import { render as web } from '../../adapters/web/render.ts';
import type { Assistant } from '../../src/ports.ts';
import { plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import { fakeAssistant, talk } from '../support/assistant.ts';
import { library } from '../support/library.ts';
import { long } from '../support/long.ts';

const folder = new URL('./sets/', import.meta.url);
const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ set: name, ...Question.parse(JSON.parse(line)) })),
  );
/** A conversation as a whole, or a question by itself: in the short form, one in four of those. */
const asked = long
  ? lines
  : lines.filter(({ set, conversation }, at) => (conversation ? sum(`${set} ${conversation}`) : at) % 4 === 0);
const limits = { personPerHour: 100_000, allPerDay: 100_000 };

/** All answers to all questions, in order, with a model or without. */
async function answers(assistant?: Assistant): Promise<Reply[][]> {
  const says = await talk(library, assistant ? { assistant, assistantLimits: limits } : {});
  const all: Reply[][] = [];
  for (const { question, conversation, locale, set } of asked) {
    const place = conversation ? { place: `${set} ${conversation}` } : {};
    all.push((await says(question, { ...place, ...(locale ? { locale } : {}) })).replies);
  }
  return all;
}

/** Words an explanation as the article itself does, so that each one counts. */
const faithful: Assistant = {
  answer: async (_question, [first]) => {
    const [, , body = ''] = first?.text.split('\n') ?? [];
    return { text: body, cites: first ? [first.id] : [] };
  },
  read: async () => undefined,
};

let own: Reply[][];
let worded: Reply[][];
let silent: { replies: Reply[][]; asked: number };

beforeAll(async () => {
  own = await answers();
  const model = fakeAssistant();
  silent = { replies: await answers(model), asked: model.reached.length };
  worded = await answers(faithful);
}, 120_000);

function sum(name: string): number {
  return [...name].reduce((all, sign) => all + sign.charCodeAt(0), 0);
}

describe('the questions of all sets', () => {
  it('are answered just the same by a bot without a model and by one whose model says nothing', () => {
    expect(lines.length).toBeGreaterThan(1000);
    expect(silent.asked).toBeGreaterThan(asked.length / 10);
    expect(silent.replies).toEqual(own);
  });

  it('are answered with the same buttons, facts and suppliers where a model words the explanation', () => {
    const rest = (replies: Reply[][]) =>
      replies.map((some) =>
        some.map(({ parts }) => parts.filter(({ kind }) => kind === 'buttons' || kind === 'facts')),
      );
    expect(rest(worded)).toEqual(rest(own));
  });

  it('are marked in every channel where a model worded the answer, and in no other', () => {
    const how = { id: 'x' };
    const label = (reply: Reply) => texts[reply.language].wordedByModel;
    const shows: Record<string, (reply: Reply) => boolean> = {
      slack: (reply) => JSON.stringify(slack(reply, how).blocks).includes(label(reply)),
      'slack, where blocks are not shown': (reply) =>
        slack(reply, how).text.includes(label(reply)) || slack(reply, how).text.length > 2900,
      teams: (reply) => JSON.stringify(teams(reply, how).entities ?? []).includes('AIGeneratedContent'),
      'teams, on the card': (reply) => JSON.stringify(teams(reply, how).attachments ?? []).includes(label(reply)),
      web: (reply) => web(reply, { id: 1, number: 1 }).includes(label(reply)),
      'the command line': (reply) => plainText(reply, texts[reply.language]).includes(label(reply)),
    };
    const marked = worded.flat().filter(({ wordedBy }) => wordedBy === 'model');
    expect(marked.length).toBeGreaterThan(asked.length / 20);
    for (const [channel, shown] of Object.entries(shows)) {
      expect(
        marked.filter((reply) => !shown(reply)),
        channel,
      ).toEqual([]);
      if (!channel.includes('not shown')) expect(own.flat().filter(shown), channel).toEqual([]);
    }
  });
});
