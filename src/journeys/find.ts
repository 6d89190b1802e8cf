import { Progress } from '../progress.ts';
import type { Button, CitedSource, Part } from '../reply.ts';
import { browse, type Match, type Matches, match } from '../suppliers/match.ts';
import type { Reading } from '../understand/read.ts';
import type { Slots } from '../understand/slots.ts';
import type { Context } from './journey.ts';
import { matchCard, supplierSources, understoodLine } from './show.ts';

/** What a journey has to say, before it becomes a message. */
export type Said = {
  parts: Part[];
  sources: CitedSource[];
  /** Next steps, at most three. */
  next: Button[];
  suppliers: string[];
  status: 'answered' | 'clarify' | 'unanswered' | 'refused';
  progress: Progress;
  /** A question for the editors that the knowledge base could not answer. */
  unanswered?: boolean;
};

const AT_ONCE = 3;

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

function present({ best, total }: Matches, progress: Progress, context: Context, title?: string): Said {
  const { texts, library } = context;
  const shown = best.slice(0, AT_ONCE);
  const line = understoodLine(
    progress.things.map(({ id }) => id),
    progress.slots,
    progress.words,
    context,
  );
  const category = progress.slots.category ?? library.lexicon.things.get(progress.things[0]?.id ?? '')?.category;
  const nearby =
    !progress.slots.area ||
    progress.slots.area === 'utrecht' ||
    shown.some(({ reasons }) => reasons.includes('nearby'));
  const areaLabel = library.knowledge.words.areas.find(({ id }) => id === progress.slots.area)?.label ?? '';
  const intro = [
    title ? undefined : line,
    nearby ? undefined : texts.noneNearby(areaLabel),
    title ?? texts.found(shown.length),
  ]
    .filter(Boolean)
    .join('\n');
  const seen = [...new Set([...progress.seen, ...shown.map(({ supplier }) => supplier.id)])];
  const left = total - shown.length;
  return {
    parts: [
      { kind: 'text', text: intro },
      ...shown.flatMap((one) => matchCard(one, progress.slots, context)),
      {
        kind: 'text',
        text: [shown.length > 1 ? texts.order : '', contractLine(category, context)].filter(Boolean).join('\n\n'),
      },
    ],
    sources: shown.flatMap(({ supplier }) => supplierSources(supplier, context)),
    next: nextSteps(shown, left, category, context),
    suppliers: shown.map(({ supplier }) => supplier.id),
    status: 'answered',
    progress: {
      ...progress,
      subject: 'suppliers',
      shown: shown.map(({ supplier }) => supplier.id),
      seen,
      articles: [],
    },
  };
}

function nextSteps(shown: readonly Match[], left: number, category: string | undefined, context: Context): Button[] {
  const { texts } = context;
  const [first] = shown;
  return [
    ...(left > 0 ? [{ label: texts.buttons.more, action: { do: 'more-suppliers' as const } }] : []),
    ...(shown.length > 1
      ? [
          {
            label: texts.buttons.compare,
            action: { do: 'compare-suppliers' as const, suppliers: shown.map(({ supplier }) => supplier.id) },
          },
        ]
      : []),
    ...(first
      ? [
          {
            label: texts.buttons.show(first.supplier.name),
            action: { do: 'show-supplier' as const, supplier: first.supplier.id },
          },
        ]
      : []),
    ...(left === 0 && shown.length < AT_ONCE ? browseButton(category, context) : []),
  ].slice(0, 3);
}

/** Every purchase begins with the running contracts; that list is the city's to fill. */
function contractLine(category: string | undefined, { library, texts, language }: Context): string {
  const label = category && library.lexicon.things.get(category)?.label[language];
  if (!label) return '';
  const contract = library.knowledge.contracts.find((one) => one.category === category);
  return contract ? texts.contractRuns(label, contract.holder) : texts.contractFirst(label);
}

/** In our field, but nobody offers it: said so, with who does know, and noted. */
function nobody(progress: Progress, context: Context): Said {
  const { texts, library, language, reading } = context;
  const { lexicon, knowledge } = library;
  const labels = progress.things.flatMap(({ id }) => lexicon.things.get(id)?.label[language] ?? []);
  const wanted =
    unservedLabel(progress, context) ??
    labels[0] ??
    (progress.words.length > 0 ? (reading?.unknown.slice(0, 3).join(' ') ?? '') : '');
  const contact = knowledge.contacts.get('inkoop');
  const lines = [
    wanted ? texts.unknownThing(wanted) : texts.unknownSubject,
    contact ? texts.whoKnows(contact.name[language], contact.about[language]) : '',
    texts.unknownNext,
  ];
  return {
    parts: [{ kind: 'text', text: lines.filter(Boolean).join('\n') }],
    sources: [],
    next: [
      { label: texts.buttons.person, action: { do: 'ask-person', about: 'inkoop' } },
      ...browseButtons(progress, context),
    ],
    suppliers: [],
    status: 'unanswered',
    progress: { ...progress, subject: 'none', shown: [], seen: [] },
    unanswered: true,
  };
}

