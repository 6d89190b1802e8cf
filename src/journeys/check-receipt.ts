import { basisOf, citationsOf } from '../basis.ts';
import { periodOn, writeAmount } from '../knowledge/amounts.ts';
import { type Copy, type Receipt, type Section, sealed } from '../receipt.ts';
import { amountsOf } from '../rules/check.ts';
import type { Decision } from '../rules/decide.ts';
import type { Facts } from '../rules/facts.ts';
import { supplierName, type Told } from './check-told.ts';
import type { Context } from './journey.ts';
import { proofOf } from './show.ts';

type Made = { told: Told; facts: Facts; decision: Decision; number: string | null; context: Context };

/** A finished check as a card to keep: what was told, and a copy of all that it rested on. */
export function receiptOf(made: Made, key: string | undefined): Receipt {
  const { facts, decision, number, context } = made;
  const { texts, language, today } = context;
  const day = facts.date ?? today;
  return sealed(
    {
      number,
      day,
      language,
      title: number === null ? texts.receipt.unnumbered : texts.receipt.title(number),
      sections: sectionsOf(made, day),
      facts: { ...facts, date: day },
      decision,
      copy: copyOf(made, day),
    },
    key,
  );
}

function sectionsOf({ told, facts, decision, number, context }: Made, day: string): Section[] {
  const { texts, library, language } = context;
  const { check, suppliers } = library.knowledge;
  const supplier = suppliers.get(facts.supplier ?? '');
  const lines = (title: string, all: readonly string[]): Section[] =>
    all.length === 0
      ? []
      : [{ title: title.replaceAll('*', '').replace(/[:?]$/, ''), lines: all.map(plain), facts: [] }];
  return [
    {
      title: texts.receipt.outcome,
      lines: [plain(told.answer)],
      facts: [
        { label: texts.receipt.day, value: texts.sayDate(day) },
        { label: texts.receipt.version, value: texts.receipt.versionOf(check.title[language], decision.ruleset) },
      ],
    },
    ...lines(texts.check.why, told.why),
    {
      title: texts.check.used,
      lines: [],
      facts: told.used.map(({ label, value }) => ({ label, value: plain(value) })),
    },
    ...(supplier
      ? [
          {
            title: texts.receipt.supplier,
            lines: [],
            facts: [
              { label: supplier.name, value: proofOf(supplier, context) },
              { label: texts.status, value: texts.statuses[supplier.status] },
            ],
          },
        ]
      : []),
    ...lines(texts.check.conditions, told.conditions),
    ...lines(texts.check.also, told.also),
    ...lines(texts.check.now, told.now),
    ...lines(texts.receipt.rules, citedLines(decision, day, context)),
    ...lines(texts.receipt.amounts, amountLines(day, context)),
    ...lines(texts.receipt.motivation, [motivationOf({ told, facts, decision, context }, number)]),
    { title: '', lines: [checkedLine(context), texts.receipt.note], facts: [] },
  ];
}

/** The line of reasons for the order system: what is meant to be bought, on which check, and what is only stated or assumed. */
export function motivationOf(
  { facts, decision, told, context }: Omit<Made, 'number'>,
  number: string | null = null,
): string {
  const { texts, library, language, today } = context;
  const said = texts.receipt;
  const day = facts.date ?? today;
  const check = said.motivationCheck(number ?? said.trial, decision.ruleset, day);
  const total = decision.total === null ? undefined : writeAmount(decision.total, 'euro', language);
  const line = library.knowledge.amounts.get(library.knowledge.check.repeat.passes);
  const supplier = library.knowledge.suppliers.get(facts.supplier ?? '');
  const period = line && periodOn(line, day);
  const direct = decision.outcome === library.knowledge.check.otherwise.outcome;
  const chosen = typeof facts.supplier === 'string' || facts.evidence != null;
  if (!direct || !chosen || !total || !period) {
    const other = said.motivationOther(told.name, total ? said.motivationTotal(total) : '');
    return plain([check, other, ...(direct && !chosen ? [said.noSupplier] : [])].join(' '));
  }
  const stated = told.used.find(({ label }) => label === evidenceLabel(context))?.value ?? texts.notKnown;
  const proof = supplier ? proofOf(supplier, context) : said.asStated(stated);
  const bought = said.motivationDirect(
    supplierName(facts, context),
    total,
    writeAmount(period.value, 'euro', language),
    proof,
  );
  const exists = supplier?.status === 'unknown' ? [said.stillExists] : [];
  return plain([check, bought, ...exists, checkedLine(context)].join(' '));
}

