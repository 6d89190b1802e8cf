import type { WebClient } from '@slack/web-api';
import { isNeed, requestDialog } from '../../src/journeys/request-dialog.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Log } from '../../src/ports.ts';
import type { Input } from '../../src/turn.ts';
import type { Command } from './command.ts';
import { type DialogName, questionDialog, requestView } from './dialog.ts';
import type { Language } from './words.ts';

/** The content and the day, for a dialog that comes before anything is booked. */
export type Dialogs = { client: WebClient; library: () => Library; today: () => string; log: Log };
export type Opening = { name: DialogName; language: Language; text?: string };

/** Opens a dialog at once, for what opens it lives three seconds; false when Slack did not open it. */
export async function openDialog(
  trigger_id: string,
  { name, language, text = '' }: Opening,
  dialogs: Dialogs,
): Promise<boolean> {
  const { client, library, today, log } = dialogs;
  const view =
    name === 'request'
      ? requestView(requestDialog(text, { library: library(), today: today(), language }), language)
      : questionDialog(name, language, text);
  try {
    await client.views.open({ trigger_id, view });
    return true;
  } catch (error) {
    log.error('slack-dialog-not-opened', error);
    return false;
  }
}

/** The dialog that a command opens: for what is being looked for, or for a request of what was typed behind it. */
export function openingOf(command: Command, language: Language, { library, today }: Dialogs): Opening | undefined {
  if (command.kind !== 'command') return undefined;
  const { name, rest } = command;
  if (name === 'search' && rest === '') return { name, language };
  const hand = { library: library(), today: today(), language };
  return name === 'request' && isNeed(rest, hand) ? { name, language, text: rest } : undefined;
}

/** The same request in the conversation, for where no dialog opened. */
export function insteadOfDialog(text = ''): Input {
  return text.trim() === ''
    ? { kind: 'action', action: { do: 'start', journey: 'requests' }, values: {} }
    : { kind: 'handed-on', text };
}
