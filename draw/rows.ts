import { amountsIn } from '../src/knowledge/amounts.ts';
import { linesIn, type Rule } from '../src/rules/check.ts';
import { nl } from '../src/texts/nl.ts';
import type { Column, Row } from './label.ts';
import {
  type Drawn,
  inSentence,
  questionName,
  sayAmount,
  sayAmountFully,
  sayCondition,
  saySource,
  waitsFor,
} from './words.ts';

const LEFT = 66;
const RIGHT = 103;
const OUTCOME = 29;

/** How to read the picture. */
export function introduction(drawn: Drawn): Column[] {
  const { id, version, title, total } = drawn.check;
  const rows = [
    { text: `${title.nl} (${id}, versie ${version})`, bold: true },
    ...guide(drawn).map((text) => ({ text })),
    ...total.rates.map((rate) => ({ head: 'Btw-tarief', text: sayAmountFully(rate, drawn) })),
  ];
  return [{ characters: LEFT + RIGHT, rows }];
}

/** The sentences above the rules. */
export function guide(drawn: Drawn): string[] {
  const { checkedOn, repeat } = drawn.check;
  const part = (id: 'amount' | 'occurrences' | 'related') => inSentence(questionName(id, drawn));
  const checked = checkedOn
    ? `Inkoop keek deze check na op ${nl.sayDate(checkedOn)}.`
    : 'Inkoop heeft deze check nog niet nagekeken.';
  return [
    `Met de bedragen van ${nl.sayDate(drawn.day)}. ${checked}`,
    'Lees van boven naar beneden: de eerste regel die geldt, beslist. Een regel die op een antwoord wacht, houdt de regels eronder tegen.',
    `Totaal, zonder btw: ${part('amount')} × ${part('occurrences')} + ${part('related')}. Op de vragen over btw wacht een regel alleen als ze verschil maken.`,
    `Naar herhaling vraagt de bot pas als ${repeat.times} keer het bedrag boven ${sayAmount(repeat.passes, drawn)} komt.`,
    'Een regel met een streepjesrand berust ook op een aanname, die de gemeente nog moet bevestigen.',
  ];
}

export function ruleColumns(rule: Rule, number: number, drawn: Drawn): Column[] {
  const waits = waitsFor(rule.when, drawn).map((id) => questionName(id, drawn));
  const lines = linesIn(rule.when);
  const named = amountsIn(rule.because.nl).filter((id) => !lines.includes(id));
  const alone = { head: 'Let op', text: 'Geldt deze regel, dan noemt de bot geen andere regels.' };
  return [
    {
      characters: LEFT,
      rows: [
        { text: `${number}. ${rule.id ?? rule.outcome}` },
        ...sayCondition(rule.when, drawn).map((text) => ({ text, bold: true })),
        { head: 'Wacht op', text: waits.join('; ') },
      ],
    },
    {
      characters: RIGHT,
      rows: [
        ...amountRows('Bedrag', lines, drawn),
        ...amountRows('In de uitleg', named, drawn),
        ...sourceRows(rule),
        ...(rule.alone ? [alone] : []),
      ],
    },
  ];
}

export function outcomeColumns(id: string, { check }: Drawn): Column[] {
  return [{ characters: OUTCOME, rows: [{ text: check.outcomes[id]?.name.nl ?? id, bold: true }, { text: id }] }];
}

/** What holds when no rule does. */
export function otherwiseColumns(drawn: Drawn): Column[] {
  const { outcome, because, sources, conditions } = drawn.check.otherwise;
  const rows = conditions.map(({ when, text }) => ({
    head: `Als ${sayCondition(when, drawn).join(' ')}:`,
    text: text.nl.replaceAll('{leverancier}', nl.check.thisSupplier),
  }));
  return [
    { characters: LEFT, rows: [...outcomeColumns(outcome, drawn).flatMap((column) => column.rows), ...rows] },
    {
      characters: RIGHT,
      rows: [...amountRows('In de uitleg', amountsIn(because.nl), drawn), ...sourceRows({ sources })],
    },
  ];
}

/** The questions by the names that the rules use. */
export function questionColumns({ check }: Drawn): Column[] {
  const rows = check.questions.map(({ label, ask, assumed }) => ({
    head: `${label.nl}:`,
    text: assumed ? `${ask.nl} (niet gezegd: ${assumed.nl})` : ask.nl,
  }));
  const half = Math.floor(rows.length / 2);
  const heading = { text: 'De vragen, met de namen die de regels gebruiken', bold: true };
  return [
    { characters: (LEFT + RIGHT) / 2, rows: [heading, ...rows.slice(0, half)] },
    { characters: (LEFT + RIGHT) / 2, rows: rows.slice(half) },
  ];
}

function amountRows(head: string, ids: readonly string[], drawn: Drawn): Row[] {
  return [...new Set(ids)].map((id) => ({ head, text: sayAmountFully(id, drawn) }));
}

function sourceRows({ sources }: Pick<Rule, 'sources'>): Row[] {
  return sources.map((source) => ({ head: 'Bron', text: saySource(source) }));
}
