import type { Progress } from '../progress.ts';
import type { Button } from '../reply.ts';
import type { Match, Matches } from '../suppliers/match.ts';
import type { Context } from './journey.ts';
import type { Said } from './said.ts';
import { matchCard, startCheck, startHandOver, startRequest, supplierSources, understoodLine } from './show.ts';

/** How many suppliers are shown at once. */
export const AT_ONCE = 3;

/** The first few of a list as cards, with what to do next. */
export function present({ best, total }: Matches, progress: Progress, context: Context, title?: string): Said {
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
    title ?? (nearby ? texts.found(shown.length) : undefined),
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
    ...(first ? [startCheck(context)] : []),
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
export function nobody(progress: Progress, context: Context): Said {
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
      startHandOver(context),
      ...(wanted ? [startRequest(context)] : []),
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

export function browseButtons({ slots, things }: Progress, context: Context): Button[] {
  return browseButton(slots.category ?? context.library.lexicon.things.get(things[0]?.id ?? '')?.category, context);
}

function browseButton(category: string | undefined, { library, language, texts }: Context): Button[] {
  const label = category && library.lexicon.things.get(category)?.label[language];
  const any = category ? (library.suppliers.byCategory.get(category)?.length ?? 0) > 0 : false;
  return label && any && category
    ? [{ label: texts.buttons.browse(label), action: { do: 'browse-category', category } }]
    : [];
}
