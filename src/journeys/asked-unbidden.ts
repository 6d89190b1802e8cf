import { quarterOf } from '../commission/when.ts';
import type { Records } from '../ports.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import { agreement } from '../understand/agreement.ts';
import { foldedWords } from '../understand/fold.ts';
import { setReminder } from './calendar-remind.ts';
import { experience } from './experience.ts';
import type { Context, Journey } from './journey.ts';
import { partyOf } from './request-said.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/**
 * A typed yes or no to what the bot asked by itself does what the buttons below it do: would you buy here again, and the
 * calendar of a new quarter. Such a question stands in no conversation, so the records tell whether one waits. Only where
 * nobody else reads along.
 */
export function unbiddenFirst(journey: Journey): Journey {
  return async (turn, context) => {
    const typed = typedIn(turn, context);
    const otherwise = await journey(turn, context);
    if (!typed) return otherwise;
    return async (records) => {
      const bought = typed.of === 'reminder' ? undefined : await boughtLast(turn, records, context);
      const reminded = typed.of === 'experience' ? undefined : await remindedOn(turn, records, context);
      if (bought && !(reminded && reminded > bought.on)) {
        const action = { do: 'experience' as const, request: bought.request.id, again: typed.yes };
        const pressed = { ...turn, input: { kind: 'action' as const, action, values: {} } };
        return (await experience(pressed, context))(records);
      }
      if (!reminded) return otherwise(records);
      const said = typed.of ? await setReminder(turn, false, records, context) : ofCalendar(typed.yes, context);
      return withNotes(turn, said, context, records);
    };
  };
}

/** `of`: the very words of a button tell which question is meant. */
type Typed = { yes: boolean; of?: 'experience' | 'reminder' };

function typedIn(turn: Turn, context: Context): Typed | undefined {
  const { reading, progress, library } = context;
  if (turn.input.kind !== 'text' || !reading || reading.tokens.length === 0 || partyOf(turn, context).orElse)
    return undefined;
  if (progress.answering !== undefined || progress.moving) return undefined;
  const words = foldedWords(reading.text).join(' ');
  const again = AGAIN.exec(words);
  if (again && reading.tokens.length <= LONGEST) return { yes: again[1] !== undefined, of: 'experience' };
  const stops = [allTexts.nl, allTexts.en].some(
    ({ calendar }) => foldedWords(calendar.buttons.unremind).join(' ') === words,
  );
  if (stops) return { yes: false, of: 'reminder' };
  const said = asksNow(context) ? undefined : agreement(reading.tokens, library.lexicon);
  return said && { yes: said === 'agreed' };
}

/** "Ja, weer", "nee niet weer", "yes I would buy here again". */
const AGAIN =
  /^(?:(ja|jazeker|zeker|yes)|nee|nooit|no|never)(?:\s\S+){0,6}?\s(?:weer|opnieuw|again)(?:\s(?:kopen|doen|bestellen))?$/;
const LONGEST = 8;

/** A question of the conversation itself is open. */
function asksNow({ progress }: Context): boolean {
  const { open, check, request, commission } = progress;
  return (
    open !== undefined ||
    check?.at === 'question' ||
    (request?.at === 'open' && !request.posted) ||
    (commission !== undefined && commission.at !== 'aside')
  );
}

type Bought = { request: PurchaseRequest; on: string };

/** The purchase of this person that was finished last, when they were asked about it and have not said anything yet. */
async function boughtLast(turn: Turn, records: Records, { library, today }: Context): Promise<Bought | undefined> {
  const own = await records.requests.list({ owner: turn.from.id });
  const done = own.flatMap((request): Bought[] => {
    const on = request.history.findLast(({ what }) => what === 'finish')?.on.slice(0, 10);
    const known = library.knowledge.suppliers.has(request.bought?.supplier ?? '');
    return request.status === 'done' && known && on && daysBetween(on, today) <= WAITS ? [{ request, on }] : [];
  });
  const told = await Promise.all(
    done.map(async (one) => (await records.experiences.get(one.request.id)) !== undefined),
  );
  return done
    .filter((_, at) => !told[at])
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
}

/** The first day of this quarter, when this person was reminded of a new calendar and brought none yet. */
async function remindedOn(turn: Turn, records: Records, { today }: Context): Promise<string | undefined> {
  const reminder = await records.reminders.get(turn.from.id);
  if (!reminder || quarterOf(reminder.on) === quarterOf(today)) return undefined;
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const first = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return daysBetween(first, today) <= WAITS ? first : undefined;
}

/** Longer ago nobody knows what a bare yes is about. */
const WAITS = 31;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function ofCalendar(yes: boolean, { texts, progress }: Context): Answered {
  const { noCalendar, remind, buttons } = texts.calendar;
  return {
    ...question(yes ? noCalendar : remind.notNow, progress),
    status: 'answered',
    plain: true,
    intent: 'commission',
    next: [{ label: buttons.unremind, action: { do: 'calendar', step: 'unremind' } }],
  };
}
