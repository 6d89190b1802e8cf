import { Progress } from '../progress.ts';
import type { Part } from '../reply.ts';
import { mayBeOffered, type Supplier } from '../suppliers/supplier.ts';
import { alternatives } from './find.ts';
import type { Context } from './journey.ts';
import type { Said } from './said.ts';
import { contactOf, fullCard, matchCard, startCheck, startRequest, supplierSources } from './show.ts';

/** All about one supplier, also when it stopped or is not shown to be social: then honestly, with others instead. */
export function tell(id: string, context: Context): Said {
  const { library, texts, progress, reading } = context;
  const supplier = library.knowledge.suppliers.get(id);
  if (!supplier)
    return {
      parts: [{ kind: 'text', text: texts.gone }],
      sources: [],
      next: [],
      suppliers: [],
      status: 'unanswered',
      progress,
    };
  const offered = mayBeOffered(supplier);
  const asked = (reading?.things ?? []).filter(({ weight }) => weight >= 0.8).map((thing) => thing.id);
  const others = offered && !lacks(supplier, asked, context) ? [] : instead(supplier, asked, context);
  const parts: Part[] = [...openingOf(supplier, context), ...fullCard(supplier, context)];
  if (others.length > 0)
    parts.push({ kind: 'text', text: texts.instead }, ...others.flatMap((one) => matchCard(one, {}, context)));
  const shown = [...(offered ? [supplier.id] : []), ...others.map((one) => one.supplier.id)];
  const category = library.lexicon.things.get(asked[0] ?? '')?.category ?? supplier.categories[0];
  const label = library.lexicon.things.get(category ?? '')?.label[context.language];
  const offer = supplier.offers.flatMap(({ things }) => things).slice(0, 1);
  const before = progress.shown.includes(id) ? wantedBefore(category, context) : undefined;
  const about = asked.length > 0 ? asked : (before?.things ?? offer);
  return {
    parts,
    sources: [
      ...supplierSources(supplier, context, 4),
      ...others.flatMap((one) => supplierSources(one.supplier, context, 1)),
    ],
    next: [
      ...(offered ? [startCheck(context), startRequest(context)] : []),
      ...(label && category
        ? [{ label: texts.buttons.browse(label), action: { do: 'browse-category' as const, category } }]
        : []),
    ],
    suppliers: shown,
    status: 'answered',
    progress: Progress.parse({
      language: progress.language,
      subject: 'supplier',
      slots: { ...before?.slots, supplier: supplier.id, ...(category ? { category } : {}) },
      things: about.map((thing) => ({ id: thing, weight: 1 })),
      shown: shown.length > 0 ? shown : [supplier.id],
      seen: [supplier.id, ...shown],
    }),
  };
}

/** What was looked for when this supplier was shown: for how many, for how much, when. It still counts. */
function wantedBefore(category: string | undefined, { progress, library }: Context) {
  if (category === undefined || progress.slots.category !== category) return undefined;
  const { supplier: _before, ...slots } = progress.slots;
  const things = progress.things
    .map(({ id }) => id)
    .filter((id) => library.lexicon.things.get(id)?.category === category);
  return { slots, ...(things.length > 0 ? { things } : {}) };
}

/** Two or more named at once: each in turn. */
export function tellAll(ids: readonly string[], context: Context): Said {
  const said = ids.map((id) => tell(id, context));
  const last = said.at(-1) as Said;
  return {
    ...last,
    parts: said.flatMap(({ parts }) => parts),
    sources: said.flatMap(({ sources }) => sources),
    suppliers: [...new Set(said.flatMap(({ suppliers }) => suppliers))],
    progress: { ...last.progress, shown: [...ids] },
  };
}

/** Where those that were just shown are. */
export function whereAre(context: Context): Said {
  return lines(context, context.texts.whereTheyAre, (supplier) => supplier.place.text?.[context.language]);
}

/** How those that were just shown can be reached. */
export function howToReach(context: Context): Said {
  return lines(context, context.texts.howToReach, contactOf);
}

function lines(context: Context, title: string, say: (supplier: Supplier) => string | undefined): Said {
  const { progress, library, texts } = context;
  const suppliers = progress.shown.flatMap((id) => library.knowledge.suppliers.get(id) ?? []);
  const text = suppliers.map((supplier) => `- **${supplier.name}**: ${say(supplier) ?? texts.notKnown}`).join('\n');
  return {
    parts: [{ kind: 'text', text: `${title}\n${text}` }],
    sources: suppliers.flatMap((supplier) => supplierSources(supplier, context, 1)),
    next: suppliers
      .filter(mayBeOffered)
      .slice(0, 3)
      .map(({ id, name }) => ({ label: texts.buttons.show(name), action: { do: 'show-supplier', supplier: id } })),
    suppliers: suppliers.filter(mayBeOffered).map(({ id }) => id),
    status: 'answered',
    progress,
  };
}

function openingOf(supplier: Supplier, { texts, library }: Context): Part[] {
  const successor = supplier.successor && library.knowledge.suppliers.get(supplier.successor);
  const said = [
    supplier.status === 'stopped'
      ? texts.stopped(supplier.name)
      : supplier.evidence.kind === 'none'
        ? `${texts.unproven(supplier.name)} ${texts.unprovenWay}`
        : '',
    successor ? texts.successor(successor.name) : '',
  ].filter(Boolean);
  return said.length > 0 ? [{ kind: 'text', text: said.join(' ') }] : [];
}

/** Somebody asks a supplier for what its sources do not show. */
export function lacks(supplier: Supplier, asked: readonly string[], { library }: Context): boolean {
  const categories = asked.flatMap((id) => library.lexicon.things.get(id)?.category ?? []);
  const own = supplier.offers
    .flatMap(({ things }) => things)
    .flatMap((id) => library.lexicon.things.get(id)?.category ?? []);
  return categories.length > 0 && !categories.some((category) => own.includes(category));
}

function instead(supplier: Supplier, asked: readonly string[], context: Context) {
  const own = supplier.offers.flatMap(({ things }) => things);
  const found = alternatives(
    supplier.categories,
    asked.length > 0 ? asked : own.length > 0 ? own : supplier.categories,
    supplier.id,
    context,
  );
  const successor =
    supplier.successor && context.library.suppliers.suppliers.find(({ id }) => id === supplier.successor);
  if (!successor) return found;
  const first = {
    supplier: successor,
    reasons: ['offers-category' as const],
    offers: successor.offers.map((_, at) => at),
  };
  return [first, ...found.filter((one) => one.supplier.id !== successor.id)].slice(0, 3);
}
