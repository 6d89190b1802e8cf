import { quarterOf } from '../commission/when.ts';
import type { Message, Records } from '../ports.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import type { Context, Journey } from './journey.ts';
import { plain } from './request-card.ts';
import { question } from './said.ts';
import type { Answered } from './step.ts';

/** More departments in one sentence are more than anybody reads. */
const MOST_NAMED = 3;
const MOST_KEPT = 20;

/** Somebody wants to hear each quarter that a new calendar is welcome, or no longer. */
export async function setReminder(turn: Turn, on: boolean, records: Records, context: Context): Promise<Answered> {
  const { texts, today, language, progress } = context;
  const said = texts.calendar.remind;
  const { id } = turn.from;
  const before = await records.reminders.get(id);
  if (on) {
    const departments = [...new Set([...(before?.departments ?? []), ...(progress.calendar?.departments ?? [])])];
    await records.reminders.put(id, {
      id,
      at: turn.reach ?? turn.at,
      language,
      departments: departments.slice(0, MOST_KEPT),
      on: today,
    });
  } else if (before) await records.reminders.remove(id);
  return {
    ...question(on ? said.on : before ? said.off : said.offAlready, progress),
    status: 'answered',
    plain: true,
    intent: 'commission',
    next: on ? [{ label: texts.calendar.buttons.unremind, action: { do: 'calendar', step: 'unremind' } }] : [],
  };
}

/** On the first working day of a quarter: one message for each who wants to hear, unless they brought a calendar in this quarter already. */
export const remindQuarterly: Journey = async (_turn, { today }) => {
  return async (records) => {
    const messages: Message[] = [];
    for (const reminder of await records.reminders.list({}))
      if (quarterOf(reminder.on) !== quarterOf(today)) {
        const { at: to, language } = (await records.reach.get(reminder.id)) ?? reminder;
        const { buttons, remind: said } = allTexts[language].calendar;
        const departments = reminder.departments.length > MOST_NAMED ? [] : reminder.departments.map(plain);
        messages.push({
          to,
          reply: {
            language,
            parts: [
              { kind: 'text', text: said.due(departments.join(', ')) },
              {
                kind: 'buttons',
                buttons: [{ label: buttons.unremind, action: { do: 'calendar', step: 'unremind' } }],
              },
            ],
          },
        });
      }
    return { messages };
  };
};
