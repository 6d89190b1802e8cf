/** A day as it is written here: dd-mm-jjjj. */
export function dutchDay(day: string): string {
  return day.split('-').toReversed().join('-');
}

/** A number with a comma before its decimals; euros with two of them. */
export function dutchNumber(value: number, kind: 'number' | 'euro'): string {
  return (kind === 'euro' ? value.toFixed(2) : String(value)).replace('.', ',');
}