function evidenceLabel({ library, language }: Context): string {
  return library.knowledge.check.questions.find(({ id }) => id === 'evidence')?.label[language] ?? '';
}

/** Whether Inkoop looked at the rules. */
export function checkedLine({ texts, library }: Context): string {
  const { checkedOn } = library.knowledge.check;
  return checkedOn ? texts.check.checked(checkedOn) : texts.check.notChecked;
}

function citedLines(decision: Decision, day: string, context: Context): string[] {
  const { library, texts, language } = context;
  const { check, sources, outcomes } = { ...library.knowledge, outcomes: library.knowledge.check.outcomes };
  return decision.rules.flatMap((rule) => {
    const ruled = check.rules.find(({ id, outcome }) => (id ?? outcome) === rule.id)?.outcome ?? rule.id;
    const cited = citationsOf(rule, day, basisOf(library.knowledge)).map(({ source, at, mark }) => {
      const found = sources.get(source);
      return [found?.title ?? source, at, texts.marks[mark], found?.dated ?? texts.undated, found?.url]
        .filter(Boolean)
        .join(', ');
    });
    return cited.map((one) => `${outcomes[ruled]?.name[language] ?? ruled}: ${one}`);
  });
}

function amountLines(day: string, { library, texts, language }: Context): string[] {
  const { check, amounts, sources } = library.knowledge;
  return amountsOf(check).flatMap((id) => {
    const amount = amounts.get(id);
    const period = amount && periodOn(amount, day);
    if (!amount || !period) return [];
    const undated = period.to === null && period.sources.every(({ source }) => sources.get(source)?.dated == null);
    const held = undated
      ? texts.receipt.undatedFrom(period.from)
      : [texts.receipt.from(period.from), period.to && texts.receipt.until(period.to)].filter(Boolean).join(' ');
    const marks = period.sources.map(({ mark, at }) => `${at}, ${texts.marks[mark]}`);
    const value = writeAmount(period.value, amount.unit, language);
    return [`${amount.label[language]}: ${value} (${held}; ${marks.join('; ')})`];
  });
}

function copyOf({ facts, decision, context }: Made, day: string): Copy {
  const { check, amounts, suppliers, sources } = context.library.knowledge;
  const { version, total, repeat, rules, otherwise } = check;
  const supplier = suppliers.get(facts.supplier ?? '');
  const cited = decision.rules.flatMap((rule) => citationsOf(rule, day, basisOf(context.library.knowledge)));
  return {
    rules: {
      version,
      total,
      repeat,
      rules,
      otherwise,
      questions: check.questions.map(({ id, options }) => ({
        id,
        ...(options ? { options: options.map((option) => ({ id: option.id })) } : {}),
      })),
    },
    amounts: amountsOf(check).flatMap((id) => {
      const amount = amounts.get(id);
      return amount ? [{ id, unit: amount.unit, periods: amount.periods }] : [];
    }),
    sources: [...new Set(cited.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []),
    supplier: supplier
      ? {
          id: supplier.id,
          name: supplier.name,
          status: supplier.status,
          evidence: supplier.evidence,
          checkedOn: supplier.checkedOn,
        }
      : null,
  };
}

/** A card carries no marks of ours: it is read on paper. */
function plain(text: string): string {
  return text
    .replaceAll('**', '')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replace(/^- /, '');
}
