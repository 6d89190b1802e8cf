import { parseArgs } from 'node:util';
import { type Basis, basisOf, citationsOf, suppliersOf } from '../../src/basis.ts';
import { todayInAmsterdam } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openKnowledge } from '../../src/open.ts';
import { createDecide, type Decision } from '../../src/rules/decide.ts';
import { type Facts, factsSchema } from '../../src/rules/facts.ts';
import { by, linesOf, readLine } from './lines.ts';
import { complain, print, printAll } from './output.ts';

const USAGE = `impact check [--json] '{"kind":"goods","contract":"no","amount":950}'
impact check --batch FILE`;

/** What one case comes to, as the machine interface promises it, or the field that could not be used. */
type Decided = { ok: true; decision: Decision; day: string } | { ok: false; field: string; message: string };

/** Decides one case, or a file of them. Remembers nothing. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, batch: { type: 'string' } },
  });
  const basis = basisOf(await openKnowledge(readConfig()));
  const decide = createDecider(basis);
  const promised = createPromised(basis);
  if (values.batch !== undefined) return batch(values.batch, decide, promised);
  const [typed] = positionals;
  if (typed === undefined) {
    complain(USAGE);
    return 2;
  }
  return one(typed, decide, promised);
}

function createDecider(basis: Basis): (facts: unknown) => Decided {
  const decide = createDecide(basis.check, basis.amounts);
  const read = by(factsSchema(basis.check, basis.amounts));
  const suppliers = suppliersOf(basis);
  const today = todayInAmsterdam();
  return (made) => {
    const facts = read(withoutId(made));
    if (!('value' in facts)) return { ok: false, ...facts };
    const decision = decide(facts.value, today, suppliers);
    if ('kind' in decision) return { ok: false, field: decision.field, message: 'is before the first amounts' };
    return { ok: true, decision, day: dayOf(facts.value, today) };
  };
}

const dayOf = ({ date }: Facts, today: string) => date ?? today;

function withoutId(made: unknown): unknown {
  if (typeof made !== 'object' || made === null || Array.isArray(made)) return made;
  const { id: _id, ...facts } = made as Record<string, unknown>;
  return facts;
}

function batch(file: string, decide: (facts: unknown) => Decided, promised: Promised): number {
  let unusable = 0;
  const said = linesOf(file, (made) => {
    const decided = decide(made);
    return decided.ok ? { value: decided } : decided;
  });
  const out = said.map((line, at) => {
    if (line.ok) return JSON.stringify({ id: line.id ?? `c${at + 1}`, ...promised(line.value) });
    unusable += 1;
    return JSON.stringify({ id: line.id, error: line.error });
  });
  printAll(out);
  return unusable > 0 ? 2 : 0;
}

function one(typed: string, decide: (facts: unknown) => Decided, promised: Promised): number {
  const line = readLine(typed, 1, (made) => {
    const decided = decide(made);
    return decided.ok ? { value: decided } : decided;
  });
  if (!line.ok) {
    print(JSON.stringify({ id: line.id, error: line.error }));
    return 2;
  }
  print(JSON.stringify({ id: line.id ?? 'c1', ...promised(line.value) }));
  return 0;
}

/** The decision with the sources of each rule that counted. */
type Promised = (decided: { decision: Decision; day: string }) => Record<string, unknown>;

/** What a rule cites is the same for all cases of one day. */
function createPromised(basis: Basis): Promised {
  const cited = new Map<string, { id: string; mark: string; source: string | null }[]>();
  function sourcesOf(rule: Decision['rules'][number], day: string) {
    const key = `${rule.id} ${rule.line} ${day}`;
    const kept = cited.get(key);
    if (kept) return kept;
    const made = citationsOf(rule, day, basis).map(({ source, mark }) => ({
      id: rule.id,
      mark,
      source: basis.sources.get(source)?.url ?? null,
    }));
    cited.set(key, made);
    return made;
  }
  return ({ decision, day }) => ({
    ...decision,
    rules: decision.rules.flatMap((rule) => sourcesOf(rule, day)),
  });
}
