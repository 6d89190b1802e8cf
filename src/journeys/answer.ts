import type { Action } from '../action.ts';
import type { Article } from '../knowledge/schema.ts';
import { Progress } from '../progress.ts';
import { type Button, unreachable } from '../reply.ts';
import { mayBeOffered } from '../suppliers/supplier.ts';
import type { Turn } from '../turn.ts';
import { about, asksAbout } from './about.ts';
import { askBack } from './ask-back.ts';
import { explain, explainProject, explainPurchase, passagesFor, shortArticle, whoToAsk } from './explain.ts';
import { rateForm } from './feedback.ts';
import { compare, find, findMore, list } from './find.ts';
import { hearAgain } from './hear-again.ts';
import type { Context, Journey } from './journey.ts';
import { question, type Said } from './said.ts';
import { type Answered, withNotes } from './step.ts';
import { howToReach, tell, tellAll, whereAre } from './tell.ts';
import { worded } from './word.ts';

/** Answers questions: suppliers, rules and terms, one supplier, help; and says so when it does not know. */
export const answer: Journey = async (turn, context) => {
  const heard = await hearAgain(context);
  const said = await worded(respond(turn, heard), heard);
  return async (records) => withNotes(turn, said, heard, records);
};

/** What is said to a turn that belongs to no other journey, or comes in between. */
export function respond(turn: Turn, context: Context): Answered {
  const { input } = turn;
  switch (input.kind) {
    case 'opened':
      return greet(fresh(context), greeting(context));
    case 'action':
      return pressed(input.action, input.values, context);
    case 'text':
      return asksAbout(context) ? about(context) : asked(context);
    case 'handed-on':
    case 'file':
    case 'due':
      throw new Error(`not for this journey: ${input.kind}`);
    default:
      return unreachable(input);
  }
}

function asked(context: Context): Answered {
  const { reading, texts, progress, intent } = context;
  if (!reading || reading.tokens.length === 0) return { ...question(texts.emptyText, progress), plain: true };
  const chosen = answerToOpen(context);
  if (chosen) return chosen;
  const back = followUpOn(context);
  if (back) return back;
  switch (intent) {
    case 'find-supplier':
      if (context.guessed) return askBack(context);
      return namesNoOption(context) ? aboutSupplier(context) : withRule(find(context), context);
    case 'supplier-info':
      return aboutSupplier(context);
    case 'policy':
      return withSuppliers(explain(context), context);
    case 'check':
      return explainPurchase(context);
    case 'commission':
      return explainProject(context);
    case 'post-request':
      return { ...question(texts.notUnderstood, progress), plain: true };
    case 'help':
      return helped(context);
    case 'smalltalk':
      if (reading.signals.has('restart')) return greet(fresh(context), texts.restarted);
      return { ...greet(context, reading.signals.has('thanks') ? texts.thanksBack : texts.greetingBack), plain: true };
    default:
      // A bare "nee" below an outcome is about that outcome, not about something that is not ours.
      if (
        progress.check &&
        reading.tokens.length <= 2 &&
        !['complaint', 'outside'].some((id) => reading.signals.has(id))
      )
        return { ...question(texts.notUnderstood, progress), plain: true };
      return {
        ...question(reading.signals.has('complaint') ? texts.complaint : texts.refused, progress),
        status: 'refused',
        next: exampleButtons(texts.examples.slice(0, 2)),
        plain: true,
      };
  }
}

/** What the bot can do; or, when somebody tells it something, that the editors will hear. */
function helped({ reading, texts, progress }: Context): Answered {
  const about = reading?.slots.supplier ?? progress.shown[0];
  const note = { text: reading?.text ?? '', ...(about ? { about } : {}) };
  const noted = (text: string) => ({ ...question(text, progress), status: 'answered' as const, plain: true });
  if (reading?.signals.has('tip')) return { ...noted(texts.tipNoted), note: { kind: 'tip', text: note.text } };
  if (reading?.signals.has('correction'))
    return { ...noted(texts.correctionNoted), note: { kind: 'correction', ...note } };
  const asksHelp = reading === undefined || reading.signals.has('help') || progress.subject === 'none';
  if (!asksHelp) return { ...noted(texts.notUnderstood), status: 'clarify' };
  return { ...noted(texts.help), next: exampleButtons(texts.examples.slice(0, 3)) };
}

