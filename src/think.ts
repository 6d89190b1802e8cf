import type { Guarded } from './assistant/guard.ts';
import { suppliersOf } from './basis.ts';
import type { About } from './commission/about.ts';
import type { Confirmation } from './confirmation.ts';
import { asAsked } from './handed.ts';
import { heldQuestion } from './held-question.ts';
import type { Context } from './journeys/journey.ts';
import { amountOn } from './knowledge/amounts.ts';
import type { Library } from './knowledge/compile.ts';
import { withConfirmed } from './knowledge/confirmed.ts';
import type { People } from './people.ts';
import type { Documents, Store } from './ports.ts';
import { Progress } from './progress.ts';
import type { Decision, NoRules } from './rules/decide.ts';
import type { Facts } from './rules/facts.ts';
import { mentioned } from './suppliers/match.ts';
import { texts } from './texts/texts.ts';
import { placeOf, type Turn } from './turn.ts';
import { typedButton } from './typed-button.ts';
import { typedYes } from './typed-yes.ts';
import { judge } from './understand/intent.ts';
import { languageAsked } from './understand/language-asked.ts';
import { read } from './understand/read.ts';

/** A turn as it was meant, and all that a journey may look at. `known`: something was kept of this person in this place. */
export type Thought = { meant: Turn; context: Context; known: boolean };

type Parts = {
  store: Pick<Store, 'read'>;
  library: () => Library;
  documents: Documents;
  people: People;
  receiptKey: string | undefined;
  fetchFile: Context['fetchFile'];
  /** A language model for this turn, where there is one. */
  guard: ((turn: Turn, library: Library) => Guarded) | undefined;
  now: () => Date;
  today: () => string;
};

/** Reads what a turn says, with what was said before. It changes nothing. */
export function createThink({
  store,
  library,
  documents,
  people,
  receiptKey,
  fetchFile,
  guard,
  now,
  today,
}: Parts): (turn: Turn) => Promise<Thought> {
  const contentWith = createContent(library);

  return async (turn) => {
    const { kept, confirmed } = await store.read(async (records) => ({
      kept: await records.progress.get(placeOf(turn)),
      confirmed: await records.confirmations.list({ status: 'answered' }),
    }));
    const known = kept !== undefined;
    const content = contentWith(confirmed);
    const before = kept ?? Progress.parse({ language: turn.locale ?? 'nl' });
    const typed = heldQuestion(typedYes(typedButton(asAsked(turn), before), before, content.lexicon), before);
    const wanted = typed.input.kind === 'text' ? languageAsked(typed.input.text) : undefined;
    const toBot =
      typed.input.kind === 'action' && typed.input.action.do === 'ask' ? typed.input.action.besides : undefined;
    const progress = { ...before, ...(wanted ? { speaks: wanted } : {}), ...(toBot ? { toBot } : {}) };
    const meant = wanted ? asAskedBefore(typed, before) : typed;
    const text = textOf(meant);
    const day = today();
    const base = {
      library: content,
      today: day,
      progress,
      place: placeOf(turn),
      documents,
      read: store.read,
      roles: people.find(turn.from)?.roles ?? [],
      people,
      now: now().toISOString(),
      receiptKey,
      fetchFile,
      ...(guard ? { assistant: guard(turn, content) } : {}),
      decide: (facts: Facts) => decided(content.decide(facts, day, suppliersOf(content.knowledge)), day),
    };
    const spoken = progress.speaks ?? (progress.asked === '' ? undefined : progress.language);
    const usual = spoken ?? turn.locale ?? progress.language;
    if (text === undefined) return { meant, known, context: { ...base, texts: texts[usual], language: usual } };
    const chosen = spoken ?? turn.locale;
    const reading = read(text, content.lexicon, { today: base.today, ...(chosen ? { language: chosen } : {}) });
    const [best] = content.articles.search(reading.tokens, reading.language);
    const judged = judge(reading, content.lexicon.means, {
      articleNamed: best?.named ?? 0,
      articleCoverage: best?.coverage ?? 0,
      suppliersMention: mentioned(reading.stems, content.suppliers),
      before: progress.subject,
      open: progress.open !== undefined,
      spokenOf: progress.things.length > 0,
      large: isLarge(reading.slots.amount, content, base.today),
      subject: () => subjectOf(content.tellSubject(text)),
    });
    const language = progress.speaks ?? reading.language;
    return {
      meant,
      known,
      context: {
        ...base,
        reading,
        intent: reading.tokens.length === 0 ? 'help' : judged.intent,
        followUp: judged.followUp,
        texts: texts[language],
        language,
      },
    };
  };
}

/** Who asks for another language below an answer wants that answer in it. */
function asAskedBefore(turn: Turn, { asked, subject, check, request, commission }: Progress): Turn {
  const inAnother = check?.at === 'question' || check?.at === 'outcome' || (request?.at === 'open' && !request.posted);
  if (asked === '' || subject === 'none' || inAnother || (commission && commission.at !== 'aside')) return turn;
  return { ...turn, input: { kind: 'action', action: { do: 'ask', text: asked }, values: {} } };
}

/** The content with what the editors confirmed; made anew only when either has changed. */
function createContent(library: () => Library): (confirmed: readonly Confirmation[]) => Library {
  let made: { from: Library; key: string; content: Library } | undefined;
  return (confirmed) => {
    const from = library();
    const key = confirmed.map(({ id, found }) => `${id} ${found?.evidence} ${found?.on} ${found?.source}`).join('\n');
    if (made?.from !== from || made.key !== key) made = { from, key, content: withConfirmed(from, confirmed) };
    return made.content;
  };
}

function decided(decision: Decision | NoRules, day: string): Decision {
  if ('kind' in decision) throw new Error(`the check has no amounts for ${day}`);
  return decision;
}

function textOf({ input }: Turn): string | undefined {
  if (input.kind === 'text' || input.kind === 'handed-on') return input.text;
  if (input.kind === 'file') return input.text;
  return input.kind === 'action' && input.action.do === 'ask' ? input.action.text : undefined;
}

function subjectOf(about: About): 'listed' | 'category' | 'none' {
  if (about.kind !== 'subject') return 'none';
  return about.subject.listed ? 'listed' : 'category';
}

function isLarge(amount: number | undefined, { knowledge }: Library, today: string): boolean {
  const line = knowledge.amounts.get('europees-leveringen-diensten');
  const value = line && amountOn(line, today);
  return amount !== undefined && value !== undefined && amount >= value;
}
