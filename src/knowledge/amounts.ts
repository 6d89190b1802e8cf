import type { Amount } from './schema.ts';

/** The value of an amount on a day, in euros or percent. After the last period the newest holds on; before the first there is none. */
export function amountOn(amount: Amount, day: string): number | undefined {
  return periodOn(amount, day)?.value;
}

/** The period of an amount that holds on a day, with its sources; the newest after the last. */
export function periodOn(amount: Amount, day: string): Amount['periods'][number] | undefined {
  const begun = amount.periods.filter(({ from }) => from <= day);
  return begun.find(({ to }) => to === null || day <= to) ?? begun.at(-1);
}

const NAMED = /\{bedrag ([a-z0-9-]+)\}/g;

/** The ids of the amounts that a text names. */
export function amountsIn(text: string): string[] {
  return [...text.matchAll(NAMED)].map((match) => match[1] as string);
}

/** Puts the amounts that hold on a day in the places where a text names them. */
export function withAmounts(
  text: string,
  amounts: ReadonlyMap<string, Amount>,
  day: string,
  language: 'nl' | 'en',
): string {
  return text.replace(NAMED, (whole, id: string) => {
    const amount = amounts.get(id);
    const value = amount && amountOn(amount, day);
    return amount && value !== undefined ? writeAmount(value, amount.unit, language) : whole;
  });
}

/** € 10.000 or €10,000; 21% in both. Cents only where there are any. */
export function writeAmount(value: number, unit: 'euro' | 'percent', language: 'nl' | 'en'): string {
  if (unit === 'percent') return `${value}%`;
  const [whole = '', cents] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.');
  const [group, comma] = language === 'nl' ? ['.', ','] : [',', '.'];
  const written = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, group) + (cents === undefined ? '' : comma + cents);
  return language === 'nl' ? `€ ${written}` : `€${written}`;
}
