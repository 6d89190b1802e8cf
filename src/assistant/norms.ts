/** Words that turn a sentence around when they are left out, added or swapped. Those on one line mean the same. */
const SAME: Record<string, string> = {
  not: 'niet geen nooit niets niks niemand nergens noch evenmin nee not no never nothing nobody none neither nor cannot dont doesnt didnt isnt arent wasnt wont cant couldnt shouldnt mustnt neednt havent hasnt',
  yes: 'ja yes',
  without: 'zonder without',
  may: 'mag mogen mocht toegestaan may allowed permitted',
  ban: 'verboden verbod verbiedt forbidden prohibited prohibits ban banned',
  must: 'moet moeten moest verplicht verplichte must obliged obligatory mandatory required compulsory',
  need: 'hoef hoeft hoeven need needs needed',
  can: 'kan kun kunt kunnen can could',
  only: 'alleen slechts uitsluitend enkel only solely',
  unless: 'mits tenzij behalve unless except provided',
  first: 'eerst vooraf first beforehand',
  after: 'achteraf later afterwards',
  other: 'anders differently otherwise',
  also: 'ook also too even',
  above: 'daarboven boven above over',
  below: 'daaronder onder beneden below under',
  before: 'voordat before',
  is: 'ben bent is zijn was waren geldt gelden staat am are were be been applies apply',
};
const KIND = new Map(Object.entries(SAME).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])));

/** Small words on which the meaning hangs all the same. */
const KEPT = new Set(
  `altijd vaak soms meestal misschien zelf of elk elke ieder iedere alle alles beide veel weinig meer minder meest minst per tot
  na nadat vanaf tegen tussen via zolang totdat hun haar zijn wordt worden heeft hebben had wil zal zou zelfde ander andere
  always often sometimes usually maybe perhaps yourself itself or each every all both any some many much few more less most
  least up after from against between until while them their has have had will would same other another`.split(/\s+/),
);
const CONDITION = new Set('als indien wanneer zodra mits wat twijfel if when whenever once what doubt'.split(' '));
/** What may go without a word becoming untrue. */
const SPARE = new Set(
  'precies exact exactly precise bijvoorbeeld example toch though dus daarbij bedrag amount zoals like such'.split(' '),
);

/** The one word for all that mean the same as this norm word. */
export function normOf(word: string): string | undefined {
  return KIND.get(word);
}

/** What tells who does what to whom. */
const BINDING = new Set(
  `bij van voor aan door met in uit over naar om tot vanaf per of at by for of with in out about to on up from or
  ${[...KIND].flatMap(([word, kind]) => (['not', 'without', 'only', 'first', 'also', 'after', 'above', 'below', 'before'].includes(kind) ? [word] : [])).join(' ')}`.split(
    /\s+/,
  ),
);

export function binds(word: string): boolean {
  return BINDING.has(word);
}

export function weighs(word: string): boolean {
  return KEPT.has(word) || KIND.has(word);
}

export function isSpare(word: string): boolean {
  return SPARE.has(word);
}

/** Whether something is said only of a case. */
export function isConditional(text: string, words: readonly string[]): boolean {
  return text.includes('?') || words.some((word) => CONDITION.has(word));
}
