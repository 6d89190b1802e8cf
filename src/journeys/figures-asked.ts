import type { Choice } from '../requests/chosen.ts';
import type { Period } from '../requests/report.ts';
import type { Status } from '../requests/request.ts';
import type { Turn } from '../turn.ts';
import { readPeriod } from '../understand/period.ts';
import type { Context } from './journey.ts';

/** What somebody wants with the figures of purchase requests. */
export type FiguresAsked =
  | { kind: 'report'; period: Period }
  | { kind: 'export'; choice: Choice; as: 'xlsx' | 'csv' }
  | { kind: 'monthly'; stop: boolean };

/** Pressed or typed: "rapport september", "exporteer open aanvragen van team Jeugd", "maandbericht aan". */
export function figuresAsked({ input }: Turn, context: Context): FiguresAsked | undefined {
  if (input.kind === 'action') {
    const { action } = input;
    if (action.do === 'monthly') return { kind: 'monthly', stop: action.stop === true };
    if (action.do !== 'figures') return undefined;
    const { what, from, to } = action;
    return what === 'report'
      ? { kind: 'report', period: { from, to } }
      : { kind: 'export', choice: { from, to }, as: what };
  }
  const { reading, today } = context;
  if (input.kind !== 'text' || !reading || reading.tokens.length > LONGEST) return undefined;
  return monthlyIn(context) ?? reportIn(reading.text, today) ?? exportIn(reading.text, today);
}

/** A longer text is about something else. */
const LONGEST = 16;
const LONGEST_MONTHLY = 9;

function monthlyIn({ reading }: Context): FiguresAsked | undefined {
  if (!reading || reading.weighty > LONGEST_MONTHLY || reading.slots.amount !== undefined) return undefined;
  if (reading.signals.has('monthly-off')) return { kind: 'monthly', stop: true };
  return reading.signals.has('monthly-on') ? { kind: 'monthly', stop: false } : undefined;
}

const REPORT =
  /^\s*(?:(?:maak|geef|toon|stuur|make|give|show|send)\s+)?(?:(?:mij|me)\s+)?(?:(?:een|het|de|a|the)\s+)?(?:rapport|rapportage|report)(?![\p{L}])/iu;
/** Words that may stand beside a period and choose nothing. */
const BESIDE =
  /(?<!\p{L})(?:van|over|voor|in|de|het|een|maand|aanvragen|inkoopaanvragen|graag|of|for|on|about|the|month|requests|please)(?!\p{L})/gu;

/** A report on anything but a period is something to be printed. */
function reportIn(text: string, today: string): FiguresAsked | undefined {
  const found = REPORT.exec(text);
  if (!found) return undefined;
  const { period, rest } = readPeriod(text.slice(found[0].length), today);
  if (/[\p{L}\d]/u.test(rest.replace(BESIDE, ' '))) return undefined;
  return { kind: 'report', period: period ?? { from: `${today.slice(0, 4)}-01-01`, to: today } };
}

const EXPORT =
  /^\s*(?:exporteer|exporteren|export)(?!\p{L})(?=.*(?<!\p{L})(?:inkoop)?(?:aanvragen|requests)(?!\p{L}))/iu;
const STATUS_WORDS: readonly [RegExp, Status][] = [
  [/(?<!\p{L})open(?:staande)?(?!\p{L})/iu, 'open'],
  [/(?<!\p{L})(?:opgepakte?|picked up)(?!\p{L})/iu, 'claimed'],
  [/(?<!\p{L})(?:afgeronde?|done|finished)(?!\p{L})/iu, 'done'],
  [/(?<!\p{L})(?:ingetrokken|withdrawn)(?!\p{L})/iu, 'withdrawn'],
];
const TEAM = /(?<!\p{L})(?:team|afdeling|department)\s+([\p{L}\d&][\p{L}\d& -]*)/iu;
const CSV = /(?<!\p{L})csv(?!\p{L})/iu;
/** Where the name of a team ends. */
const AFTER_TEAM = /(?<!\p{L})(?:van|over|in|uit|als|naar|from|of|as|to)(?!\p{L}).*$/iu;

function exportIn(text: string, today: string): FiguresAsked | undefined {
  if (!EXPORT.test(text)) return undefined;
  const named = TEAM.exec(text)?.[1] ?? '';
  const { period, rest } = readPeriod(text, today);
  const team = readPeriod(named, today).rest.replace(CSV, '').replace(AFTER_TEAM, '').trim();
  const status = STATUS_WORDS.find(([words]) => words.test(rest))?.[1];
  return {
    kind: 'export',
    choice: { ...period, ...(status ? { status } : {}), ...(team ? { team } : {}) },
    as: CSV.test(text) ? 'csv' : 'xlsx',
  };
}
