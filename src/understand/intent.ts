import { requestHead } from './headed.ts';
import type { Reading } from './read.ts';
import { type Intent, intents } from './words.ts';

/** What the rest of the bot knows about a text: whether articles or suppliers speak of its words. */
export type Evidence = {
  /** How strongly an article's own name was typed, 0 to 1. */
  articleNamed: number;
  /** How much of the question the best article covers, 0 to 1. */
  articleCoverage: number;
  /** How much of the words that no list holds one supplier uses of itself, 0 to 1. */
  suppliersMention: number;
  /** What the last answer was about. */
  before: 'suppliers' | 'supplier' | 'article' | 'none';
  /** The bot's own question is still open. */
  open: boolean;
  /** The amount is above every line for a purchase with few quotes. */
  large: boolean;
  /** What the text is about is a subject of large purchases, a category that teams buy themselves, or neither. */
  /** Something to be bought was spoken of before. */
  spokenOf: boolean;
  subject: () => 'listed' | 'category' | 'none';
};

export type Judged = { intent: Intent; scores: Record<Intent, number>; followUp: boolean };

const SURE = 0.8;

/** What a text asks for: the cues of begrippen.yaml, weighed with what was heard in it. The same text always gives the same answer. */
export function judge(
  reading: Reading,
  means: ReadonlyMap<string, Partial<Record<Intent, number>>>,
  evidence: Evidence,
): Judged {
  const scores = Object.fromEntries(intents.map((intent) => [intent, 0])) as Record<Intent, number>;
  const { signals, slots, things } = reading;
  for (const signal of signals)
    for (const [intent, weight] of Object.entries(means.get(signal) ?? {})) scores[intent as Intent] += weight;
  const wanted = things.some(({ weight }) => weight >= SURE);
  const maybe = things.length > 0;
  const asksRule = ['definition', 'how-works', 'rule-words', 'why', 'who-is'].some((id) => signals.has(id));
  const seeks = ['who-supplies', 'where-buy', 'looking-for', 'list-all'].some((id) => signals.has(id));
  const project = beginsProject(reading, evidence);
  const points = !project && pointsBack(reading, evidence);
  const followUp = points || (!project && isFollowUp(reading, evidence, wanted));

  const tells = signals.has('tip') || signals.has('correction');
  const named = evidence.articleNamed >= 0.7;
  const vague = !maybe && slots.supplier === undefined && evidence.suppliersMention < 0.5;
  const known = named || evidence.articleCoverage >= 0.34;
  if (!known && evidence.before !== 'article') scores.policy *= 0.3;
  if (wanted) scores['find-supplier'] += 1.9;
  else if (maybe) scores['find-supplier'] += 1;
  if (vague && known) scores['find-supplier'] *= 0.4;
  const details = [slots.people, slots.perPerson, slots.diet, slots.pieces, slots.area].filter(
    (slot) => slot !== undefined,
  ).length;
  if (wanted || maybe || seeks) scores['find-supplier'] += Math.min(1.2, 0.5 * details);
  if (evidence.suppliersMention >= 0.5 && seeks) scores['find-supplier'] += 0.6;
  if (slots.area && !asksRule) scores['find-supplier'] += 0.8;

  const before = evidence.before === 'supplier' || evidence.before === 'suppliers';
  if (slots.supplier) {
    scores['supplier-info'] += 2.6;
    scores['find-supplier'] *= signals.has('more') ? 1 : 0.5;
    if (!signals.has('definition')) scores.policy *= 0.6;
  } else if (!before) scores['supplier-info'] *= signals.has('about-them') ? 0.1 : 0.3;

  scores.policy +=
    evidence.articleNamed * (wanted && !asksRule ? 0.8 : 1.5) +
    (evidence.articleCoverage > 0.4 ? 0.9 * evidence.articleCoverage : 0);
  if (asksRule && known) scores.policy += 0.5;
  const sought = signals.has('who-supplies') || signals.has('where-buy') || details > 0;
  if (evidence.articleNamed === 1 && !sought) scores['find-supplier'] *= 0.7;
  // "Hoeveel social return" counts no suppliers, whatever its words are used for elsewhere.
  else if (evidence.articleNamed >= 0.85 && !sought && !wanted) scores['find-supplier'] *= 0.5;
  if (evidence.articleNamed === 1 && evidence.articleCoverage > 0.6) scores.policy += 1;
  if (asksRule && wanted && !named && !seeks) scores['find-supplier'] -= 0.8;
  if (evidence.before === 'article' && !wanted && !slots.supplier) scores.policy += 0.5 + evidence.articleCoverage;

  const buying = ['permission', 'route', 'contract-question'].some((id) => signals.has(id));
  const purchase =
    slots.amount !== undefined ||
    slots.supplier !== undefined ||
    maybe ||
    slots.vat !== undefined ||
    signals.has('route') ||
    signals.has('splitting') ||
    signals.has('personal-tie');
  const nothingBought = !purchase && !before && !signals.has('contract-question');
  if (nothingBought && !named) scores.check *= 0.3;
  if (signals.has('rule-words') && slots.amount === undefined && slots.supplier === undefined) scores.check *= 0.5;
  // So much for each of so many people is an amount as well.
  if ((slots.amount || (slots.perPerson && slots.people)) && buying) scores.check += 1.6;
  else if (slots.amount && slots.supplier) scores.check += slots.vat ? 2.2 : 1;
  if (tellsPurchase(reading)) scores.check += 2;
  if (buying && (wanted || slots.supplier)) scores.check += 1.2;
  if (slots.vat && slots.amount && !wanted) scores.check += 0.8;
  // Who names a price and the costs that come with it has a purchase in mind.
  if (reading.withoutCosts !== undefined && !asksRule) scores.check += 1.6;
  const places = signals.has('who-supplies') || signals.has('where-buy');
  // What was bought before is told by nobody but who wants to know whether more may be bought.
  if (slots.related && slots.amount !== undefined && !places) scores.check += 4;
  // Who names btw has an amount in mind, also one that can be read in two ways.
  if (signals.has('can-buy') && (slots.amount || slots.vat || reading.doubt) && !places) scores.check += 2.4;
  if (before && signals.has('permission') && reading.weighty <= 4) scores.check += 2.4;
  if (signals.has('splitting') && (slots.amount || signals.has('permission'))) scores.check += 0.4;
  if (signals.has('splitting')) scores['supplier-info'] *= 0.3;
  // Who is given something buys nothing; who gives something asks what is allowed.
  const gives = signals.has('giving') && !signals.has('looking-for');
  if ((signals.has('accepting') || gives) && !places) {
    scores.policy += 2.6;
    scores.check *= 0.2;
    scores['find-supplier'] *= 0.2;
  }
  if ((signals.has('hire') || signals.has('subsidy')) && asksRule) scores.policy += 0.6;

  if (signals.has('project') && signals.has('impact-question')) scores.commission += 1.6;
  else if (evidence.articleNamed === 1) scores.commission *= 0.6;
  if (asksAdvice(reading, evidence)) {
    scores.commission += 2.4;
    scores['find-supplier'] *= 0.6;
    scores.check *= 0.4;
    scores.policy *= 0.7;
  }
  if (evidence.large) scores.commission += 0.8;
  if (project) {
    scores.commission += 1.6;
    scores['find-supplier'] *= 0.5;
  }
  if (signals.has('post')) scores['find-supplier'] -= 0.8;
  // Who asks what it is, names nothing to be bought, and posts nothing yet.
  if (signals.has('definition') && !maybe && details === 0 && slots.amount === undefined) scores['post-request'] *= 0.3;
  if (requestHead(reading.text) !== undefined && !signals.has('definition')) scores['post-request'] += 4;

  if (wanted || slots.supplier || named) {
    const sure =
      named || slots.supplier !== undefined || (wanted && (seeks || details > 0 || slots.amount !== undefined));
    scores['out-of-scope'] *= sure ? 0.35 : 0.8;
    if (!tells) scores.help *= 0.3;
    scores.smalltalk *= 0.2;
  }
  if (signals.has('help') && reading.weighty <= 1) scores.help += 4;
  if (reading.weighty > 4) {
    scores.smalltalk *= 0.3;
    if (!tells) scores.help *= 0.6;
  }
  if (followUp) {
    scores['find-supplier'] += 2;
    scores.smalltalk *= 0.2;
    if (!tells) scores.help *= 0.2;
  }
  if (points) scores.policy *= 0.3;

  if (signals.has('correction') && evidence.before === 'none' && !slots.supplier && !signals.has('tip'))
    scores.help *= 0.3;
  if (signals.has('complaint')) scores['out-of-scope'] = Math.max(scores['out-of-scope'], 5);
  const intent = best(scores);
  return { intent: scores[intent] < 0.75 ? fallback(reading, evidence, seeks) : intent, scores, followUp };
}

