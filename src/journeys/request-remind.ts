import type { Message, Records } from '../ports.ts';
import type { Question } from '../question.ts';
import type { Button } from '../reply.ts';
import { remindersOn } from '../requests/reminders.ts';
import type { Party, PurchaseRequest } from '../requests/request.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import type { Context, Journey } from './journey.ts';
import { plain, showButton } from './request-card.ts';
import { categoryOf, desksFor } from './request-desk.ts';
import { answered, maySee, type Written } from './request-said.ts';

type Place = { at: Turn['at']; language: 'nl' | 'en' };
/** What one place hears this morning, all in one message. */
type Bundle = { to: Place['at']; language: 'nl' | 'en'; lines: string[]; buttons: Button[] };

const LONGEST_LINE = 60;
/** More buttons in one message are more than anybody presses. */
const MOST_BUTTONS = 6;

/** Reminds the desks, who has a request, who was asked something, and who stands in; each place hears once. */
export const remind: Journey = async (_turn, context) => {
  const { workingDaysFrom } = await import('../working-days.ts');
  return async (records) => {
    const bundles = new Map<string, Bundle>();
    for (const status of ['open', 'claimed'] as const)
      for (const request of await records.requests.list({ status }))
        await collect(request, workingDaysFrom, bundles, records, context);
    return {
      messages: [
        ...[...bundles.values()].map(messageOf),
        ...(await waitingQuestions(workingDaysFrom, records, context)),
      ],
    };
  };
};

async function collect(
  request: PurchaseRequest,
  workingDays: (from: string, days: number) => string,
  bundles: Map<string, Bundle>,
  records: Records,
  context: Context,
): Promise<void> {
  const { requester, claimer, need } = request;
  const heard = (person: Party | undefined): Place[] =>
    person?.at && !request.muted.includes(person.id) ? [{ at: person.at, language: person.language }] : [];
  for (const reminder of remindersOn(request, context.today, workingDays)) {
    const places: Place[] =
      reminder.to === 'desk'
        ? await desksFor('requests', categoryOf(need.thing, context), records)
        : heard(reminder.to === 'claimer' ? claimer : requester);
    for (const { at, language } of places) {
      const { remind: words } = allTexts[language].requests;
      const day = need.wantedBy ? allTexts[language].sayDay(need.wantedBy) : '';
      const lines = {
        nobody: words.nobody(nameOf(request)),
        soon: words.soon(nameOf(request), day),
        late: words.late(nameOf(request), day),
        question: words.question(nameOf(request)),
      };
      add(bundles, { at, language }, lines[reminder.kind], request, reminder.to !== 'desk');
    }
    if (reminder.kind === 'late' && reminder.standIn) await tellStandIn(request, bundles, records, context);
  }
}

/** The stand-in hears where they last did something about a request; one who never did is not known to any channel. */
async function tellStandIn(
  request: PurchaseRequest,
  bundles: Map<string, Bundle>,
  records: Records,
  { people }: Context,
): Promise<void> {
  const { claimer, need } = request;
  const standIn = claimer && people.find({ id: claimer.id })?.standIn;
  if (!claimer || !standIn || request.muted.includes(standIn)) return;
  const reach = await records.reach.get(standIn);
  if (!reach) return;
  const texts = allTexts[reach.language];
  const day = need.wantedBy ? texts.sayDay(need.wantedBy) : '';
  const name = plain(claimer.name) || texts.requests.someone;
  add(bundles, reach, texts.requests.remind.standIn(nameOf(request), day, name), request, true);
}

function add(
  bundles: Map<string, Bundle>,
  { at, language }: Place,
  line: string,
  { id }: PurchaseRequest,
  personal: boolean,
): void {
  const key = `${at.channel} ${at.id}`;
  const bundle = bundles.get(key) ?? { to: at, language, lines: [], buttons: [] };
  const { buttons, remind: words } = allTexts[language].requests;
  bundle.lines.push(line);
  bundle.buttons.push(showButton(id, buttons.show(id)));
  if (personal) bundle.buttons.push({ label: words.mute(id), action: { do: 'mute-request', request: id } });
  bundles.set(key, bundle);
}

function messageOf({ to, language, lines, buttons }: Bundle): Message {
  const { remind: words } = allTexts[language].requests;
  const once = buttons.filter(({ label }, at) => buttons.findIndex((one) => one.label === label) === at);
  return {
    to,
    reply: {
      language,
      parts: [
        { kind: 'text', text: [words.lead(lines.length), ...lines].join('\n') },
        { kind: 'buttons', buttons: once.slice(0, MOST_BUTTONS) },
      ],
    },
  };
}

function nameOf({ id, need }: PurchaseRequest): string {
  return `${id} (${plain(need.what).slice(0, LONGEST_LINE)})`;
}

/** No more reminders of this request for who pressed. */
export async function mute(id: string, turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress } = context;
  const request = await records.requests.get(id);
  if (!request || !maySee(request, turn, context))
    return { said: answered(texts.requests.unknown(plain(id)), progress.request, context) };
  const muted = [...new Set([...request.muted, turn.from.id])];
  await records.requests.put(id, { ...request, muted });
  return { said: answered(texts.requests.remind.muted(id), progress.request, context) };
}

/** After a working day the experts hear again; after another so does the stand-in of who set up their place. */
async function waitingQuestions(
  workingDays: (from: string, days: number) => string,
  records: Records,
  { people, today }: Context,
): Promise<Message[]> {
  const waiting = (await records.questions.list({ status: 'open' })).filter(({ on }) => workingDays(on, 1) <= today);
  const heard = new Map<string, { to: Place['at']; language: 'nl' | 'en'; lines: Set<string> }>();
  const tell = ({ at, language }: Place, { id, text }: Question): void => {
    const key = `${at.channel} ${at.id}`;
    const one = heard.get(key) ?? { to: at, language, lines: new Set<string>() };
    one.lines.add(allTexts[language].questions.waits(id, plain(text).slice(0, LONGEST_LINE)));
    heard.set(key, one);
  };
  for (const question of waiting)
    for (const desk of await desksFor('questions', question.category, records)) {
      tell(desk, question);
      const standIn = people.find({ id: desk.by })?.standIn;
      const reach = standIn && workingDays(question.on, 2) <= today ? await records.reach.get(standIn) : undefined;
      if (reach) tell(reach, question);
    }
  return [...heard.values()].map(({ to, language, lines }) => ({
    to,
    reply: {
      language,
      parts: [{ kind: 'text', text: [allTexts[language].questions.waiting(lines.size), ...lines].join('\n') }],
    },
  }));
}
