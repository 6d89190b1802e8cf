import { amountOn, withAmounts } from '../knowledge/amounts.ts';
import type { Article } from '../knowledge/schema.ts';
import type { Passage } from '../knowledge/search.ts';
import { Progress } from '../progress.ts';
import type { Part } from '../reply.ts';
import type { Context } from './journey.ts';
import type { Said } from './said.ts';
import {
  citedSources,
  proofOf,
  startCheck,
  startHandOver,
  startProject,
  startRequest,
  supplierSources,
} from './show.ts';
import { wholeOf, withWholeTold } from './whole-told.ts';

/** Below this an article is about something else. */
const LEAST_COVERAGE = 0.4;

/** What lies next to the last answer is likelier meant. */
const NEAR_BEFORE = 1.3;

/** Explains a rule or a term with the article that fits best; says so when there is none. */
export function explain(context: Context): Said {
  const found = passagesFor(context);
  const { library, progress, reading } = context;
  const before = library.knowledge.articles.get(progress.articles[0] ?? '');
  const [best] = found;
  if (!best && before) return tellArticle(before, found, context);
  const named = best && best.named >= 0.8;
  const ruled = library.knowledge.words.signals.find(
    ({ id, article, means }) => article && (means.policy ?? 0) > (means.check ?? 0) && reading?.signals.has(id),
  )?.article;
  const amount = !reading || (named && reading.withoutCosts === undefined) ? undefined : wholeOf(reading);
  const line = amount === undefined ? undefined : articleOfAmount(amount, context);
  const article =
    library.knowledge.articles.get(ruled ?? hiringOf(context) ?? forOfficial(context) ?? '') ??
    line ??
    (best && (named || best.coverage >= LEAST_COVERAGE) ? best.article : undefined);
  return article ? withWholeTold(tellArticle(article, found, context), context) : unknownSubject(context);
}

/** Who wants to hire somebody hears how that goes, whatever else they say of that person; who asks what a word means does not. */
function hiringOf({ reading, library }: Context): string | undefined {
  const asks = ['definition', 'how-works', 'rule-words', 'why'].some((id) => reading?.signals.has(id));
  if (asks || !reading?.signals.has('hire')) return undefined;
  return library.knowledge.words.signals.find(({ id }) => id === 'hire')?.article;
}

/** Who asks about a gift for somebody who governs is told of that, and not of who governs. */
function forOfficial({ reading, library }: Context): string | undefined {
  const id = 'for-official';
  return reading?.signals.has(id) ? library.knowledge.words.signals.find((one) => one.id === id)?.article : undefined;
}

/** What the rules say where somebody asks whether a purchase may be done: first what stops it, then the amount, then the words. */
export function explainPurchase(context: Context): Said {
  const { library, reading, texts, language } = context;
  const { articles, words, suppliers } = library.knowledge;
  const stop = words.signals.find(({ id, article }) => article && reading?.signals.has(id))?.article;
  const own = words.categories.find(({ id }) => id === reading?.slots.category)?.article;
  const amount = reading && wholeOf(reading);
  const first =
    articles.get(stop ?? own ?? '') ?? (amount === undefined ? undefined : articleOfAmount(amount, context));
  const said = first
    ? withWholeTold(tellArticle(first, [], context), context)
    : orElse(explain(context), words.fallbacks.check, context);
  const supplier = suppliers.get(reading?.slots.supplier ?? '');
  const about =
    supplier &&
    [`**${supplier.name}**: ${proofOf(supplier, context)}.`, supplier.note?.[language]].filter(Boolean).join(' ');
  return {
    ...said,
    parts: [
      ...said.parts,
      ...(about ? [{ kind: 'text' as const, text: about }] : []),
      { kind: 'text', text: texts.checkHere },
    ],
    next: [startCheck(context), ...said.next.filter(({ action }) => action.do !== 'start')].slice(0, MOST_STEPS),
    sources: [...said.sources, ...(supplier ? supplierSources(supplier, context) : [])],
  };
}

/** Ways to make impact in a larger project, when no article fits better. */
export function explainProject(context: Context): Said {
  return orElse(explain(context), context.library.knowledge.words.fallbacks.commission, context);
}

function orElse(said: Said, id: string, context: Context): Said {
  const article = context.library.knowledge.articles.get(id);
  return said.status === 'answered' || !article ? said : tellArticle(article, [], context);
}

/** The article about the band in which an amount lies, by the lines that hold today. */
function articleOfAmount(amount: number, { library, today }: Context): Article | undefined {
  const { amounts, articles } = library.knowledge;
  const lines = [...amounts.values()]
    .flatMap((line) => (line.article ? [{ ...line, value: amountOn(line, today) ?? 0 }] : []))
    .toSorted((a, b) => a.value - b.value);
  const within = lines.find(({ value }) => amount <= value)?.article;
  return articles.get(within ?? lines.at(-1)?.articleAbove ?? '');
}