/** The question that is open is answered by words that belong to one of its choices. */
function answerToOpen(context: Context): Answered | undefined {
  const { reading, progress, library, intent } = context;
  const ambiguity = library.lexicon.ambiguous.find(({ rule }) => rule.id === progress.open);
  if (
    !ambiguity ||
    !reading ||
    reading.slots.supplier ||
    ['check', 'policy', 'post-request', 'commission'].includes(intent ?? '')
  )
    return undefined;
  const counts = new Map<string, number>();
  for (const { id } of ambiguity.cues.all(reading.tokens)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (!first || first[1] === second?.[1]) return undefined;
  const action = { do: 'answer' as const, question: ambiguity.rule.id, value: first[0] };
  const { category: _other, supplier: _named, ...details } = reading.slots;
  return pressed(action, {}, { ...context, progress: { ...progress, slots: { ...progress.slots, ...details } } });
}

/** "Waar zitten die?", "andere opties?": about what was just shown. */
function followUpOn(context: Context): Answered | undefined {
  const { reading, progress, texts, intent } = context;
  if (seeksOthers(context)) return ofCheck(context);
  const { signals, slots, things, suppliers } = reading ?? { signals: new Set(), slots: {}, things: [], suppliers: [] };
  if (suppliers.length > 1) return signals.has('compare') ? compare(suppliers, context) : undefined;
  if (slots.supplier || progress.shown.length === 0 || things.length > 0) return undefined;
  const small = (reading?.weighty ?? 9) <= 6;
  const picked = ['first', 'second', 'third'].findIndex((id) => signals.has(id));
  const chosen = progress.shown[picked];
  if (small && chosen) return { ...tell(chosen, context), intent: 'supplier-info' };
  if (small && signals.has('where-are')) return whereAre(context);
  if (small && signals.has('contact-of')) return howToReach(context);
  if (progress.subject !== 'suppliers') return undefined;
  if (small && signals.has('compare') && !signals.has('rule-words')) return compare(progress.shown, context);
  if (small && signals.has('cheaper')) {
    const again = compare(progress.shown, context);
    const known =
      again.suppliers.length > 0 ? { ...again, parts: again.parts.slice(1) } : tell(progress.shown[0] ?? '', context);
    return led(known, texts.priceUnknown);
  }
  const adds = slots.area || slots.people || slots.diet || slots.perPerson || slots.date || slots.amount;
  if (intent === 'find-supplier' && signals.has('more') && !adds && (reading?.unknown.length ?? 0) === 0)
    return findMore(context);
  return undefined;
}

/** "Wie levert dat nog meer" beside a check is about what that check is about. */
function seeksOthers({ reading, progress, library }: Context): boolean {
  const { check } = progress;
  if (!reading || !check || progress.subject !== 'none' || !library.lexicon.things.has(check.thing ?? '')) return false;
  const { signals, things, slots, weighty, unknown } = reading;
  const seeks = ['who-supplies', 'where-buy', 'more', 'list-all'].some((id) => signals.has(id));
  const other = ['rule-words', 'definition', 'why', 'how-works', 'contact-of'].some((id) => signals.has(id));
  return seeks && !other && weighty <= 5 && unknown.length === 0 && things.length === 0 && !slots.supplier;
}

function ofCheck(context: Context): Answered {
  const id = context.progress.check?.thing ?? '';
  const category = context.library.lexicon.things.get(id)?.category ?? id;
  return { ...chosenThing(id, category, context), intent: 'find-supplier' };
}

/** Who names a supplier that stopped, or is not shown to be social, hears so before anything else. */
function namesNoOption({ reading, library }: Context): boolean {
  const named = library.knowledge.suppliers.get(reading?.slots.supplier ?? '');
  return named !== undefined && !mayBeOffered(named);
}

function aboutSupplier(context: Context): Answered {
  const { reading, progress } = context;
  const named = reading?.suppliers ?? [];
  if (named.length > 1) return tellAll(named.slice(0, 3), context);
  const id = named[0] ?? progress.slots.supplier ?? progress.shown[0];
  return id ? tell(id, context) : find(context);
}

/** A question for suppliers that asks a rule as well gets both. */
function withRule(said: Said, context: Context): Answered {
  const { reading } = context;
  const asks = ['definition', 'rule-words', 'route'].some((id) => reading?.signals.has(id));
  const [best] = asks ? passagesFor(context) : [];
  const article = best && best.named >= 0.8 ? best.article : ruleBeside(context);
  if (!article || said.suppliers.length === 0) return said;
  const rule = shortArticle(article, context);
  // Who asks whether something is allowed hears that before where to buy it.
  const [first, then] = reading?.signals.has('permission') ? [rule, said] : [said, rule];
  return { ...said, parts: [...first.parts, ...then.parts], sources: [...first.sources, ...then.sources] };
}

/** What is bought for somebody who may not take just anything, or needs a specialist whatever it costs. */
function ruleBeside({ reading, library }: Context): Article | undefined {
  const { words, articles } = library.knowledge;
  const rule = words.signals.find(({ id }) => BESIDE.includes(id) && reading?.signals.has(id));
  return articles.get(rule?.article ?? '');
}
const BESIDE = ['for-official', 'personal-data', 'on-network'];

/** A question about a rule that seeks a supplier as well gets both. */
function withSuppliers(said: Said, context: Context): Answered {
  const { reading, texts } = context;
  const seeks = ['who-supplies', 'where-buy'].some((id) => reading?.signals.has(id));
  if (!seeks || !reading?.things.some(({ weight }) => weight >= 0.9)) return said;
  const found = find(context);
  if (found.suppliers.length === 0) return said;
  return {
    ...said,
    parts: [...said.parts, { kind: 'text', text: texts.suppliersToo }, ...found.parts.slice(1)],
    sources: [...said.sources, ...found.sources],
    next: found.next,
    suppliers: found.suppliers,
    progress: found.progress,
  };
}

function pressed(action: Action, values: Record<string, string>, context: Context): Answered {
  const { texts, progress, library } = context;
  switch (action.do) {
    case 'ask':
      return asked(context);
    case 'answer': {
      const rule = library.lexicon.ambiguous.find((one) => one.rule.id === action.question)?.rule;
      const value = rule?.choices.find(({ thing }) => thing === action.value)?.thing;
      const category = value && library.lexicon.things.get(value)?.category;
      if (!value || !category) return { ...question(texts.gone, progress), plain: true };
      return chosenThing(value, category, context);
    }
    case 'start':
    case 'check':
    case 'ask-confirmation':
    case 'answer-confirmation':
    case 'show-receipt':
    case 'my-data':
    case 'forget-me':
    case 'request':
    case 'move':
    case 'show-request':
    case 'mute-request':
    case 'experience':
    case 'hand-over':
    case 'answer-question':
    case 'note-question':
    case 'request-paper':
    case 'my-requests':
    case 'figures':
    case 'monthly':
    case 'announce-here':
    case 'commission':
    case 'choose-level':
    case 'calendar':
      return { ...question(texts.gone, progress), plain: true };
    case 'more-suppliers':
      return findMore(context);
    case 'show-supplier':
      return tell(action.supplier, context);
    case 'compare-suppliers':
      return compare(action.suppliers, context);
    case 'browse-category':
      if (!library.lexicon.things.has(action.category)) return { ...question(texts.gone, progress), plain: true };
      return list({ ...progress, things: [], words: [], slots: { category: action.category }, seen: [] }, context);
    case 'ask-person':
      return whoToAsk(action.about, context);
    case 'rate':
    case 'rate-reason':
      return rated(action, values, context);
    default:
      return unreachable(action);
  }
}

/** What somebody thought of an answer, filed under the question it was for. */
function rated(
  action: Extract<Action, { answer: string }>,
  values: Record<string, string>,
  context: Context,
): Answered {
  const { texts, progress } = context;
  const asked = progress.answers.find(({ id }) => id === action.answer)?.asked;
  if (asked === undefined) return { ...question(texts.gone, progress), plain: true };
  const noted = (text: string, note: NonNullable<Answered['note']>): Answered => ({
    ...question(text, progress),
    status: 'answered',
    plain: true,
    note,
  });
  if (action.do === 'rate' && action.helpful) return noted(texts.rateThanks, { kind: 'helpful', text: asked });
  if (action.do === 'rate')
    return { ...question('', progress), parts: rateForm(action.answer, {}, context), plain: true };
  const reason = values.reason ?? action.reason ?? '';
  if (!Object.hasOwn(texts.rateReasons, reason)) {
    const again = rateForm(action.answer, { reason: texts.chooseOne, more: values.more ?? '' }, context);
    return { ...question('', progress), parts: again, plain: true, replaces: true };
  }
  const said = [reason, values.more?.trim().slice(0, 1000)].filter(Boolean).join(': ');
  return { ...noted(texts.rateNoted, { kind: 'not-helpful', text: asked, reason: said }), replaces: true };
}

function chosenThing(id: string, category: string, context: Context): Answered {
  const { reading: _text, ...rest } = context;
  const { progress } = context;
  return find({
    ...rest,
    progress: {
      ...progress,
      things: [{ id, weight: 1 }],
      words: [],
      slots: { ...progress.slots, category },
      seen: [],
      open: undefined,
    },
  });
}

/** What was said before counts no more. */
function fresh(context: Context): Context {
  return { ...context, progress: Progress.parse({ language: context.progress.language }) };
}

function greeting({ texts, assistant }: Context): string {
  return assistant ? texts.greeting.replace(LAST_SENTENCE, `${texts.greetingModel} $1`) : texts.greeting;
}
/** It leads to the examples, so it stays the last. */
const LAST_SENTENCE = /([^.]+:)$/;

function greet({ progress, texts }: Context, text: string): Answered {
  return { ...question(text, progress), status: 'answered', next: exampleButtons(texts.examples), plain: true };
}

function exampleButtons(examples: readonly string[]): Button[] {
  return examples.map((text) => ({ label: text, action: { do: 'ask', text } }));
}

function led(said: Said, text: string): Said {
  return { ...said, parts: [{ kind: 'text', text }, ...said.parts] };
}
