import type { Words } from '../understand/words.ts';

type Category = Words['categories'][number];

/** To which category each thing belongs; a category belongs to itself. */
export function categoriesByThing({ categories }: Pick<Words, 'categories'>): ReadonlyMap<string, Category> {
  return new Map(categories.flatMap((one) => [one, ...one.things].map(({ id }) => [id, one] as const)));
}