/** The articles that may answer a text, best first. */
export function passagesFor({ library, reading, progress }: Context): Passage[] {
  if (!reading) return [];
  const found = library.articles.search(reading.tokens, reading.language, 12);
  const near = new Set(progress.articles.flatMap((id) => [id, ...(library.knowledge.articles.get(id)?.related ?? [])]));
  const weigh = (one: Passage) => (near.has(one.article.id) ? one.score * NEAR_BEFORE : one.score);
  return near.size === 0 ? found : found.toSorted((a, b) => weigh(b) - weigh(a));
}

/** Rules of which the check is the way to use them. */
const ABOUT_BUYING: ReadonlySet<Article['topic']> = new Set(['regels', 'raming', 'contracten']);
const MOST_STEPS = 3;

/** An article in full, with its sources and what lies next to it. */
export function tellArticle(article: Article, found: readonly Passage[], context: Context): Said {
  const { language, texts, library, progress } = context;
  const near = found
    .filter((one) => one.article.id !== article.id && one.score > (found[0]?.score ?? 0) * 0.6)
    .map((one) => one.article.id);
  const related = [...new Set([...near, ...article.related])]
    .slice(0, 2)
    .flatMap((id) => library.knowledge.articles.get(id) ?? []);
  const ofRequests = library.knowledge.words.signals.find(({ id }) => id === 'what-is-request');
  return {
    parts: [{ kind: 'text', text: bodyOf(article, context) }],
    sources: citedSources(article.sources, article, context),
    next: [
      ...(article.topic === 'ambitie' || article.id === library.knowledge.words.fallbacks.commission
        ? [startProject(context)]
        : []),
      ...(article.id === ofRequests?.article ? [startRequest(context)] : []),
      ...(ABOUT_BUYING.has(article.topic) ? [startCheck(context)] : []),
      ...related.map(({ question }) => ({
        label: question[language],
        action: { do: 'ask' as const, text: question[language] },
      })),
      { label: texts.buttons.person, action: { do: 'ask-person' as const, about: article.contact } },
    ].slice(0, MOST_STEPS),
    suppliers: [],
    status: 'answered',
    told: [article, ...related].map(({ id }) => id),
    progress: Progress.parse({
      language: progress.language,
      subject: 'article',
      articles: [article.id],
      slots: slotsOf(context),
    }),
  };
}

/** The first paragraph of an article: enough beside a list of suppliers. */
export function shortArticle(article: Article, context: Context): { parts: Part[]; sources: Said['sources'] } {
  const [first = '', list = ''] = bodyOf(article, context).split(/\n\s*\n/);
  const said = first.trimEnd().endsWith(':') ? `${first}\n\n${list}` : first;
  return {
    parts: [{ kind: 'text', text: `${context.texts.rulesToo}\n${said}` }],
    sources: citedSources(article.sources, article, context),
  };
}

/** Whom to ask about a subject, with how to reach them where that is filled in. */
export function whoToAsk(id: string, context: Context): Said {
  const { library, language, texts, progress } = context;
  const contact = library.knowledge.contacts.get(id) ?? library.knowledge.contacts.get('inkoop');
  if (!contact) return unknownSubject(context);
  const ways = [contact.channel, contact.email, contact.phone, contact.address].filter(
    (way): way is string => way !== null,
  );
  const direct = [contact.channel, contact.email, contact.phone].some((way) => way !== null);
  const lines = [
    texts.whoKnows(contact.name[language], contact.about[language]),
    ways.length > 0 ? texts.reach(ways.join(', ')) : '',
    direct ? '' : texts.reachUnknown,
  ];
  return {
    parts: [{ kind: 'text', text: lines.filter(Boolean).join('\n') }],
    sources: citedSources(
      contact.sources,
      { recordedOn: recordedOf(contact.sources[0]?.source, context), checkedOn: null, reviewBy: '9999-12-31' },
      context,
    ),
    next: [startHandOver(context)],
    suppliers: [],
    status: 'answered',
    progress,
  };
}

/** In our field, but no article has it: said so, with who does know, and noted for the editors. */
export function unknownSubject(context: Context): Said {
  const { texts, library, language, progress } = context;
  const contact = library.knowledge.contacts.get('inkoop');
  const lines = [
    texts.unknownSubject,
    contact ? texts.whoKnows(contact.name[language], contact.about[language]) : '',
    texts.unknownNext,
  ];
  return {
    parts: [{ kind: 'text', text: lines.filter(Boolean).join('\n') }],
    sources: [],
    next: [{ label: texts.buttons.person, action: { do: 'ask-person', about: 'inkoop' } }, startHandOver(context)],
    suppliers: [],
    status: 'unanswered',
    progress: { ...progress, subject: 'none' },
    unanswered: true,
  };
}

/** The text of an article, with the amounts of today. */
export function bodyOf(article: Article, { language, library, today }: Context): string {
  return withAmounts(article.body[language], library.knowledge.amounts, today, language);
}

function slotsOf({ reading }: Context) {
  return reading?.slots ?? {};
}

function recordedOf(source: string | undefined, { library, today }: Context): string {
  return library.knowledge.sources.get(source ?? '')?.recordedOn ?? today;
}
