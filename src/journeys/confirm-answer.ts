import { Found, foundKinds } from '../confirmation.ts';
import type { Records } from '../ports.ts';
import type { Field } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { answerConfirmation } from './confirm.ts';
import type { Context, Journey } from './journey.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** An editor sees what waits for confirmation and answers it; everybody who asked hears the answer. */
export const answerAsEditor: Journey = async (turn, context) => async (records) => {
  const { said, messages } = await answered(turn, context, records);
  const step = await withNotes(turn, said, context, records);
  return { ...step, messages: [...step.messages, ...messages] };
};

type Heard = { said: Answered; messages: Awaited<ReturnType<typeof answerConfirmation>> & object };

/** True when somebody asks for the list of suppliers that wait. */
export function listAsked({ reading }: Context): boolean {
  return reading !== undefined && reading.tokens.length <= 6 && reading.signals.has('to-confirm');
}

async function answered(turn: Turn, context: Context, records: Records): Promise<Heard> {
  const { texts, progress, roles, today } = context;
  const plain = (text: string, more: Partial<Answered> = {}): Heard => ({
    said: { ...question(text, progress), status: 'answered', plain: true, intent: 'help', ...more },
    messages: [],
  });
  if (!roles.includes('editor')) return plain(texts.confirm.notYou);
  const { input } = turn;
  if (input.kind !== 'action' || input.action.do !== 'answer-confirmation')
    return plain('', await waiting(context, records));
  const { confirmation: id } = input.action;
  const open = await records.confirmations.get(id);
  if (open?.status !== 'open') return plain(texts.confirm.gone);
  const tried = Object.keys(input.values).length > 0;
  const found = foundIn(input.values, today);
  if (!tried || 'errors' in found) {
    const errors = tried && 'errors' in found ? found.errors : new Set<string>();
    const statements = context.library.knowledge.check.selfTest.statements;
    const test = statements.flatMap((one) => {
      const value = open.selfTest?.[one.id];
      return value ? [{ label: one[context.language], value: texts.confirm.choices[value] }] : [];
    });
    return plain('', {
      parts: [
        ...(test.length > 0
          ? [{ kind: 'facts' as const, title: open.name, facts: test }]
          : [{ kind: 'text' as const, text: `**${open.name}**` }]),
        {
          kind: 'form',
          fields: fields(input.values, errors, context),
          submit: { label: texts.confirm.give, action: input.action, style: 'primary' },
        },
      ],
      status: 'clarify',
      replaces: tried,
    });
  }
  const messages = (await answerConfirmation(id, found.found, records)) ?? [];
  const heard = plain(texts.confirm.given(open.name, messages.length), { replaces: true });
  return { ...heard, messages };
}

function foundIn(values: Record<string, string>, on: string): { found: Found } | { errors: Set<string> } {
  const url = values.url?.trim() || null;
  const read = Found.safeParse({ evidence: values.evidence, source: values.source?.trim(), url, on });
  return read.success
    ? { found: read.data }
    : { errors: new Set(read.error.issues.map(({ path }) => String(path[0]))) };
}

function fields(values: Record<string, string>, errors: ReadonlySet<string>, { texts }: Context): Field[] {
  const said = texts.confirm;
  const choices = foundKinds.map((value) => ({ value, label: said.kinds[value] }));
  const field = (
    id: string,
    label: string,
    error: string,
    more: Pick<Field, 'kind' | 'required' | 'choices'>,
  ): Field => ({
    id,
    label,
    ...more,
    ...(values[id] ? { value: values[id] } : {}),
    ...(errors.has(id) ? { error } : {}),
  });
  return [
    field('evidence', said.what, texts.chooseOne, { kind: 'choice', required: true, choices }),
    field('source', said.source, said.needed, { kind: 'text', required: true }),
    field('url', said.url, said.badUrl, { kind: 'text', required: false }),
  ];
}

async function waiting({ texts }: Context, records: Records): Promise<Partial<Answered>> {
  const open = await records.confirmations.list({ status: 'open' });
  if (open.length === 0) return { parts: [{ kind: 'text', text: texts.confirm.none }] };
  const lines = open.map(({ name, on, askers }) => texts.confirm.waiting(name, on, askers.length));
  return {
    parts: [{ kind: 'text', text: [texts.confirm.list(open.length), ...lines].join('\n') }],
    next: open.slice(0, MOST).map(({ id, name }) => ({
      label: texts.confirm.answer(name).slice(0, 75),
      action: { do: 'answer-confirmation', confirmation: id },
    })),
  };
}

/** So many are answered before the list is asked again. */
const MOST = 10;
