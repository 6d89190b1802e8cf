import type { Progress } from '../progress.ts';
import type { Button, Part } from '../reply.ts';
import { browse, type Match, type Matches, match } from '../suppliers/match.ts';
import type { Context } from './journey.ts';
import { merged } from './need.ts';
import { AT_ONCE, browseButtons, nobody, present } from './present.ts';
import { question, type Said } from './said.ts';
import { matchCard, supplierSources } from './show.ts';

/** Looks for suppliers, with what was said before when this text only adds to it. */
export function find(context: Context): Said {
  const progress = merged(context);
  const { reading, texts, library } = context;
  const doubt = reading?.doubt;
  if (doubt && progress.things.length === 0 && progress.words.length === 0)
    return question(texts.amountDoubt(doubt), progress);
  if (reading?.signals.has('list-all') || onlyArea(progress)) return list(progress, context);
  const found = matchesFor(progress, context);
  if (found.total === 0) return nobody(progress, context);
  const said = present(found, progress, context);
  const ambiguity = library.lexicon.ambiguous.find(({ rule }) => rule.id === reading?.ask)?.rule;
  const more: Part[] = doubt ? [{ kind: 'text', text: texts.amountDoubt(doubt) }] : [];
  if (!ambiguity || doubt || progress.slots.people)
    return { ...said, parts: [...more, ...said.parts], ...(doubt ? { status: 'clarify' as const } : {}) };
  const choices: Button[] = ambiguity.choices.map(({ thing, label }) => ({
    label: label[context.language],
    action: { do: 'answer', question: ambiguity.id, value: thing },
  }));
  return {
    ...said,
    status: 'clarify',
    parts: [
      { kind: 'text', text: ambiguity.ask[context.language] },
      { kind: 'buttons', buttons: choices },
      ...more,
      ...said.parts,
    ],
    progress: { ...said.progress, open: ambiguity.id },
  };
}

/** The next few of the same list. */
export function findMore(context: Context): Said {
  const { progress, texts } = context;
  if (
    progress.subject !== 'suppliers' ||
    (progress.things.length === 0 && progress.words.length === 0 && !progress.slots.area && !progress.slots.category)
  )
    return question(texts.onlyThese, progress);
  const found =
    progress.things.length === 0 && progress.words.length === 0
      ? listed(progress, context)
      : matchesFor(progress, context);
  const rest = found.best.filter(({ supplier }) => !progress.seen.includes(supplier.id));
  if (rest.length === 0)
    return { ...question(texts.noMore, progress), status: 'answered', next: browseButtons(progress, context) };
  return present({ best: rest, total: rest.length }, progress, context, texts.foundMore);
}

/** Everything there is in a category, an area or both, a few at a time. */
export function list(progress: Progress, context: Context): Said {
  const found = listed(progress, context);
  if (found.total === 0) return nobody(progress, context);
  const { library, language, texts } = context;
  const label = progress.slots.category && library.lexicon.things.get(progress.slots.category)?.label[language];
  const area = library.knowledge.words.areas.find(({ id }) => id === progress.slots.area)?.label;
  const where = [label, area].filter(Boolean).join(', ');
  const start: Progress = { ...progress, things: [], words: [], seen: [] };
  return present(found, start, context, texts.foundIn(where.charAt(0).toUpperCase() + where.slice(1), found.total));
}

/** Shows these suppliers again, side by side. */
export function compare(ids: readonly string[], context: Context): Said {
  const { library, texts, progress } = context;
  const suppliers = ids
    .flatMap((id) => library.suppliers.suppliers.find((supplier) => supplier.id === id) ?? [])
    .slice(0, AT_ONCE);
  if (suppliers.length < 2) return question(texts.whichSuppliers, progress);
  const matches: Match[] = suppliers.map((supplier) => ({
    supplier,
    reasons: [],
    offers: supplier.offers.map((_, at) => at),
  }));
  const parts: Part[] = [
    { kind: 'text', text: texts.compareIntro },
    ...matches.flatMap((one) => matchCard(one, progress.slots, context)),
  ];
  return {
    parts,
    sources: suppliers.flatMap((supplier) => supplierSources(supplier, context)),
    next: suppliers.map(({ id, name }) => ({
      label: texts.buttons.show(name),
      action: { do: 'show-supplier', supplier: id },
    })),
    suppliers: suppliers.map(({ id }) => id),
    status: 'answered',
    progress: { ...progress, subject: 'suppliers', shown: suppliers.map(({ id }) => id) },
  };
}

/** Others that do the same, for one that stopped or is not shown to be social. */
export function alternatives(
  categories: readonly string[],
  things: readonly string[],
  without: string,
  context: Context,
): Match[] {
  const wanted = things.length > 0 ? things : categories;
  const need = { things: wanted.map((id) => ({ id, weight: 1 })), words: [], day: context.today };
  return match(need, context.library.suppliers)
    .best.filter(({ supplier }) => supplier.id !== without)
    .slice(0, AT_ONCE);
}

function matchesFor({ things, words, mentions, slots }: Progress, { library, today }: Context): Matches {
  const need = {
    things,
    words,
    mentions,
    day: today,
    ...(slots.area ? { area: slots.area } : {}),
    ...(slots.people ? { people: slots.people } : {}),
  };
  return match(need, library.suppliers);
}

function listed({ slots }: Progress, { library, today }: Context): Matches {
  return browse(
    { ...(slots.category ? { category: slots.category } : {}), ...(slots.area ? { area: slots.area } : {}) },
    today,
    library.suppliers,
  );
}

function onlyArea({ things, words, slots }: Progress): boolean {
  return things.length === 0 && words.length === 0 && (slots.area !== undefined || slots.category !== undefined);
}
