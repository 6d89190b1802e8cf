import { nextNumber } from '../numbers.ts';
import type { Message, Records } from '../ports.ts';
import { Question } from '../question.ts';
import type { Button, Part, Reply } from '../reply.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import { knownOf } from './check-facts.ts';
import { controlIn } from './check-hear.ts';
import { tellingOf } from './check-outcome.ts';
import { factText } from './check-told.ts';
import type { Context, Journey } from './journey.ts';
import { plain } from './request-card.ts';
import { desksFor } from './request-desk.ts';
import { partyOf } from './request-said.ts';
import { question as asked } from './said.ts';
import { type Answered, withNotes } from './step.ts';

type Written = { said: Answered; others?: Message[] };

/** A question goes to a person: with consent to the experts, and their answer comes back to who asked. */
export const handOver: Journey = async (turn, context) => async (records) => {
  const { said, others = [] } = await written(turn, records, context);
  const step = await withNotes(turn, said, context, records);
  return { ...step, messages: [...step.messages, ...others] };
};

async function written(turn: Turn, records: Records, context: Context): Promise<Written> {
  const { input } = turn;
  const { texts, progress, reading } = context;
  if (input.kind === 'text' && progress.answering) {
    if (controlIn(context) === 'stop') return { said: answered(texts.questions.left, context) };
    return answer(progress.answering, { text: reading?.text ?? '' }, turn, records, context);
  }
  if (input.kind !== 'action') return { said: answered(texts.questions.nothing, context) };
  const { action, values } = input;
  switch (action.do) {
    case 'answer-question':
      return answer(action.question, values, turn, records, context);
    case 'note-question':
      return note(action.question, records, context);
    case 'hand-over':
      if (action.step === 'leave') return { said: answered(texts.questions.left, context) };
      return action.step === 'ask' ? { said: consent(context) } : send(turn, records, context);
    default:
      return { said: answered(texts.questions.nothing, context) };
  }
}

function answered(text: string, { progress }: Context): Answered {
  return { ...asked(text, progress), status: 'answered', plain: true, intent: 'policy' };
}

/** What will be sent, to be looked at before it is. */
function consent(context: Context): Answered {
  const { texts } = context;
  const text = textOf(context);
  if (text === '') return answered(texts.questions.nothing, context);
  const tried = triedOf(context);
  const parts: Part[] = [
    {
      kind: 'facts',
      facts: [
        { label: texts.questions.whatAsked, value: plain(text) },
        ...(tried ? [{ label: texts.questions.whatTried, value: tried }] : []),
      ],
    },
    { kind: 'text', text: texts.questions.consent },
  ];
  const next: Button[] = [
    { label: texts.questions.yes, action: { do: 'hand-over', step: 'send' }, style: 'primary' },
    { label: texts.questions.no, action: { do: 'hand-over', step: 'leave' } },
  ];
  return { ...answered('', context), parts, next, status: 'clarify' };
}

/** What was asked last, or what was checked. */
function textOf(context: Context): string {
  const { progress, library, language } = context;
  const { check } = progress;
  if (!check || check.at === 'question') return progress.asked.trim();
  const telling = tellingOf(check, context);
  const thing = library.lexicon.things.get(check.thing ?? '')?.label[language];
  const facts = (['kind', 'amount', 'supplier'] as const).map((fact) => factText(fact, telling));
  return [thing, ...facts].filter(Boolean).join('; ').slice(0, 500);
}

/** The outcome of the check, or the article or supplier that was the answer. */
function triedOf(context: Context): string | undefined {
  const { progress, library, language } = context;
  const { check, articles, shown, subject } = progress;
  if (check && check.at !== 'question') {
    const { outcome } = context.decide(knownOf(check, context).facts);
    return library.knowledge.check.outcomes[outcome]?.name[language];
  }
  const article = library.knowledge.articles.get(articles[0] ?? '');
  if (subject === 'article' && article) return article.question[language];
  const names = shown.flatMap((id) => library.knowledge.suppliers.get(id)?.name ?? []);
  return subject === 'none' || names.length === 0 ? undefined : names.join(', ');
}

async function send(turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress, library, today } = context;
  const text = textOf(context);
  if (text === '') return { said: answered(texts.questions.nothing, context) };
  const open = (await records.questions.list({ status: 'open' })).find(
    (one) => one.asker.id === turn.from.id && one.text === text,
  );
  if (open) return { said: answered(texts.questions.already(open.id), context) };
  const thing = progress.check?.thing ?? progress.things[0]?.id ?? progress.slots.category ?? '';
  const category = library.lexicon.things.get(thing)?.category ?? null;
  const desks = await desksFor('questions', category, records);
  if (desks.length === 0) return { said: answered(texts.questions.nobody, context) };
  const tried = triedOf(context);
  const question = Question.parse({
    id: await nextNumber('VRG', today.slice(0, 4), records),
    status: 'open',
    on: today,
    text,
    ...(tried ? { tried: tried.slice(0, 500) } : {}),
    category,
    asker: partyOf(turn, context),
    cards: desks.map(({ at }) => at),
  });
  await records.questions.put(question.id, question);
  return {
    said: answered(texts.questions.sent(question.id), context),
    others: desks.map(({ at, language }) => ({ to: at, reply: questionCard(question, language) })),
  };
}

