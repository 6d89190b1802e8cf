import { z } from 'zod';
import type { Check } from './check.ts';
import type { Dated } from './value.ts';

/** What is known of a purchase. Absent: not said. Null: the person does not know. Amounts in euros. */
export type Facts = {
  kind?: string | null | undefined;
  contract?: string | null | undefined;
  /** The price of one occurrence, all costs in; whether btw is in it stands in `vat`. */
  amount?: number | null | undefined;
  vat?: string | null | undefined;
  /** In percent. */
  vatRate?: number | null | undefined;
  occurrences?: number | null | undefined;
  /** Without btw. */
  related?: number | null | undefined;
  sensitive?: string[] | null | undefined;
  supplier?: string | null | undefined;
  evidence?: string | null | undefined;
  conflictOfInterest?: string | null | undefined;
  date?: string | undefined;
};

/** In euros; well beyond it, cents are no whole numbers any more. */
const MOST_EUROS = 1e12;

/** The schema of the facts of a check: its own options, and the rates that its amounts have held. */
export function factsSchema(check: Check, amounts: ReadonlyMap<string, Dated>): z.ZodType<Facts> {
  const optionsOf = (fact: string) => check.questions.find(({ id }) => id === fact)?.options?.map(({ id }) => id) ?? [];
  const oneOf = (values: readonly string[]) =>
    z.enum(values as [string, ...string[]], { error: `must be one of ${values.join(', ')}` });
  const choice = (fact: string, ...more: string[]) => oneOf([...optionsOf(fact), ...more]).nullish();
  const rates = new Set(check.total.rates.flatMap((id) => amounts.get(id)?.periods.map(({ value }) => value) ?? []));
  return z.strictObject({
    kind: choice('kind'),
    contract: choice('contract'),
    amount: z
      .number()
      .positive('must be more than zero')
      .max(MOST_EUROS, 'is too large')
      .refine((euros) => Number(euros.toFixed(2)) === euros, { error: 'has more than two decimals' })
      .nullish(),
    vat: choice('vat', 'unknown'),
    vatRate: z
      .number()
      .refine((rate) => rates.has(rate), { error: `must be one of ${[...rates].join(', ')}` })
      .nullish(),
    occurrences: z.int('must be a whole number').min(1, 'must be at least 1').nullish(),
    related: z.number().nonnegative('must not be below zero').max(MOST_EUROS, 'is too large').nullish(),
    sensitive: z.array(oneOf(optionsOf('sensitive'))).nullish(),
    supplier: z
      .string()
      .min(1)
      .max(200)
      .refine((name) => name.isWellFormed(), { error: 'holds half a character' })
      .nullish(),
    evidence: choice('evidence'),
    conflictOfInterest: choice('conflictOfInterest'),
    date: z.iso.date('must be an ISO date').optional(),
  });
}