/** So much of something at one supplier: whoever tells it buys, and asks nothing of the supplier. */
function tellsPurchase({ slots, signals, text }: Reading): boolean {
  if (ABOUT_SUPPLIER.some((id) => signals.has(id)) || WONDERS.test(text)) return false;
  return slots.supplier !== undefined && slots.amount !== undefined;
}
const WONDERS =
  /(?<!\p{L})(?:wat|wie|hoeveel|welke?|what|who|how|which|vertel|tell)(?!\p{L})|^\s*(?:kan|kunnen|heeft|hebben|levert|leveren|can|does|do)\s+(?!ik|we|wij|er|i(?!-)|we)/iu;
const ABOUT_SUPPLIER = [
  ...['definition', 'how-works', 'rule-words', 'why', 'who-is', 'who-supplies', 'where-buy', 'list-all', 'compare'],
  ...['about-them', 'contact-of', 'where-are', 'exists', 'tip', 'correction', 'post', 'looking-for', 'more'],
];

/** A project with a social aim: of a large subject, or a tender for what teams could buy themselves. */
function asksAdvice({ signals }: Reading, { subject }: Evidence): boolean {
  const large = signals.has('project') || signals.has('tender');
  const impact = signals.has('impact-question');
  if (!impact && !(large && signals.has('social-aim'))) return false;
  const buysNow = ['permission', 'who-supplies', 'where-buy'].some((id) => signals.has(id));
  // "Ik zoek een sociaal bedrijf voor de sporthal" wants a name, not advice.
  const wantsName = buysNow || (signals.has('looking-for') && !signals.has('tender'));
  if (wantsName && !impact) return false;
  return large ? subject() !== 'none' : subject() === 'listed';
}

