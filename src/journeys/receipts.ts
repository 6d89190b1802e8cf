import type { Receipt } from '../receipt.ts';
import type { Part } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Context, Journey } from './journey.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** A card in the conversation, exactly as it was kept, with the same card to download. */
export function receiptSaid(receipt: Receipt, lead: string | undefined, context: Context): Answered {
  const file = context.documents.receipt(receipt);
  const parts: Part[] = [
    ...(lead ? [{ kind: 'text' as const, text: lead }] : []),
    { kind: 'text', text: `**${receipt.title}**` },
    ...receipt.sections.flatMap(({ title, lines, facts }): Part[] => {
      const text = [
        title && facts.length === 0 ? `**${title}**` : '',
        ...lines.map((line) => (lines.length > 1 ? `- ${line}` : line)),
      ]
        .filter(Boolean)
        .join('\n');
      return [
        ...(text && facts.length === 0 ? [{ kind: 'text' as const, text }] : []),
        ...(facts.length > 0
          ? [{ kind: 'facts' as const, ...(title ? { title } : {}), ...(text ? { lead: text } : {}), facts }]
          : []),
      ];
    }),
    { kind: 'file', file },
  ];
  return { ...question('', context.progress), parts, status: 'answered', plain: true, intent: 'check' };
}

/** A longer text is no number of a card. */
const LONGEST_NUMBER = 40;

/** The number of a card that was asked for, pressed or typed. */
export function receiptAsked({ input }: Turn): string | undefined {
  if (input.kind === 'action' && input.action.do === 'show-receipt') return input.action.receipt;
  const typed =
    input.kind === 'text' && input.text.length <= LONGEST_NUMBER
      ? /^\s*(chk)[\s-]*(\d{4})[\s-]*(\d{1,6})\s*[.?!]*\s*$/i.exec(input.text)
      : null;
  return typed ? `CHK-${typed[2]}-${(typed[3] ?? '').padStart(4, '0')}` : undefined;
}

/** Shows a kept card again to whom it belongs. */
export const receipts: Journey = async (turn, context) => async (records) => {
  const { texts, progress } = context;
  const number = receiptAsked(turn) ?? '';
  const kept = await records.receipts.get(number);
  const said: Answered =
    kept && kept.owner === turn.from.id
      ? receiptSaid(kept.receipt, undefined, context)
      : {
          ...question(texts.receipt.unknown(number.replace(/[^\w-]/g, ' ').slice(0, LONGEST_NUMBER)), progress),
          status: 'unanswered',
          plain: true,
          intent: 'check',
        };
  return withNotes(turn, said, context, records);
};
