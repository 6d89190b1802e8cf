import type { RequestSoFar } from '../request-so-far.ts';
import type { NeedSoFar } from '../requests/request.ts';
import { read } from '../understand/read.ts';
import { ASKING } from './asking.ts';
import type { Context } from './journey.ts';
import { heardNeed, withNeed } from './request-need.ts';
import { whatOf } from './request-what.ts';

/** What a typed text adds; undefined when it is about something else. */
export function told(draft: RequestSoFar, context: Context): RequestSoFar | undefined {
  const { reading, intent } = context;
  if (!reading || draft.posted) return undefined;
  const asks = ASKING.some((id) => reading.signals.has(id)) || reading.text.trim().endsWith('?');
  if (asks && intent !== 'post-request') return undefined;
  const what = draft.need.what === undefined ? whatOf(context) : undefined;
  if (what === undefined && isElsewhere(draft, context)) return undefined;
  const said = heardNeed(context);
  // A detail may name another thing: "voor een vergadering" is where the lunch is for.
  const { thing, ...details } = said;
  const adds = draft.need.thing === undefined || draft.need.what === undefined ? said : details;
  if (what === undefined && Object.keys(adds).length === 0) return undefined;
  if (what !== undefined) return withNeed(draft, { ...adds, what }, context);
  return corrected(draft, adds, context);
}

/** Another purchase, a project, or whether something may be bought: none of these is a detail of this request. */
function isElsewhere(draft: RequestSoFar, context: Context): boolean {
  const { reading, intent } = context;
  if (!reading) return false;
  if (intent === 'check') return CHECKING.some((id) => reading.signals.has(id));
  if (DETAIL.test(reading.text)) return false;
  return intent === 'commission' || isOtherThing(draft, context);
}

const CHECKING = ['permission', 'route', 'can-buy', 'contract-question', 'start-check', 'only-check', 'splitting'];

/** How people begin a sentence that says more of the same: "voor de borrel", "hij moet", "budget is". */
const DETAIL =
  /^\s*(?:(?:en|and|graag|liefst|preferably)\s+)?(?:voor|in|met|op|bij|tijdens|for|at|with|on|during|(?:het|the|our|ons)?\s*budget|(?:het|hij|ze|dat|it|they|that)\s+(?:is|zijn|moet|moeten|mag|kan|are|must|should|has|have|needs?))(?!\p{L})/iu;

function isOtherThing({ need }: RequestSoFar, { reading, library }: Context): boolean {
  const { thing } = need;
  if (thing === undefined || !reading || reading.things.length === 0) return false;
  const categoryOf = (id: string) => library.lexicon.things.get(id)?.category;
  return !reading.things.some(({ id }) => id === thing || categoryOf(id) === thing || categoryOf(thing) === id);
}

/** A number that comes back as people is no longer pieces, and the words that stood first say what was changed. */
function corrected(draft: RequestSoFar, adds: NeedSoFar, context: Context): RequestSoFar {
  const { need } = draft;
  const { pieces, ...rest } = need;
  const counted = pieces !== undefined && isNowPeople(pieces, adds, context);
  const next = withNeed(counted ? { ...draft, need: rest } : draft, adds, context);
  const what = need.what ?? '';
  const first = heardNeed({ ...context, reading: read(what, context.library.lexicon, { today: context.today }) });
  const keys = (Object.keys(first) as (keyof NeedSoFar)[]).filter((key) => key !== 'thing');
  const outdated = keys.some((key) => need[key] !== undefined && !isSame(need[key], next.need[key]));
  if (!outdated) return next;
  const amended = context.texts.requests.amended(what, context.reading?.text.trim() ?? '').slice(0, LONGEST_WHAT);
  return { ...next, need: { ...next.need, what: amended } };
}

const LONGEST_WHAT = 1000;

function isNowPeople(pieces: number, { people, pieces: again }: NeedSoFar, { reading }: Context): boolean {
  if (people === undefined || again !== undefined) return false;
  return people === pieces || new RegExp(`(?<!\\d)${pieces}(?!\\d)`).test(reading?.text ?? '');
}

function isSame(one: NeedSoFar[keyof NeedSoFar], other: NeedSoFar[keyof NeedSoFar]): boolean {
  return String(one) === String(other);
}
