import { fold } from '../understand/fold.ts';
import { extendsOn, yearsIn } from './term.ts';

const LENGTH =
  '\\d{1,3}(?:\\s*\\+\\s*(?:\\d\\s*[x*]\\s*)?\\d{1,2})*\\s*(?:jaar|jaren|jr|maanden|mnd|years?|months?)\\b';
/** Every length of time that is named: of two nobody knows which is the term. */
const ANY = new RegExp(`\\b${LENGTH}`, 'g');
const TERM = new RegExp(
  `\\b(?:voor|looptijd|looptijd van|gedurende|contract van|duur van|komende|for|term|term of|contract of|next)\\W*(?:max\\s+|maximaal\\s+)?(${LENGTH})(?!\\s*(?:oud|geleden|old|ago))|\\b(${LENGTH})\\s*(?:lang|looptijd|contract|term|long)\\b|,\\s*(${LENGTH})\\s*(?=$|[,.;?!])`,
);
const ON = /\+|\bplus\b/;

/** The years of the term that a text of a project names: "looptijd 4 jaar", "voor 2+1+1 jaar". Undefined when it is not sure. */
export function yearsSaid(text: string): number | undefined {
  const said = fold(text);
  const [only, ...more] = said.match(ANY) ?? [];
  const [, behind, before, alone] = TERM.exec(said) ?? [];
  const term = behind ?? before ?? alone;
  if (term === undefined || more.length > 0 || only !== term) return undefined;
  if (extendsOn(said) || ON.test(said.replace(term, ''))) return undefined;
  return yearsIn(term, '');
}
