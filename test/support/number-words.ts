/** Numbers below a million as words, written from the grammar alone: the oracle for what the bot reads. */
const NL_SMALL =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  );
const NL_TENS = '- - twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');
const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** As the Dutch write it: one word up to a thousand, a space after duizend, a trema where two vowels meet. */
export function inDutch(value: number): string {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000];
  if (thousands === 0) return dutchHundreds(rest);
  const head = `${thousands === 1 ? '' : dutchHundreds(thousands)}duizend`;
  return rest === 0 ? head : `${head} ${dutchHundreds(rest)}`;
}

function dutchHundreds(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return dutchTens(rest);
  return `${hundreds === 1 ? '' : NL_SMALL[hundreds]}honderd${rest === 0 ? '' : dutchTens(rest)}`;
}

function dutchTens(value: number): string {
  if (value < 20) return NL_SMALL[value] ?? '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (ones === 0) return NL_TENS[tens] ?? '';
  const one = NL_SMALL[ones] ?? '';
  return `${one}${one.endsWith('e') ? 'ën' : 'en'}${NL_TENS[tens]}`;
}

/** As the British write it: "and" before what is left below a hundred, a hyphen between tens and ones. */
export function inEnglish(value: number): string {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000];
  if (thousands === 0) return englishHundreds(rest);
  const head = `${englishHundreds(thousands)} thousand`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} and ${englishHundreds(rest)}` : `${head} ${englishHundreds(rest)}`;
}

function englishHundreds(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return englishTens(rest);
  return `${EN_SMALL[hundreds]} hundred${rest === 0 ? '' : ` and ${englishTens(rest)}`}`;
}

function englishTens(value: number): string {
  if (value < 20) return EN_SMALL[value] ?? '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${EN_TENS[tens]}${ones === 0 ? '' : `-${EN_SMALL[ones]}`}`;
}
