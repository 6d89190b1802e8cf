import type { Decision } from '../rules/decide.ts';
import type { Facts } from '../rules/facts.ts';
import type { SupplierIndex } from '../suppliers/index-suppliers.ts';
import { type Match, match } from '../suppliers/match.ts';
import type { About } from './about.ts';
import type { Approach, Subject, SubjectPart } from './subject.ts';

/** What is known of a purchase beside what it is about. Euros; `start`: the first day of it. */
export type Project = {
  amount?: number | undefined;
  vat?: 'included' | 'excluded' | undefined;
  start?: string | undefined;
  area?: string | undefined;
};

export type Chance = 'high' | 'some' | 'none' | 'unclear';

/** What a commissioner can do with a purchase. The same purchase on the same day always gives the same. */
export type Advice = {
  about: About;
  themes: readonly string[];
  level: 1 | 2 | 3 | null;
  chance: Chance;
  /** What the rules make of kind and value; absent where there is nothing to buy or nobody knows what. */
  decision?: Decision;
  ways: readonly Approach['ways'][number][];
  parts: readonly { part: SubjectPart; suppliers: readonly Match[] }[];
  /** Ids of the candidates, those for the thing itself first. */
  suppliers: readonly string[];
  questions: Subject['questions'];
};

type Setting = {
  approach: Approach;
  suppliers: SupplierIndex;
  today: string;
  decide: (facts: Facts) => Decision;
};

const MOST_PER_PART = 2;
const MOST_SUPPLIERS = 6;
/** Beyond it the rules do not count. */
const MOST_EUROS = 1e12;

/** Makes advice; who offers what is looked up once for each part and area. */
export function createAdviser(setting: Setting): (about: About, project: Project) => Advice {
  const found = new Map<string, readonly Match[]>();

  function whoOffers(things: readonly string[], area: string | undefined): readonly Match[] {
    const key = `${things.join(' ')} | ${area ?? ''}`;
    const kept = found.get(key);
    if (kept) return kept;
    const need = {
      things: things.map((id) => ({ id, weight: 1 })),
      words: [],
      day: setting.today,
      ...(area ? { area } : {}),
    };
    const all = match(need, setting.suppliers).best.filter(({ reasons }) => reasons.includes('offers-this'));
    found.set(key, all);
    return all;
  }

  return (about, project) => {
    if (about.kind !== 'subject')
      return {
        about,
        themes: [],
        level: null,
        chance: about.kind === 'without' ? 'none' : 'unclear',
        ...(about.kind === 'without' && about.without.kind
          ? { decision: setting.decide({ kind: about.without.kind }) }
          : {}),
        ways: [],
        parts: [],
        suppliers: [],
        questions: [],
      };
    const { subject, piece, things } = about;
    const chance = piece?.chance ?? subject.chance.value;
    const decision = setting.decide(factsOf(about.purchase, project, setting.today));
    if (chance === 'none')
      return {
        about,
        themes: subject.themes,
        level: null,
        chance,
        decision,
        ways: [],
        parts: [],
        suppliers: [],
        questions: [],
      };
    const parts = subject.parts.map((part) => ({
      part,
      suppliers: whoOffers(part.things, project.area).slice(0, MOST_PER_PART),
    }));
    const belongs = new Set([...subject.covers, ...subject.parts.flatMap((part) => part.things)]);
    const itself = things.filter(({ id }) => belongs.has(id)).flatMap(({ id }) => whoOffers([id], project.area));
    const ids = [...itself, ...parts.flatMap(({ suppliers }) => suppliers)].map(({ supplier }) => supplier.id);
    return {
      about,
      themes: subject.themes,
      level: piece ? piece.level : subject.level.value,
      chance,
      decision,
      ways: waysOf(subject, decision, setting.approach),
      parts,
      suppliers: [...new Set(ids)].slice(0, MOST_SUPPLIERS),
      questions: subject.questions,
    };
  };
}

/** As the check counts: one purchase without a running contract, a personal tie or anything sensitive. A day that is past has amounts of its own, and tells nothing of now. */
function factsOf(kind: string, { amount, vat, start }: Project, today: string): Facts {
  const counts = amount !== undefined && amount > 0 && amount < MOST_EUROS;
  return {
    kind,
    contract: 'no',
    ...(counts ? { amount: Math.round(amount * 100) / 100 } : {}),
    ...(vat ? { vat } : {}),
    sensitive: [],
    conflictOfInterest: 'no',
    ...(start && start >= today ? { date: start } : {}),
  };
}

/** The ways of a subject that its outcome leaves open; as long as the value is not known, all but buying directly. */
function waysOf(subject: Subject, { outcome }: Decision, { ways }: Approach): Approach['ways'][number][] {
  return subject.ways.flatMap((id) =>
    ways.filter(
      (way) => way.id === id && (outcome === 'incomplete' ? id !== 'direct' : way.outcomes.includes(outcome)),
    ),
  );
}
