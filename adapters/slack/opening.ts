import type { WebClient } from '@slack/web-api';
import { requestDialog } from '../../src/journeys/request-dialog.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Log } from '../../src/ports.ts';
import type { Input } from '../../src/turn.ts';
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

/** The same request in the conversation, for where no dialog opened. */
export function insteadOfDialog(text = ''): Input {
  return text.trim() === ''
    ? { kind: 'action', action: { do: 'start', journey: 'requests' }, values: {} }
    : { kind: 'handed-on', text };
}
