import type { Button } from '../../src/reply.ts';
import type { Execute, Submit } from './card.ts';
import { labelOf } from './limits.ts';

/** The mark of the message a button stands in: pressing it once is one turn, whatever id Teams gives to the press. */
export type Sent = { card: string; form?: number };

/** Teams asks nothing of a button that names no verb. */
const VERB = 'press';

const STYLES = { primary: 'positive', danger: 'destructive' } as const;

/** A button that carries its action as text, so that it comes back exactly as it went. */
export function button({ label, action, style }: Button, sent: Sent): Submit {
  return {
    type: 'Action.Submit',
    title: labelOf(label),
    ...(style ? { style: STYLES[style] } : {}),
    associatedInputs: 'none',
    data: { impact: { action: JSON.stringify(action), ...sent } },
  };
}

/** The same button in a card that is replaced for everyone who sees it: who presses hears at once that it was heard. */
export function forEveryone(submit: Submit): Execute {
  return { ...submit, type: 'Action.Execute', verb: VERB, fallback: submit };
}