/** The thing that was asked and that nobody offers. */
function unservedLabel({ things }: Progress, { library, language }: Context): string | undefined {
  const { byThing, byCategory } = library.suppliers;
  const none = things.find(({ id }) => !byThing.has(id) && !byCategory.has(id));
  return none && library.lexicon.things.get(none.id)?.label[language];
}

function browseButtons({ slots, things }: Progress, context: Context): Button[] {
  return browseButton(slots.category ?? context.library.lexicon.things.get(things[0]?.id ?? '')?.category, context);
}

function browseButton(category: string | undefined, { library, language, texts }: Context): Button[] {
  const label = category && library.lexicon.things.get(category)?.label[language];
  const any = category ? (library.suppliers.byCategory.get(category)?.length ?? 0) > 0 : false;
  return label && any && category
    ? [{ label: texts.buttons.browse(label), action: { do: 'browse-category', category } }]
    : [];
}

/** One question back. */
export function question(text: string, progress: Progress): Said {
  return { parts: [{ kind: 'text', text }], sources: [], next: [], suppliers: [], status: 'clarify', progress };
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

/** What counts now: said here, or said before and not taken back. */
function merged({ reading, progress, library, followUp }: Context): Progress {
  if (!reading) return progress;
  const { supplier: _named, category, ...details } = reading.slots;
  const strongest = reading.things[0]?.weight ?? 0;
  const heard = reading.things.filter(({ weight }) => weight >= Math.max(0.45, strongest * 0.6));
  const words = [...new Set(reading.stems)];
  const sameSubject =
    followUp || (category !== undefined && category === progress.slots.category && progress.subject === 'suppliers');
  const anew = reading.signals.has('list-all') && heard.length === 0;
  if (
    !anew &&
    sameSubject &&
    (heard.length === 0 || category === undefined || category === progress.slots.category || progress.open)
  )
    return {
      ...progress,
      things: heard.length > 0 ? narrowed(heard, library.lexicon.things) : progress.things,
      words: words.length > 0 && heard.length === 0 && progress.things.length === 0 ? words : progress.words,
      mentions: heard.length > 0 ? [...reading.mentions] : [...progress.mentions, ...reading.mentions],
      slots: clean({
        ...progress.slots,
        supplier: undefined,
        ...details,
        ...dietsOf(progress.slots, reading),
        ...(category ? { category } : {}),
      }),
      seen: reading.signals.has('more') && heard.length === 0 && words.length === 0 ? progress.seen : [],
      open: undefined,
    };
  return Progress.parse({
    language: progress.language,
    things: heard,
    words,
    mentions: [...reading.mentions],
    slots: clean({ ...keptOf(progress, reading), ...(category ? { category } : {}), ...details }),
  });
}

/** A few words about something else at the same occasion: who comes, when and where stay. */
function keptOf({ slots, subject }: Progress, { weighty, signals }: Reading): Slots {
  const anew = ['who-supplies', 'where-buy', 'looking-for', 'list-all'].some((id) => signals.has(id));
  if (subject !== 'suppliers' || weighty > 3 || anew) return {};
  const { people, date, area } = slots;
  return clean({ people, date, area });
}

/** A diet is added to those named before, unless it takes their place: leaving one out could harm somebody. */
function dietsOf(before: Slots, { slots, signals }: Reading): Pick<Slots, 'diet'> {
  if (!slots.diet || !before.diet || signals.has('instead')) return {};
  return { diet: [...new Set([...before.diet, ...slots.diet])] };
}

/** A more precise word takes the place of the general one. */
function narrowed(things: Progress['things'], tree: ReadonlyMap<string, { category: string }>): Progress['things'] {
  const precise = things.filter(({ id }) => tree.get(id)?.category !== id);
  return [...(precise.length > 0 ? precise : things)];
}

function clean(slots: { [Key in keyof Slots]?: Slots[Key] | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Slots;
}
