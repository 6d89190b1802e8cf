import { randomUUID } from 'node:crypto';
import type { CalendarSoFar } from '../calendar-so-far.ts';
import type { CheckSoFar } from '../check-so-far.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import type { Note } from '../notes.ts';
import type { Records } from '../ports.ts';
import type { Progress } from '../progress.ts';
import type { Button, Part, Reply } from '../reply.ts';
import type { RequestSoFar } from '../request-so-far.ts';
import type { Turn } from '../turn.ts';
import { saidByColleagues } from './colleagues.ts';
import type { Context, Made, Step } from './journey.ts';
import { requestActions } from './request-actions.ts';
import type { Said } from './said.ts';
import { rateButtons } from './show.ts';

/** What is said, with what the editors hear of it. */
export type Answered = Said & {
  /** No facts in it: nothing to rate. */
  plain?: boolean;
  /** Its sources stand among its parts already. */
  cited?: boolean;
  /** It takes the place of the message that was pressed. */
  replaces?: boolean;
  /** What the person turned out to want, when what is on screen tells more than the words. */
  intent?: Made['intent'];
  /** What was understood, where that is not kept: it is asked back first. */
  understood?: Made['understood'];
  /** Where the person now is in the check; null when they left it. Absent: as it was, with something else said last. */
  check?: CheckSoFar | null;
  /** The request they write; null when that is over. Absent: as it was, with something else said last. */
  request?: RequestSoFar | null;
  /** A typed number answers what is open, and is not the number of a button, although no form shows it. */
  counting?: boolean;
  /** The question whose form for the answer is open. */
  answering?: string;
  /** The project they ask advice on; null when they left it. Absent: as it was, with something else said last. */
  commission?: CommissionSoFar | null;
  /** The calendar they handed over. Absent: as it was, with something else said last. */
  calendar?: CalendarSoFar;
  /** The move of a request whose form is open. */
  moving?: Progress['moving'];
  note?: Pick<Note, 'kind' | 'text'> & Partial<Note>;
};

/** How many answers can still be rated. */
const ANSWERS_KEPT = 8;

/** What the editors hear of this turn, without anybody's name. */
function notesOf(said: Answered, { reading, today }: Context): Note[] {
  const note =
    said.note ?? (said.unanswered && reading ? { kind: 'unanswered' as const, text: reading.text } : undefined);
  if (!note) return [];
  const { text, reason, ...rest } = note;
  const kept = { text: withoutPeople(text).slice(0, 500), ...(reason ? { reason: withoutPeople(reason) } : {}) };
  // An id of its own: that of the turn may tell where it was said, and so who said it.
  return [{ id: randomUUID(), on: today, done: false, ...rest, ...kept }];
}

/** Addresses and numbers by which somebody could be found do not go to the editors. */
export function withoutPeople(text: string): string {
  return text.replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '…').replace(/\+?\d[\d\s-]{7,}\d/g, '…');
}

/** The step of what is said, when the editors' notes of it are written. */
export async function withNotes(turn: Turn, said: Answered, context: Context, records: Records): Promise<Step> {
  for (const note of notesOf(said, context)) await records.notes.put(note.id, note);
  const whole = await withColleagues(await withoutDeadEnds(said, records), records, context);
  return stepOf(turn, whole, context);
}

/** Nobody is offered to hand a question over where no colleague takes questions. */
async function withoutDeadEnds<One extends Said>(said: One, { desks }: Records): Promise<One> {
  const offers = ({ action }: Button) => action.do === 'hand-over' && action.step === 'ask';
  if (!said.next.some(offers) || (await desks.list({ takes: 'questions' })).length > 0) return said;
  return { ...said, next: said.next.filter((one) => !offers(one)) };
}

/** Below the card of one supplier stands what colleagues say of it. */
async function withColleagues(said: Answered, { experiences }: Records, context: Context): Promise<Answered> {
  const [supplier, ...others] = said.suppliers;
  if (said.progress.subject !== 'supplier' || !supplier || others.length > 0) return said;
  const told = saidByColleagues(await experiences.list({ supplier }), context);
  return { ...said, parts: [...said.parts, ...told] };
}

