import type { Action } from '../action.ts';
import { type Confirmation, cleanName, type Found, nameId } from '../confirmation.ts';
import type { Message, Records } from '../ports.ts';
import type { Field, Reply } from '../reply.ts';
import { texts as allTexts, type Texts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import type { Context, Journey } from './journey.ts';
import { question } from './said.ts';
import { citedSources } from './show.ts';
import { type Answered, withNotes } from './step.ts';

/** Puts a supplier before the editors; for one outside the list the asker first says what they know of it. */
export const confirm: Journey = async (turn, context) => async (records) =>
  withNotes(turn, await asked(turn, context, records), context, records);

const ANSWERS = ['yes', 'no', 'unsure'] as const;

async function asked(turn: Turn, context: Context, records: Records): Promise<Answered> {
  const { texts, library, progress, today, language } = context;
  if (turn.input.kind !== 'action' || turn.input.action.do !== 'ask-confirmation')
    return { ...question(texts.confirm.which, progress), plain: true, intent: 'check' };
  const { action, values } = turn.input;
  const supplier = library.knowledge.suppliers.get(action.supplier);
  const name = supplier?.name ?? cleanName(action.supplier);
  if (name === undefined) return { ...question(texts.confirm.which, progress), plain: true, intent: 'check' };
  const id = supplier?.id ?? nameId(name);
  const asker = { person: turn.from.id, at: turn.at, language };
  const said = (text: string): Answered => ({
    ...question(text, progress),
    status: 'answered',
    plain: true,
    intent: 'check',
    ...(progress.check ? { check: progress.check } : {}),
    replaces: Object.keys(values).length > 0,
  });

  const before = await records.confirmations.get(id);
  if (before?.status === 'open') {
    const others = before.askers.filter(({ person, at }) => person !== asker.person || at.id !== asker.at.id);
    await records.confirmations.put(id, { ...before, askers: [...others, asker] });
    return said(texts.confirm.again(name));
  }
  // What the editors found stands until they find otherwise.
  if (before?.found) return said(findingOf(name, before.found, texts));
  const selfTest = selfTestOf(values, context);
  if (!supplier && 'form' in selfTest) return selfTestAsked(name, action, selfTest.form, selfTest.tried, context);
  const confirmation: Confirmation = {
    id,
    name,
    listed: supplier !== undefined && library.suppliers.suppliers.some((one) => one.id === id),
    on: today,
    askers: [asker],
    status: 'open',
    ...('answers' in selfTest ? { selfTest: selfTest.answers } : {}),
  };
  await records.confirmations.put(id, confirmation);
  return said(texts.confirm.asked(name));
}

type SelfTest = { answers: Record<string, (typeof ANSWERS)[number]> } | { form: Field[]; tried: boolean };

/** The self-test by the definition of a social enterprise: every statement answered, or the form again with what was filled in. */
function selfTestOf(values: Record<string, string>, { texts, library, language }: Context): SelfTest {
  const { statements } = library.knowledge.check.selfTest;
  const read = statements.map((one) => ({ ...one, value: ANSWERS.find((answer) => answer === values[one.id]) }));
  const answers = Object.fromEntries(read.flatMap(({ id, value }) => (value ? [[id, value] as const] : [])));
  if (read.every(({ value }) => value !== undefined)) return { answers };
  const tried = Object.keys(values).length > 0;
  const choices = ANSWERS.map((value) => ({ value, label: texts.confirm.choices[value] }));
  const form = read.map(({ id, value, ...statement }): Field => {
    const error = tried && !value ? { error: texts.chooseOne } : {};
    return {
      id,
      label: statement[language],
      kind: 'choice',
      required: true,
      choices,
      ...(value ? { value } : {}),
      ...error,
    };
  });
  return { form, tried };
}

function selfTestAsked(
  name: string,
  action: Extract<Action, { do: 'ask-confirmation' }>,
  fields: Field[],
  replaces: boolean,
  context: Context,
): Answered {
  const { texts, library, language, progress } = context;
  const { intro, sources } = library.knowledge.check.selfTest;
  const { recordedOn, checkedOn, reviewBy } = library.knowledge.check;
  return {
    ...question('', progress),
    parts: [
      { kind: 'text', text: `${texts.confirm.form(name)}\n${intro[language]}` },
      { kind: 'form', fields, submit: { label: texts.confirm.send, action, style: 'primary' } },
    ],
    sources: citedSources(sources, { recordedOn, checkedOn, reviewBy }, context),
    plain: true,
    intent: 'check',
    replaces,
  };
}

/** The editors' finding, kept with its source and day (in place of an earlier one only when asked), and the messages by which everybody who asked hears of it. */
export async function answerConfirmation(
  id: string,
  found: Found,
  records: Records,
  again = false,
): Promise<Message[] | undefined> {
  const open = await records.confirmations.get(id);
  if (!open || (open.status !== 'open' && !again)) return undefined;
  await records.confirmations.put(id, { ...open, status: 'answered', found, askers: [] });
  return open.askers.map(({ at, language }) => ({ to: at, reply: heard(open.name, found, language) }));
}

function heard(name: string, found: Found, language: 'nl' | 'en'): Reply {
  const texts: Texts = allTexts[language];
  return {
    language,
    parts: [
      { kind: 'text', text: findingOf(name, found, texts) },
      { kind: 'buttons', buttons: [{ label: texts.check.buttons.start, action: { do: 'start', journey: 'check' } }] },
    ],
  };
}

/** What the editors found, with where and when they saw it. */
function findingOf(name: string, found: Found, { confirm: said }: Texts): string {
  const outcome =
    found.evidence === 'municipality' || found.evidence === 'register'
      ? said.yes(name)
      : found.evidence === 'none'
        ? said.no(name)
        : said.still(name);
  const source = found.source
    .replace(/[[\]()*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const where = found.url ? `[${source}](${found.url.replaceAll('(', '%28').replaceAll(')', '%29')})` : source;
  return [said.answered(name), outcome, said.basedOn(where, found.on)].join('\n');
}
