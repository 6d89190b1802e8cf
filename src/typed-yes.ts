import type { Action } from './action.ts';
import type { Progress } from './progress.ts';
import type { Turn } from './turn.ts';
import { agreement } from './understand/agreement.ts';
import { type Lexicon, stemmed } from './understand/lexicon.ts';

/** No yes or no is longer. */
const LONGEST = 80;
const SENDS = /^\s*(?:verstuur|verzend|stuur|send)(?:\s+(?:maar|it))?\s*[.!]*\s*$/i;

/** A typed yes or no below a question of ours that is answered by a press does what that press does. */
export function typedYes(turn: Turn, progress: Progress, lexicon: Lexicon): Turn {
  if (turn.input.kind !== 'text' || turn.input.text.length > LONGEST) return turn;
  const { text } = turn.input;
  const meanings = { agreed: meantBy('agreed', progress), declined: meantBy('declined', progress) };
  if (!meanings.agreed && !meanings.declined) return turn;
  const said =
    agreement(stemmed(text), lexicon) ?? (SENDS.test(text) && progress.moving?.unsure ? 'agreed' : undefined);
  const meant = said && meanings[said];
  return meant ? { ...turn, input: { kind: 'action', ...meant } } : turn;
}

type Pressed = { action: Action; values: Record<string, string> };

function meantBy(said: 'agreed' | 'declined', { moving, buttons }: Progress): Pressed | undefined {
  const press = (is: (action: Action) => boolean): Pressed | undefined => {
    const action = buttons.find((one) => is(one.action))?.action;
    return action && { action, values: {} };
  };
  const yes = said === 'agreed';
  if (moving?.unsure) {
    const { request, move, values = {}, said } = moving;
    const whole = values.text === undefined && said !== undefined ? { text: said } : values;
    return yes ? { action: { do: 'move', request, move }, values: whole } : press((one) => one.do === 'ask');
  }
  const [only, another] = buttons;
  // What a model made of a text is the only button below it.
  if (only?.action.do === 'ask' && !another && yes) return press(() => true);
  return (
    press((one) => one.do === 'hand-over' && one.step === (yes ? 'send' : 'leave')) ??
    (yes ? press((one) => one.do === 'calendar' && one.step === 'remind') : undefined)
  );
}