/** Below a list of suppliers: "nieuwe sporthal 2,4 miljoen" is no wish about them, but a project of its own. */
function beginsProject({ signals, slots }: Reading, { before, large, subject }: Evidence): boolean {
  if (before !== 'suppliers' || !large || slots.supplier || signals.has('permission')) return false;
  return signals.has('project') && subject() === 'listed';
}

/** A text that only adds to what was asked before: "en voor 50 man?", "liever vegetarisch", "iets in Zeist". */
function isFollowUp(reading: Reading, evidence: Evidence, wanted: boolean): boolean {
  if (evidence.before !== 'suppliers' && !(evidence.before === 'supplier' && reading.signals.has('more'))) return false;
  if (reading.weighty > 8 || reading.slots.supplier) return false;
  const { people, perPerson, diet, area, date, pieces, amount } = reading.slots;
  const adds = [people, perPerson, diet, area, date, pieces, amount].some((slot) => slot !== undefined);
  return adds || wanted || ['more', 'compare', 'cheaper'].some((id) => reading.signals.has(id));
}

/** "En wie levert dat?": who sells what was just spoken of. */
function pointsBack({ signals, things, unknown, weighty, text }: Reading, { spokenOf }: Evidence): boolean {
  const asks = signals.has('who-supplies') || signals.has('where-buy');
  return asks && spokenOf && things.length + unknown.length === 0 && weighty <= 2 && BACK.test(text);
}
const BACK = /(?<!\p{L})(?:dat|dit|die|deze|ze|zoiets|zulke|it|that|this|those|these|them)(?!\p{L})/iu;

/** Nothing points anywhere: in our field if a word of it was heard, else it is not our subject. */
function fallback(reading: Reading, evidence: Evidence, seeks: boolean): Intent {
  const explains = ['definition', 'how-works', 'why'].some((id) => reading.signals.has(id));
  if (reading.things.length > 0 || (evidence.suppliersMention >= 0.5 && !explains && (seeks || reading.weighty <= 2)))
    return 'find-supplier';
  if (evidence.articleCoverage > 0.5) return 'policy';
  if (evidence.open) return 'find-supplier';
  if ((seeks || isPurchase(reading)) && reading.unknown.length > 0) return 'find-supplier';
  const inTalk = evidence.before !== 'none' && reading.weighty <= 3 && !reading.signals.has('outside');
  return inTalk ? 'help' : 'out-of-scope';
}

/** Something for so many people, of so many euros or for those who eat no meat, whatever it may be. */
function isPurchase({ slots, signals }: Reading): boolean {
  const { people, perPerson, pieces, diet, amount } = slots;
  return !signals.has('outside') && [people, perPerson, pieces, diet, amount].some((slot) => slot !== undefined);
}

function best(scores: Record<Intent, number>): Intent {
  return intents.reduce((winner, intent) => (scores[intent] > scores[winner] ? intent : winner), intents[0]);
}
