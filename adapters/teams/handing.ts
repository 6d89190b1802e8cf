import { convert } from 'html-to-text';
import { z } from 'zod';
import { clean } from '../../src/on-screen.ts';
import { CARD, type Card, card, type InputText } from './card.ts';
import { LIMITS, labelOf } from './limits.ts';
import { lineOf, run } from './rich-text.ts';
import { type Language, words } from './words.ts';

/** The action on a message, as the manifest names it. */
export const HAND_ON = 'maakAanvraag';
const FIELD = 'wat';

const Asked = z.object({
  commandId: z.literal(HAND_ON),
  messagePayload: z
    .object({
      body: z
        .object({ contentType: z.string().max(50).nullish(), content: z.string().max(100_000).nullish() })
        .nullish(),
    })
    .nullish(),
});
const Sent = z.object({
  commandId: z.literal(HAND_ON),
  data: z.object({ [FIELD]: z.string().max(100_000).nullish() }).nullish(),
});

/** What stands in the message that somebody wants to hand on; undefined for another action. */
export function messageIn(value: unknown): string | undefined {
  const { data } = Asked.safeParse(value);
  if (!data) return undefined;
  const { content, contentType } = data.messagePayload?.body ?? {};
  return clean(contentType === 'html' ? seen(content ?? '') : (content ?? '')).trim();
}

/** What somebody left in the dialog when they sent it; undefined for another dialog. */
export function sentIn(value: unknown): string | undefined {
  const { data } = Sent.safeParse(value);
  return data && clean(data.data?.[FIELD] ?? '').trim();
}

/** A message as people see it: its text, line by line. */
function seen(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'attachment', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', options: { uppercaseHeaderCells: false } },
    ],
  });
}

/** The dialog in which somebody sees what they hand on and can change it; `wrong` says what has to be mended first. */
export function dialog(text: string, language: Language, wrong?: string): object {
  const said = words[language];
  const input: InputText = {
    type: 'Input.Text',
    id: FIELD,
    label: labelOf(said.handOnWhat),
    isRequired: true,
    errorMessage: said.fillIn,
    isMultiline: true,
    maxLength: LIMITS.typed,
    ...(text === '' ? {} : { value: text.slice(0, LIMITS.typed).toWellFormed() }),
  };
  const content: Card = card(
    [
      lineOf(run(said.handOnWhy)),
      ...(wrong === undefined
        ? []
        : [
            lineOf([
              ...run(`${said.error} `, { weight: 'Bolder', color: 'Attention' }),
              ...run(wrong, { color: 'Attention' }),
            ]),
          ]),
      input,
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.Submit', title: said.handOnSend, associatedInputs: 'auto', data: {} }],
      },
    ],
    { language, fallback: said.handOnWhy },
  );
  return {
    task: {
      type: 'continue',
      value: { title: said.handOnTitle, height: 'medium', width: 'medium', card: { contentType: CARD, content } },
    },
  };
}

/** Closes the dialog with one sentence. */
export function closing(text: string): object {
  return { task: { type: 'message', value: text } };
}