/** The one card of a question in a place of experts. */
export function questionCard(question: Question, language: 'nl' | 'en'): Reply {
  const { questions: said, requests } = allTexts[language];
  const { id, status, text, tried, asker, answer: given, noted } = question;
  const named = (name: string) => plain(name) || requests.someone;
  const buttons: Button[] =
    status === 'open'
      ? [{ label: said.giveAnswer, action: { do: 'answer-question', question: id }, style: 'primary' }]
      : noted
        ? []
        : [{ label: said.note, action: { do: 'note-question', question: id } }];
  return {
    language,
    card: id,
    parts: [
      {
        kind: 'facts',
        title: `${said.card(id)}: ${plain(text)}`,
        facts: [
          { label: said.status, value: said.statuses[status] },
          { label: said.asker, value: named(asker.name) },
          ...(tried ? [{ label: said.whatTried, value: plain(tried) }] : []),
          ...(given
            ? [
                { label: said.answeredBy, value: named(given.by.name) },
                { label: said.answer, value: plain(given.text) },
              ]
            : []),
        ],
      },
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  };
}

/** Whether somebody may answer: who may look after requests or the content. */
export function isExpert({ roles }: Pick<Context, 'roles'>): boolean {
  return roles.includes('buyer') || roles.includes('editor');
}

async function answer(
  id: string,
  values: Record<string, string>,
  turn: Turn,
  records: Records,
  context: Context,
): Promise<Written> {
  const { texts, today } = context;
  const { questions: said } = texts;
  if (!isExpert(context)) return { said: answered(said.notYou, context) };
  const question = await records.questions.get(id);
  if (!question) return { said: answered(said.unknown, context) };
  if (question.answer)
    return { said: answered(said.late(id, plain(question.answer.by.name) || texts.requests.someone), context) };
  const text = (values.text ?? '').toWellFormed().trim().slice(0, 1000);
  const sent = 'text' in values;
  if (text === '') {
    const parts: Part[] = [
      { kind: 'text', text: `**${said.card(id)}:** ${plain(question.text)}` },
      {
        kind: 'form',
        fields: [
          { id: 'text', label: said.field, kind: 'long-text', required: true, ...(sent ? { error: said.empty } : {}) },
        ],
        submit: { label: said.send, action: { do: 'answer-question', question: id }, style: 'primary' },
      },
    ];
    return { said: { ...answered('', context), parts, status: 'clarify', replaces: sent, answering: id } };
  }
  const by = { id: turn.from.id, name: turn.from.name };
  const done: Question = { ...question, status: 'answered', answer: { by, text, on: today } };
  await records.questions.put(id, done);
  return {
    said: { ...answered(said.given(id), context), replaces: true },
    others: [...cardsOf(done, await records.desks.list({})), ...heard(done)],
  };
}

/** Every place where the card stands, and who asked, where they can still be reached. */
function cardsOf(question: Question, desks: readonly { at: Turn['at']; language: 'nl' | 'en' }[]): Message[] {
  return question.cards.map((at) => {
    const desk = desks.find((one) => one.at.channel === at.channel && one.at.id === at.id);
    return { to: at, reply: questionCard(question, desk?.language ?? 'nl') };
  });
}

function heard({ id, asker, answer: given }: Question): Message[] {
  if (!asker.at || !given) return [];
  const { questions: said, requests } = allTexts[asker.language];
  const name = plain(given.by.name) || requests.someone;
  const text = [said.answered(id, name.slice(0, 1).toUpperCase() + name.slice(1)), plain(given.text)].join('\n');
  return [{ to: asker.at, reply: { language: asker.language, parts: [{ kind: 'text', text }] } }];
}

/** The question with its answer goes to the editors, without anybody's name. */
async function note(id: string, records: Records, context: Context): Promise<Written> {
  const { questions: said } = context.texts;
  if (!isExpert(context)) return { said: answered(said.notYou, context) };
  const question = await records.questions.get(id);
  if (!question?.answer) return { said: answered(said.unknown, context) };
  const noted = { ...question, noted: true };
  await records.questions.put(id, noted);
  return {
    said: {
      ...answered(said.noted, context),
      ...(question.noted ? {} : { note: { kind: 'tip', text: question.text, reason: question.answer.text } }),
    },
    others: cardsOf(noted, await records.desks.list({})),
  };
}
