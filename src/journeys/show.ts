import { writeAmount } from '../knowledge/amounts.ts';
import type { Citation } from '../knowledge/schema.ts';
import type { Button, CitedSource, Fact, Part } from '../reply.ts';
import type { Match, Reason } from '../suppliers/match.ts';
import type { Supplier } from '../suppliers/supplier.ts';
import type { Slots } from '../understand/slots.ts';
import type { Context } from './journey.ts';

/** How an answer cites: a supplier's own source goes by its place in the supplier's file. */
const SOURCES_PER_SUPPLIER = 1;
const LONGEST_NOTE = 260;
/** These decide the order and stand beside the proof. */
const ABOUT_PROOF = new Set<Reason>(['proven', 'recent']);

/** What was understood, in one short line that the person can check. */
export function understoodLine(
  things: readonly string[],
  slots: Slots,
  words: readonly string[],
  context: Context,
): string | undefined {
  const { texts, language, library, reading } = context;
  const { lexicon } = library;
  // A word is looked up by its stem, and shown as it was typed.
  const typed = (word: string) => reading?.tokens.find((token) => token[language] === word)?.folded ?? word;
  const labels = things.flatMap((id) => lexicon.things.get(id)?.label[language] ?? []);
  const area = library.knowledge.words.areas.find(({ id }) => id === slots.area)?.label;
  const repeated = (slots.occurrences ?? 1) > 1 ? slots.occurrences : undefined;
  const said = [
    ...(labels.length > 0
      ? labels.map((label) => `**${label}**`)
      : words.slice(0, 3).map((word) => `**${typed(word)}**`)),
    slots.people && texts.people(slots.people),
    slots.pieces && texts.pieces(slots.pieces),
    ...dietLabels(slots, context),
    slots.perPerson && texts.perPerson(writeAmount(slots.perPerson, 'euro', language)),
    repeated && texts.times(repeated),
    slots.amount &&
      [
        (repeated ? texts.eachTime : texts.totalOf)(writeAmount(slots.amount, 'euro', language)),
        slots.vat && texts.vat[slots.vat],
      ]
        .filter(Boolean)
        .join(' '),
    slots.date && texts.sayDay(slots.date),
    area && texts.inArea(area),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0 ? undefined : texts.lookedFor(said.join(', '));
}

export function dietLabels(slots: Slots, { library, language }: Pick<Context, 'library' | 'language'>): string[] {
  return (slots.diet ?? []).flatMap(
    (id) => library.knowledge.words.diets.find((diet) => diet.id === id)?.label[language] ?? [],
  );
}

/** A supplier that fits, short: what it does, why it fits, what is known and what is not. */
export function matchCard(match: Match, slots: Slots, context: Context): Part[] {
  const { supplier } = match;
  const { texts, language } = context;
  const offers = match.offers
    .map((at) => supplier.offers[at]?.text[language])
    .filter(Boolean)
    .slice(0, 2)
    .join('; ');
  const reasons = match.reasons
    .filter((reason) => !ABOUT_PROOF.has(reason))
    .map((reason) => reasonText(reason, offers || texts.offerUnknown, slots, context));
  const where = [supplier.place.text?.[language], contactOf(supplier)].filter(Boolean).join('; ');
  const facts: Fact[] = [
    { label: texts.why, value: reasons.join('; ') || offers || texts.offerUnknown },
    { label: texts.whereToFind, value: where || texts.notKnown },
    { label: texts.proof, value: proofOf(supplier, context) },
    ...(supplier.note ? [{ label: texts.watchOut, value: shortened(supplier.note[language]) }] : []),
    { label: texts.toAsk, value: missingOf(supplier, slots, context).join(', ') },
  ];
  return [factsAbout(supplier, facts, context)];
}

/** All that the knowledge base has on one supplier. */
export function fullCard(supplier: Supplier, context: Context): Part[] {
  const { texts, language, library } = context;
  const offers = supplier.offers.map(({ text }) => text[language]);
  const themes = supplier.themes.flatMap(
    (id) => library.knowledge.words.themes.find((theme) => theme.id === id)?.label[language] ?? [],
  );
  const facts: Fact[] = [
    { label: texts.offers, value: offers.join('; ') || texts.offerUnknown },
    { label: texts.status, value: texts.statuses[supplier.status] },
    { label: texts.place, value: supplier.place.text?.[language] ?? texts.notKnown },
    { label: texts.contact, value: contactOf(supplier) ?? texts.notKnown },
    { label: texts.proof, value: proofOf(supplier, context) },
    ...(themes.length > 0 ? [{ label: texts.themes, value: themes.join(', ') }] : []),
    ...(supplier.labels.length > 0
      ? [{ label: texts.labels, value: supplier.labels.map((label) => label[language]).join('; ') }]
      : []),
    ...(supplier.note ? [{ label: texts.watchOut, value: supplier.note[language] }] : []),
    ...(supplier.status === 'stopped'
      ? []
      : [{ label: texts.unknownFacts, value: missingOf(supplier, {}, context).join(', ') }]),
  ];
  return [factsAbout(supplier, facts, context)];
}

function factsAbout(supplier: Supplier, facts: Fact[], { language }: Context): Part {
  const lead = supplier.impact?.[language];
  return { kind: 'facts', title: supplier.name, ...(lead ? { lead } : {}), facts };
}

function reasonText(reason: Match['reasons'][number], offers: string, slots: Slots, context: Context): string {
  const area = context.library.knowledge.words.areas.find(({ id }) => id === slots.area)?.label ?? '';
  const say = context.texts.reasons[reason] as (what: string) => string;
  return say(reason === 'nearby' ? area : offers);
}

/** What the person will have to ask, because no source says it. */
function missingOf(supplier: Supplier, slots: Slots, context: Context): string[] {
  const { missing } = context.texts;
  const capacity = supplier.offers.some((offer) => offer.capacity !== undefined);
  const diets = dietLabels(slots, context).join(', ');
  const visited = context.library.knowledge.words.categories.some(
    ({ id, visited: visit }) => visit && id === slots.category,
  );
  return [
    ...(supplier.status === 'unknown' ? [missing.status] : []),
    ...(diets ? [missing.diet(diets)] : []),
    missing.price,
    ...(capacity ? [] : [missing.capacity]),
    ...(visited ? [] : [missing.area]),
    ...(contactOf(supplier) ? [] : [missing.contact]),
  ];
}

export function contactOf({ contact: { website, phone, email } }: Supplier): string | undefined {
  const known = [
    website && `[${website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}](${website})`,
    phone,
    email,
  ].filter(Boolean);
  return known.length === 0 ? undefined : known.join(', ');
}

/** How we know that it is social, how old that is, and who looked at it. */
export function proofOf({ evidence, checkedOn, reviewBy }: Supplier, { texts, today }: Context): string {
  return [
    evidence.seen
      ? texts.confirm.confirmedBy(evidence.seen, texts.confirm.shortly[evidence.kind])
      : texts.evidence[evidence.kind],
    evidence.latest ? texts.latestProof(evidence.latest) : texts.noDate,
    checkedOn ? texts.checkedOn(checkedOn) : texts.neverChecked,
    ...(reviewBy < today ? [texts.pastReview] : []),
  ].join('; ');
}

/** A warning is shown whole, unless it is too long for a list; the supplier's own card has all of it. */
function shortened(note: string): string {
  if (note.length <= LONGEST_NOTE) return note;
  const sentences = note.split(/(?<=[.!?])\s+(?=[A-ZÀ-Ý])/);
  const kept = sentences.filter((_, at) => sentences.slice(0, at + 1).join(' ').length <= LONGEST_NOTE);
  return `${kept.length > 0 ? kept.join(' ') : sentences[0]} (…)`;
}

/** A supplier's sources, newest first, with what each supports. */
export function supplierSources(supplier: Supplier, context: Context, most = SOURCES_PER_SUPPLIER): CitedSource[] {
  const { texts } = context;
  const all = supplier.sources.map((source, at) => ({ source, at }));
  const newest = all.toSorted((a, b) => (b.source.dated ?? '').localeCompare(a.source.dated ?? '') || a.at - b.at);
  // Who was named by the municipality has that page first in its file: it is what the proof rests on.
  const proof = supplier.evidence.kind === 'municipality' ? all.slice(0, 1) : [];
  return [...new Set([...proof, ...newest.slice(0, most)])].map(({ source, at }) => ({
    id: `${supplier.id}/${at + 1}`,
    title: `${supplier.name}: ${hostOf(source.url)}`,
    at: source.supports,
    language: 'nl',
    url: source.url,
    remark: [source.dated ? texts.sayDate(source.dated) : texts.undated, texts.recordedOn(supplier.recordedOn)].join(
      '; ',
    ),
  }));
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

/** The sources of an article, each with its mark and the day it was recorded or checked. */
export function citedSources(
  citations: readonly Citation[],
  dates: { recordedOn: string; checkedOn: string | null; reviewBy: string },
  context: Context,
): CitedSource[] {
  const { texts, library, today } = context;
  const checked = [
    texts.recordedOn(dates.recordedOn),
    dates.checkedOn ? texts.checkedOn(dates.checkedOn) : texts.neverChecked,
    ...(dates.reviewBy < today ? [texts.pastReview] : []),
  ];
  return citations.flatMap(({ source: id, at, mark }) => {
    const source = library.knowledge.sources.get(id);
    if (!source) return [];
    const age = source.mark === 'ASSUMPTION' ? [] : [source.dated ? texts.sayDate(source.dated) : texts.undated];
    return [
      {
        id,
        title: source.title,
        at,
        language: 'nl' as const,
        ...(source.url ? { url: source.url } : {}),
        remark: [texts.marks[mark], ...age, ...checked].join('; '),
      },
    ];
  });
}

/** Below every answer: did this help? */
export function rateButtons(answer: string, { texts }: Context): Button[] {
  return [
    { label: texts.buttons.helpful, action: { do: 'rate', answer, helpful: true } },
    { label: texts.buttons.notHelpful, action: { do: 'rate', answer, helpful: false } },
  ];
}

/** A question to a colleague who knows more; it goes away again where no colleague answers questions. */
export function startHandOver({ texts }: Pick<Context, 'texts'>): Button {
  return { label: texts.questions.button, action: { do: 'hand-over', step: 'ask' } };
}

/** A request to the buyers, with what was said so far. */
export function startRequest({ texts }: Pick<Context, 'texts'>): Button {
  return { label: texts.requests.buttons.start, action: { do: 'start', journey: 'requests' } };
}

/** Advice on a larger project. */
export function startProject({ texts }: Pick<Context, 'texts'>): Button {
  return { label: texts.commission.start, action: { do: 'start', journey: 'commission' } };
}

/** The way into the check. */
export function startCheck({ texts }: Pick<Context, 'texts'>): Button {
  return { label: texts.check.buttons.start, action: { do: 'start', journey: 'check' } };
}