/** The answer as a message, and where the person now is. */
function stepOf(turn: Turn, said: Answered, context: Context): Step {
  const { reading, intent, language, progress: before } = context;
  const rate = said.plain ? [] : rateButtons(turn.id, context);
  const parts: Part[] = [
    ...(reading?.cut ? [{ kind: 'text' as const, text: context.texts.tooLong }] : []),
    ...said.parts,
  ];
  if (said.sources.length > 0 && !said.cited) parts.push({ kind: 'sources', sources: said.sources });
  if (said.next.length > 0) parts.push({ kind: 'buttons', buttons: said.next });
  if (rate.length > 0) parts.push({ kind: 'buttons', buttons: rate });
  const reply: Reply = {
    parts,
    language,
    ...(said.replaces ? { replaces: 'pressed-message' } : {}),
    ...(said.wordedBy ? { wordedBy: said.wordedBy } : {}),
  };
  const buttons = parts.flatMap(typedAs);
  const asked = reading ? reading.text.slice(0, 500) : before.asked;
  const {
    check: _check,
    request: _request,
    commission: _commission,
    calendar: _calendar,
    moving: _moving,
    answering: _answering,
    ...place
  } = said.progress;
  const check = said.check === undefined ? aside(before.check) : said.check;
  const request =
    said.request === undefined ? before.request && { ...before.request, at: 'aside' as const } : said.request;
  const commission =
    said.commission === undefined
      ? before.commission && { ...before.commission, at: 'aside' as const }
      : said.commission;
  const calendar = said.calendar ?? (before.calendar && { ...before.calendar, at: 'aside' as const });
  const progress: Progress = {
    ...place,
    ...(before.speaks ? { speaks: before.speaks } : {}),
    ...(before.toBot ? { toBot: before.toBot } : {}),
    ...(check ? { check } : {}),
    ...(request ? { request } : {}),
    ...(commission ? { commission } : {}),
    ...(calendar ? { calendar } : {}),
    ...(said.moving ? { moving: said.moving } : {}),
    ...(said.answering ? { answering: said.answering } : {}),
    counting:
      said.counting === true ||
      parts.some((part) => part.kind === 'form' && part.fields.every(({ kind }) => kind === 'text')),
    language,
    buttons,
    asked,
    answers: rate.length > 0 ? [...before.answers, { id: turn.id, asked }].slice(-ANSWERS_KEPT) : before.answers,
  };
  return {
    progress,
    messages: [{ to: turn.at, reply }],
    made: madeOf(said, said.intent ?? intent ?? intentOf(turn), context),
  };
}

/** A question of the check that is open stays so; its outcome is no longer what was said last. */
function aside(check: CheckSoFar | undefined): CheckSoFar | undefined {
  return check?.at === 'outcome' ? { ...check, at: 'aside' } : check;
}

/** What can be typed instead of pressed: the label of a button, or a choice of a form. */
function typedAs(part: Part): Progress['buttons'] {
  if (part.kind === 'buttons') return part.buttons.map(({ label, action }) => ({ label, action }));
  if (part.kind !== 'form') return [];
  const { action } = part.submit;
  const choices = part.fields.flatMap((field) => field.choices ?? []);
  return action.do === 'rate-reason'
    ? choices.map(({ value, label }) => ({ label, action: { ...action, reason: value } }))
    : [];
}

function madeOf(said: Answered, intent: Made['intent'], { language, reading, followUp }: Context): Made {
  const remembers = intent === 'find-supplier' || intent === 'check' || intent === 'post-request' || followUp;
  return {
    intent,
    status: said.status,
    language,
    suppliers: said.suppliers,
    sources: said.sources.map(({ id, url }) => ({ id, url: url ?? null })),
    understood: said.understood ?? (remembers ? said.progress.slots : { ...said.progress.slots, ...reading?.slots }),
  };
}

const BESIDE_REQUESTS: ReadonlySet<string> = new Set(['experience', 'figures', 'monthly']);
const COMMISSIONING: ReadonlySet<string> = new Set(['commission', 'choose-level', 'calendar']);
const HELPING: ReadonlySet<string> = new Set(['rate', 'rate-reason', 'my-data', 'forget-me']);

function intentOf(turn: Turn): Made['intent'] {
  if (turn.input.kind === 'opened') return 'smalltalk';
  if (turn.input.kind !== 'action') return 'out-of-scope';
  const { do: what } = turn.input.action;
  if (what === 'show-supplier') return 'supplier-info';
  if (what === 'ask-person') return 'policy';
  if (requestActions.has(what) || BESIDE_REQUESTS.has(what)) return 'post-request';
  if (COMMISSIONING.has(what)) return 'commission';
  if (
    what === 'start' ||
    what === 'check' ||
    what === 'ask-confirmation' ||
    what === 'answer-confirmation' ||
    what === 'show-receipt'
  )
    return 'check';
  return HELPING.has(what) ? 'help' : 'find-supplier';
}
