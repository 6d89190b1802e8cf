import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Basis, basisOf, citationsOf, suppliersOf } from '../../src/basis.ts';
import { todayInAmsterdam } from '../../src/clock.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Case, explainCase } from '../../src/journeys/case.ts';
import { openDocuments, openKnowledge, openLibrary } from '../../src/open.ts';
import { canonical, type Verified } from '../../src/receipt.ts';
import { receiptText, verifyCard } from '../../src/receipt-text.ts';
import { plainText, unreachable } from '../../src/reply.ts';
import { createDecide, type Decision } from '../../src/rules/decide.ts';
import { type Facts, factsSchema } from '../../src/rules/facts.ts';
import { texts } from '../../src/texts/texts.ts';
import { by, type Line, linesOf, readLine } from './lines.ts';
import { complain, print, printAll } from './output.ts';

const USAGE = `impact check [--json] [--dossier [--html]] [--locale en] '{"kind":"goods","contract":"no","amount":950}'
impact check --batch FILE
impact check --verify FILE`;

/** What one case comes to, or the field that could not be used. */
type Decided = { kind: 'decided'; facts: Facts; decision: Decision; day: string };
type Decider = (made: unknown) => { value: Decided } | { field: string; message: string };

/** Decides one case, or a file of them, or verifies a card. Remembers nothing. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      batch: { type: 'string' },
      dossier: { type: 'boolean' },
      html: { type: 'boolean' },
      verify: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const config = readConfig();
  if (values.verify !== undefined) return verifyFile(values.verify, config, values.json === true);
  const [typed] = positionals;
  if ((values.batch === undefined) === (typed === undefined)) {
    complain(USAGE);
    return 2;
  }
  const basis = basisOf(await openKnowledge(config));
  const decide = createDecider(basis);
  const { dossier = false, html = false, json = false } = values;
  const told = (value: Decided) => toldWith(config, value, values.locale === 'en' ? 'en' : 'nl');
  if (values.batch !== undefined && !dossier) return batch(linesOf(values.batch, decide), createPromised(basis));
  if (values.batch !== undefined) return cards(linesOf(values.batch, decide), told);
  const line = readLine(typed ?? '', 1, decide);
  if (!line.ok) {
    print(JSON.stringify({ id: line.id, error: line.error }));
    return 2;
  }
  if (!dossier && json) print(JSON.stringify({ id: line.id ?? 'c1', ...createPromised(basis)(line.value) }));
  else {
    const { said, receipt } = await told(line.value);
    if (!dossier) print(plainText(said, texts[said.language]));
    else if (json) print(canonical(receipt));
    else if (html) process.stdout.write(openDocuments().receipt(receipt).content);
    else print(receiptText(receipt));
  }
  return 0;
}

/** The same case as a person reads it, and as a card. */
async function toldWith(config: Config, { facts, decision }: Decided, language: 'nl' | 'en'): Promise<Case> {
  const library = await openLibrary(config);
  const setting = { library, today: todayInAmsterdam(), documents: openDocuments(), receiptKey: config.receiptKey };
  return explainCase(facts, decision, language, setting);
}

function createDecider(basis: Basis): Decider {
  const decide = createDecide(basis.check, basis.amounts);
  const read = by(factsSchema(basis.check, basis.amounts));
  const suppliers = suppliersOf(basis);
  const today = todayInAmsterdam();
  return (made) => {
    if (hasOddId(made)) return { field: 'id', message: 'must be a text' };
    const facts = read(withoutId(made));
    if (!('value' in facts)) return { field: facts.field.split('.')[0] ?? '', message: facts.message };
    const decision = decide(facts.value, today, suppliers);
    if ('kind' in decision) return { field: decision.field, message: 'is before the first amounts' };
    return { value: { kind: 'decided', facts: facts.value, decision, day: facts.value.date ?? today } };
  };
}

/** An id that is no text could not be given back as it was. */
function hasOddId(made: unknown): boolean {
  return typeof made === 'object' && made !== null && 'id' in made && typeof made.id !== 'string';
}

function withoutId(made: unknown): unknown {
  if (typeof made !== 'object' || made === null || Array.isArray(made)) return made;
  const { id: _id, ...facts } = made as Record<string, unknown>;
  return facts;
}

function batch(lines: readonly Line<Decided>[], promised: Promised): number {
  printAll(
    lines.map((line, at) =>
      JSON.stringify(
        line.ok ? { id: line.id ?? `c${at + 1}`, ...promised(line.value) } : { id: line.id, error: line.error },
      ),
    ),
  );
  return lines.every(({ ok }) => ok) ? 0 : 2;
}

/** A card for each line, as data. */
async function cards(lines: readonly Line<Decided>[], told: (value: Decided) => Promise<Case>): Promise<number> {
  for (const line of lines)
    print(line.ok ? canonical((await told(line.value)).receipt) : JSON.stringify({ id: line.id, error: line.error }));
  return lines.every(({ ok }) => ok) ? 0 : 2;
}

type Promised = (decided: Decided) => Record<string, unknown>;

/** The decision as the machine interface promises it. What a rule cites is the same for all cases of one day. */
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

/** Exit status 0 only for a card that is as it was given and still leads to its own decision. */
function verifyFile(file: string, { receiptKey }: Config, json: boolean): number {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const verified = verifyCard(readUtf8(bytes), receiptKey, openDocuments());
  const receipt = 'receipt' in verified ? verified.receipt : undefined;
  const said = { verified: verified.kind === 'good', why: verified.kind, number: receipt?.number ?? null };
  const outcome = receipt?.decision.outcome ?? null;
  print(
    json ? JSON.stringify({ ...said, outcome, sealed: verified.kind === 'good' && verified.keyed }) : sayOf(verified),
  );
  return verified.kind === 'good' ? 0 : 2;
}

/** Undefined bytes are a change too. */
function readUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

function sayOf(verified: Verified): string {
  switch (verified.kind) {
    case 'not-keyed':
      return 'not sealed with the key that is set here: it may have been changed';
    case 'good':
      return [
        `good: ${verified.receipt.number ?? 'a trial'} is as it was given, and its rules lead to the same outcome`,
        `outcome: ${verified.receipt.decision.outcome}, on ${verified.receipt.day}`,
        verified.keyed ? 'sealed with the key' : 'not sealed with a key: only copying mistakes show',
      ].join('\n');
    case 'unreadable':
      return 'not a card, or damaged beyond reading';
    case 'no-key':
      return 'sealed with a key: set RECEIPT_KEY to verify it';
    case 'changed':
      return 'changed: this is not what was given, or it was sealed with another key';
    case 'decides-otherwise':
      return `the seal is good, but its rules now lead to ${verified.decision?.outcome ?? 'nothing'}`;
    default:
      return unreachable(verified);
  }
}
