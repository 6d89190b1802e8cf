import type { Token } from './fold.ts';
import type { Language } from './stem.ts';

const list = (words: string) => new Set(words.split(' '));

/** Words that carry a sentence and mean nothing by themselves. They tell the language, and no search looks for them. */
export const functionWords: Record<Language, ReadonlySet<string>> = {
  nl: list(
    'de het een en van in op te dat die is voor met zijn er aan niet om ook als dan bij maar of uit door naar over wat hoe waar wie wanneer welke welk waarom we wij ik je jij jullie u hij zij ze mijn jouw uw ons onze hun hem haar dit deze daar hier der den ben bent was waren wordt worden werd heeft heb hebben had kan kun kunnen kon moet moeten mag mogen wil willen zal zullen zou zouden ga gaat gaan geen wel nog al nu toch eens even maar zo want omdat tot tegen onder tussen na sinds per via zonder binnen buiten rond iets iemand niemand alles alle veel weinig meer meest ander andere zelf elkaar waarbij waarvoor waarmee hiervoor daarvoor daarbij erbij ervoor erop erin eraan zn z n t s m ie em ofzo oid enzo echt best misschien graag svp aub ja nee jawel hoor toe weer steeds maar dus',
  ),
  en: list(
    'the a an and of to in on at is are was were be been being for with that this these those it its as by from or not no but if then than so do does did have has had can could may might must shall should will would i you he she we they me him her us them my your his our their who what where when which why how there here some any all each every other another such only just also very too out up down over under again once because until while about into through during before after above below between off own same anything anyone someone something somewhere anybody somebody else im ive id youre dont cant isnt arent whats wheres please yes ok',
  ),
};
const SHARED = list('do is in of was over we me her per of on at or he me die want been ok okay');

/** Words that carry the sentence decide; other words only lean to one side. */
const LEANS = 0.45;
const HINTS = 0.25;
const SURE = 0.9;

/** Dutch or English, and whether a word that carries the sentence says so. Undefined: nothing tells. */
export function languageOf(
  tokens: readonly Token[],
  known: (word: string) => { nl: boolean; en: boolean },
): { language: Language; sure: boolean } | undefined {
  const score = { nl: 0, en: 0 };
  const carriers = { nl: 0, en: 0 };
  for (const [at, { folded }] of tokens.entries()) {
    // "20 boeketten à 45 euro" is no English.
    if (/^\d/.test(folded) || (folded === 'a' && /^(?:\d|eur)/.test(tokens[at + 1]?.folded ?? ''))) continue;
    const nl = functionWords.nl.has(folded);
    const en = functionWords.en.has(folded);
    if (nl !== en && !SHARED.has(folded)) {
      score[nl ? 'nl' : 'en'] += 1;
      carriers[nl ? 'nl' : 'en'] += 1;
    } else if (!nl && !en && !SHARED.has(folded)) {
      const either = known(folded);
      if (either.nl !== either.en) score[either.nl ? 'nl' : 'en'] += LEANS;
      else if (either.nl) continue;
      else if (/ij|aa|oe|uu|sch|cht$|[^c]kt$|tje/.test(folded)) score.nl += HINTS;
      else if (/th|wh|ing$|tion$|sh|^y|ay$/.test(folded)) score.en += HINTS;
    }
  }
  if (carriers.nl > 0 !== carriers.en > 0) return { language: carriers.nl > 0 ? 'nl' : 'en', sure: true };
  if (score.nl === score.en) return undefined;
  return {
    language: score.nl > score.en ? 'nl' : 'en',
    sure: carriers.nl > 0 || Math.abs(score.nl - score.en) >= SURE,
  };
}
