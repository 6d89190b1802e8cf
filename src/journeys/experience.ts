import type { Records } from '../ports.ts';
import type { Button, Part } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Context, Journey } from './journey.ts';
import { plain, supplierName } from './request-card.ts';
import { answered } from './request-said.ts';
import { type Answered, withNotes } from './step.ts';

/** Keeps what a requester says of a purchase that was made, for colleagues who look for a supplier. */
export const experience: Journey = async (turn, context) => async (records) =>
  withNotes(turn, await told(turn, records, context), context, records);

/** The one question after a purchase, to who asked for it. */
export function experienceButtons(request: string, { texts }: Pick<Context, 'texts'>): Button[] {
  const { yes, no } = texts.experience;
  return [
    { label: yes, action: { do: 'experience', request, again: true } },
    { label: no, action: { do: 'experience', request, again: false } },
  ];
}

async function told(turn: Turn, records: Records, context: Context): Promise<Answered> {
  const { texts, progress, library, today } = context;
  const { experience: said } = texts;
  const plainly = (text: string) => answered(text, progress.request, context);
  if (turn.input.kind !== 'action' || turn.input.action.do !== 'experience') return plainly(texts.gone);
  const { action, values } = turn.input;
  const request = await records.requests.get(action.request);
  const mine = request?.requester.id === turn.from.id && request.status === 'done';
  if (!request?.bought || !mine) return plainly(said.notYours);
  const { supplier } = request.bought;
  if (!library.knowledge.suppliers.has(supplier)) return plainly(said.outside(plain(supplier)));
  const before = await records.experiences.get(request.id);
  const line = plain((values.line ?? '').toWellFormed()).slice(0, 200);
  const sent = 'line' in values;
  const named = values.named === 'yes' && turn.from.name !== '';
  await records.experiences.put(request.id, {
    id: request.id,
    supplier,
    again: action.again ?? before?.again ?? false,
    person: turn.from.id,
    on: today,
    ...(sent ? (line ? { line } : {}) : before?.line ? { line: before.line } : {}),
    ...(sent ? (named && line ? { name: plain(turn.from.name) } : {}) : before?.name ? { name: before.name } : {}),
  });
  if (sent) return { ...plainly(said.thanks), replaces: true };
  const parts: Part[] = [
    { kind: 'text', text: said.more(supplierName(supplier, context)) },
    {
      kind: 'form',
      fields: [
        { id: 'line', label: said.line, kind: 'long-text', required: false },
        {
          id: 'named',
          label: said.named,
          kind: 'choice',
          required: false,
          choices: [
            { value: 'no', label: said.nameless },
            { value: 'yes', label: said.withName },
          ],
        },
      ],
      submit: { label: texts.buttons.send, action: { do: 'experience', request: request.id }, style: 'primary' },
    },
  ];
  return { ...plainly(''), parts };
}
