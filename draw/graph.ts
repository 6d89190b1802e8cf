import type { Attributes, Edge, Graph, Node } from '@viz-js/viz';
import type { Rule } from '../src/rules/check.ts';
import { type Column, labelOf } from './label.ts';
import { introduction, otherwiseColumns, outcomeColumns, questionColumns, ruleColumns } from './rows.ts';
import type { Drawn } from './words.ts';

const START = 'begin';
const QUESTIONS = 'vragen';
/** The outcome while an answer is missing. No rule leads there. */
const LEFT_OPEN = 'incomplete';
/** In inches, less the edge that a printer leaves white. */
const A3 = '10.9,15.7';
const OUTCOME = { style: 'filled,rounded', fillcolor: '#eeeeee' };
const ASSUMED = { style: 'filled,dashed', fillcolor: '#fff8e0' };
/** At the tail: a word in the middle of an arrow would push the rules apart. */
const NO = { taillabel: 'nee', labelangle: 62, labeldistance: 1.7 };
const YES = { taillabel: 'ja', labelangle: 28, labeldistance: 1.6, tailport: 'e', headport: 'w' };
/** To below an outcome that stands higher up, beside the first rule that leads there. */
const UPWARDS = { constraint: false, headport: 's' };

/** The check as a picture: its rules below each other, and beside each what it leads to. */
export function graphOf(drawn: Drawn): Graph {
  const { rules, otherwise, outcomes } = drawn.check;
  const names = rules.map(ruleName);
  const last = outcomeName(otherwise.outcome);
  const beside = Object.keys(outcomes).filter((id) => id !== otherwise.outcome);
  const places = new Map(beside.map((id) => [id, rules.find(({ outcome }) => outcome === id)]));
  return {
    name: drawn.check.id,
    directed: true,
    graphAttributes: { nodesep: 0.5, ranksep: 0.25, size: A3, margin: 0.1 },
    nodeAttributes: { fontname: 'Helvetica', fontsize: 11, shape: 'box', margin: '0.06,0.02' },
    edgeAttributes: { fontname: 'Helvetica-Bold', fontsize: 12 },
    nodes: [
      node(START, introduction(drawn), { penwidth: 2 }),
      ...rules.map((rule, at) =>
        node(ruleName(rule), ruleColumns(rule, at + 1, drawn), isAssumed(rule) ? ASSUMED : {}),
      ),
      ...beside.map((id) => node(outcomeName(id), outcomeColumns(id, drawn), OUTCOME)),
      node(last, otherwiseColumns(drawn), { ...OUTCOME, penwidth: 2 }),
      node(QUESTIONS, questionColumns(drawn), { style: 'dotted' }),
    ],
    edges: [
      edge(START, names[0] ?? last, { weight: 100 }),
      ...names.map((name, at) => edge(name, names[at + 1] ?? last, { ...NO, weight: 100 })),
      ...rules.map((rule) =>
        edge(ruleName(rule), outcomeName(rule.outcome), {
          ...YES,
          ...(places.get(rule.outcome) === rule ? {} : UPWARDS),
        }),
      ),
      edge(START, outcomeName(LEFT_OPEN), { label: 'antwoord\nontbreekt', style: 'dashed' }),
      edge(last, QUESTIONS, { style: 'invis', weight: 100 }),
    ],
    subgraphs: [...places].map(([id, rule]) => ({
      graphAttributes: { rank: 'same' },
      nodes: [{ name: rule ? ruleName(rule) : START }, { name: outcomeName(id) }],
    })),
  };
}

export function ruleName({ id, outcome }: Pick<Rule, 'id' | 'outcome'>): string {
  return `regel ${id ?? outcome}`;
}

export function outcomeName(id: string): string {
  return `uitkomst ${id}`;
}

function isAssumed({ sources }: Rule): boolean {
  return sources.some(({ mark }) => mark === 'ASSUMPTION');
}

function node(name: string, columns: readonly Column[], attributes: Attributes): Node {
  return { name, attributes: { label: labelOf(columns), ...attributes } };
}

function edge(tail: string, head: string, attributes: Attributes): Edge {
  return { tail, head, attributes };
}
