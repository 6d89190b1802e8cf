import type { Library } from '../knowledge/compile.ts';
import type { Choice, Understood, Vocabulary } from '../ports.ts';
import type { Intent } from '../understand/words.ts';

/** What a model may say that a text asks. None of these posts, decides or begins anything. */
const INTENTS = {
  'find-supplier': 'looks for a social enterprise that supplies something',
  policy: 'asks about a rule, a term, an amount or the policy of the city on social purchasing',
  check: 'asks whether a purchase may be done directly',
  commission: 'asks how a larger project or tender can make impact',
  help: 'asks what this bot is or can do',
  'out-of-scope': 'anything else',
} as const satisfies Partial<Record<Intent, string>>;

export type Chosen = {
  intent?: keyof typeof INTENTS;
  category?: string;
  area?: string;
  diet?: string[];
  theme?: string;
};

/** The closed lists that a model may choose from. */
export function vocabularyOf({ knowledge: { words } }: Library): Vocabulary {
  const both = ({ id, label }: { id: string; label: { nl: string; en: string } }): Choice => ({
    id,
    means: label.nl === label.en ? label.nl : `${label.nl} / ${label.en}`,
  });
  return {
    intents: Object.entries(INTENTS).map(([id, means]) => ({ id, means })),
    categories: words.categories.map(both),
    areas: words.areas.map(({ id, label }) => ({ id, means: label })),
    diets: words.diets.map(both),
    themes: words.themes.map(both),
  };
}

/** What of an understanding stands in the lists; the rest is left out. */
export function chosenFrom(vocabulary: Vocabulary, { intent, category, area, diet, theme }: Understood): Chosen {
  const known = (list: keyof Vocabulary, id: unknown): id is string => vocabulary[list].some((one) => one.id === id);
  const diets = Array.isArray(diet) ? [...new Set(diet.filter((id) => known('diets', id)))] : [];
  return {
    ...(known('intents', intent) ? { intent: intent as keyof typeof INTENTS } : {}),
    ...(known('categories', category) ? { category } : {}),
    ...(known('areas', area) ? { area } : {}),
    ...(diets.length > 0 ? { diet: diets } : {}),
    ...(known('themes', theme) ? { theme } : {}),
  };
}
