/** A number in a text: where it stands, what it is, and whether it could be another number too. */
export type Numeral = {
  start: number;
  end: number;
  typed: string;
  value: number;
  /** The same signs mean something else in another country, so nobody may choose for the writer. */
  doubtful: boolean;
  /** Said with k, duizend or miljoen: then it is money rather than a head count. */
  multiplied: boolean;
  inWords: boolean;
};

/** Beyond this a number is a code or a joke. */
export const MOST = 1e11;

/** Euros to the cent: what multiplying made of it beyond that is no number a person meant. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
