import type { HTMLString, Node } from '@viz-js/viz';
import { describe, expect, it } from 'vitest';
import { graphOf, outcomeName, ruleName } from '../draw/graph.ts';
import { inSentences } from '../draw/sentences.ts';
import { svgOf } from '../draw/svg.ts';
import { type Drawn, sayCondition, waitsFor } from '../draw/words.ts';
import { linesIn, type Rule } from '../src/rules/check.ts';
import { createDecide } from '../src/rules/decide.ts';
import type { Facts } from '../src/rules/facts.ts';
import { TODAY } from './support/day.ts';
import { knowledge } from './support/library.ts';

const { check, amounts } = knowledge;
const drawn: Drawn = { check, amounts, day: TODAY };
const graph = graphOf(drawn);
const { nodes = [], edges = [] } = graph;
const arrows = (tail: string, word: string) => edges.filter((edge) => edge.tail === tail && wordOf(edge) === word);

describe('the check as a picture', () => {
  it('has every rule and every outcome, each once', () => {
    const wanted = [...check.rules.map(ruleName), ...Object.keys(check.outcomes).map(outcomeName)];
    expect(nodes.map(({ name }) => name).sort()).toEqual(['begin', 'vragen', ...wanted].sort());
    for (const [id, { name }] of Object.entries(check.outcomes)) {
      expect(textOf(nodeOf(outcomeName(id)))).toContain(name.nl);
      expect(textOf(nodeOf(outcomeName(id)))).toContain(id);
    }
  });

  it('goes from each rule to its outcome with one ja, and to the next with one nee', () => {
    const onward = [...check.rules.slice(1).map(ruleName), outcomeName(check.otherwise.outcome)];
    for (const [at, rule] of check.rules.entries()) {
      expect(arrows(ruleName(rule), 'ja').map(({ head }) => head)).toEqual([outcomeName(rule.outcome)]);
      expect(arrows(ruleName(rule), 'nee').map(({ head }) => head)).toEqual([onward[at]]);
    }
  });

  it('shows under which conditions the last outcome holds', () => {
    const text = textOf(nodeOf(outcomeName(check.otherwise.outcome)));
    for (const { when } of check.otherwise.conditions) expect(text).toContain(sayCondition(when, drawn).join(' '));
    expect(text).not.toContain('{');
  });

  it('names the marks of each rule in words', () => {
    const words = { SEED: 'bron van de gemeente of partner', PUBLIC: 'openbare pagina', ASSUMPTION: 'aanname' };
    for (const rule of check.rules)
      for (const { mark, source } of rule.sources)
        expect(textOf(nodeOf(ruleName(rule)))).toContain(`${words[mark]} (${mark}): ${source}`);
  });

  it('tells a rule in plain Dutch', () => {
    const said = (name: string) => {
      const rule = check.rules.find((one) => ruleName(one) === `regel ${name}`) as Rule;
      return sayCondition(rule.when, drawn);
    };
    expect(said('multiple-quotes')).toEqual([
      'totaal boven € 150.000, en bouw of aanleg',
      'of: totaal boven € 70.000, en spullen of een dienst',
    ]);
    expect(said('contract-first')).toEqual(['lopend contract: ja, er is een contract']);
    expect(said('supplier-unavailable')).toEqual(['de leverancier is gestopt']);
  });

  it('has the amounts of the day that was asked', () => {
    const european = (day: string) => textOf(nodeOf('regel european-tender', { ...drawn, day }));
    expect(european('2025-12-31')).toContain('€ 221.000');
    expect(european('2026-01-01')).toContain('€ 216.000');
    expect(european('2026-01-01')).not.toContain('€ 221.000');
    expect(european('2026-01-01')).not.toContain('VERLOPEN');
    expect(european('2028-01-01')).toContain('VERLOPEN');
    expect(european('2023-12-31')).toContain('op deze dag onbekend');
  });

  it('says that a rule waits for what the check asks when that rule stands alone', () => {
    for (const rule of check.rules) expect(waitsFor(rule.when, drawn), ruleName(rule)).toEqual(askedFor(rule));
  });

  it('becomes a file that says what it is, with words that stay words', async () => {
    const svg = await svgOf(graph, 'Mag dit?', inSentences(drawn));
    expect(svg).toMatch(
      /<svg[^>]*>\s*<title id="title">Mag dit\?<\/title>\s*<desc id="description">Met de bedragen van/,
    );
    for (const rule of check.rules) expect(svg).toContain(`>${check.outcomes[rule.outcome]?.name.nl.split(' ')[0]}`);
    expect(svg).toContain('>nee</text>');
    expect(svg).not.toContain('{');
  });

  it('draws any text as it stands', async () => {
    const odd = '& <b> "\\N" {x} ]]>';
    const questions = check.questions.map((question) => ({ ...question, label: both(odd) }));
    const outcomes = Object.entries(check.outcomes).map(([id, outcome]) => [id, { ...outcome, name: both(odd) }]);
    const oddly = { ...drawn, check: { ...check, questions, outcomes: Object.fromEntries(outcomes) } };
    const svg = await svgOf(graphOf(oddly), odd, odd);
    const lines = plain(svg)
      .split('\n')
      .filter((line) => line.includes(odd));
    expect(lines.length).toBeGreaterThan(questions.length + outcomes.length);
    expect(svg).not.toContain('<b>');
  });
});

const MEANT: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#45': '-', '#160': ' ' };

function both(text: string) {
  return { nl: text, en: text };
}

function nodeOf(name: string, of = drawn): Node {
  const found = graphOf(of).nodes?.find((node) => node.name === name);
  if (!found) throw new Error(`not in the picture: ${name}`);
  return found;
}

/** What a node says, its lines joined as they were before they were cut. */
function textOf({ attributes = {} }: Node): string {
  return plain((attributes.label as HTMLString).html.replaceAll(/<BR[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');
}

function plain(markup: string): string {
  return markup.replaceAll(/<[^>]+>/g, '').replaceAll(/&(amp|lt|gt|quot|#45|#160);/g, (_, name) => MEANT[name] ?? '');
}

function wordOf({ attributes }: (typeof edges)[number]): unknown {
  return attributes?.taillabel ?? attributes?.label;
}

/** All that the check asks when there is only this rule: with nothing known, and with amounts for which the btw matters. */
function askedFor(rule: Rule): string[] {
  const decide = createDecide({ ...check, rules: [rule] }, amounts);
  const none: Facts = Object.fromEntries(check.questions.map(({ id }) => [id, null]));
  const lines = linesIn(rule.when).map((id) => amounts.get(id)?.periods.at(-1)?.value ?? 0);
  const priced = lines.map((line): Facts => ({ ...none, amount: Math.round(line * 1.1), occurrences: 1, related: 0 }));
  const cases = [none, ...priced, ...priced.map((facts) => ({ ...facts, vat: 'included' }))];
  const missing = new Set(
    cases.flatMap((facts) => {
      const decision = decide(facts, TODAY, () => undefined);
      return 'missing' in decision ? decision.missing : [];
    }),
  );
  return check.questions.map(({ id }) => id).filter((id) => missing.has(id));
}
