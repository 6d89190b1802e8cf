/** What stands where something was taken away. */
export const GONE = '…';

/**
 * Takes away everything with a fixed form by which a person could be found: addresses of e-mail and houses, numbers of
 * citizens, accounts, files and telephones, days of birth, the names that platforms give people, and links. Rather too much than too little.
 */
export function withoutNumbers(text: string): string {
  return FORMS.reduce((left, { form, is }) => left.replace(form, (found) => cut(found, is)), text.normalize('NFKC'));
}

type Form = { form: RegExp; is?: (found: string) => boolean };

const cut = (found: string, is: Form['is']) => (is && !is(found) ? found : GONE);

const STREET =
  'straat|straatje|laan|weg|plein|gracht|kade|singel|dreef|hof|pad|steeg|park|plantsoen|plantage|markt|dijk|ring|haven|baan|burg|brug|poort|kamp|veld|akker|oord|wal|werf|boulevard|allee|sluis|kerkhof|zijde|rijn|erf|tuin|hoek|horst|donk|str\\.?';
const HOUSE = '\\d{1,5}(?:\\s?-?\\s?(?:bis|hs|huis|[a-zA-Z]|[IVX]{1,4}|\\d{1,4}))?(?![\\p{L}\\d])';
/** Two letters after four digits that are a word and no postcode. */
const SHORT =
  /^(?:in|op|en|of|is|te|om|na|we|ze|je|er|ik|al|nu|zo|bv|nv|kg|km|eu|pp|or|to|at|on|by|as|if|he|me|my|st|dl|ex|m2|uu|ah)$/;

const FORMS: readonly Form[] = [
  { form: /<[@!#][^>\s]*>?/gu },
  { form: /(?:https?:\/\/|www\.)\S+/giu },
  { form: /(?<![\p{L}\d.@-])(?:[\p{L}\d-]{1,63}\.){1,4}\p{L}{2,24}\/\S+/giu },
  {
    form: /(?<![\p{L}\d])(?:personeels?|medewerkers?|dossier|zaak|cli[eë]nt|klant|pati[eë]nt|burger|leerling|polis|rekening)(?:-?\s?(?:nummer|nr\.?|number|id))?(?:\s+(?:is|was|met|nummer|nr\.?)|[:#])*\s*(?:\p{Lu}{1,3}[ -]?)?\d[\d./-]{2,}/giu,
  },
  {
    form: /(?<![\p{L}\d])(?:geboren|geboortedatum|geb\.|born|date of birth)[\s:]*(?:(?:op|is|on|in)\s+)?(?:\d{1,4}[\s./-]+(?:\d{1,2}|\p{L}{3,9})[\s./-]+\d{2,4}|\p{L}{3,9}\s+\d{1,2},?\s+\d{4}|(?:19|20)\d\d)/giu,
  },
  {
    form: /[^\s@]{0,64}[\p{L}\p{N}._%+'-]\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,64}(?:(?:\.|\s?(?:\(dot\)|\[dot\])\s?)[\p{L}\p{N}-]{1,64}){0,8}/giu,
  },
  { form: /@[\p{L}\p{N}._-]+/gu },
  { form: /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/giu },
  { form: /(?<![\p{L}\d])(?:8|19|28|29|a):[\p{L}\p{N}_:.-]{4,}/gu },
  { form: /(?<![\p{L}\d])[UW](?=[A-Z0-9]*\d)[A-Z0-9]{2,}(?![\p{L}\d])/gu },
  { form: /(?<![\p{L}\d])[a-z]{2}\d{2}[ .-]?[a-z]{4}(?:[ .-]?\d){7,12}/giu },
  { form: /(?<![\p{L}\d])[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,30}(?![\p{L}\d])/giu, is: isAccount },
  {
    form: new RegExp(`(?<![\\p{L}\\d])[1-9]\\d{3}\\s?[A-Z]{2}(?![\\p{L}\\d])(?:[\\s,]+(?:nr\\.?\\s*)?${HOUSE})?`, 'gu'),
  },
  { form: /(?<![\p{L}\d.,])[1-9]\d{3}\s?[a-z]{2}(?![\p{L}\d])/gu, is: (found) => !SHORT.test(found.slice(4).trim()) },
  {
    form: new RegExp(
      `(?:\\p{Lu}[\\p{L}'’.-]{0,20}\\s+(?:(?:van|de|der|den|het|'t)\\s+){0,2}){0,3}[\\p{L}'’-]{0,25}\\p{L}(?:${STREET}|${STREET.toUpperCase()})\\s+(?:[Nn]r\\.?\\s*|nummer\\s+)?${HOUSE}`,
      'gu',
    ),
  },
  {
    form: new RegExp(
      `(?<![\\p{L}\\d])(?:adres(?: is)?|address(?: is)?|woont? (?:op|aan)(?: de| het)?|woonachtig (?:op|aan)|lives? at|bezorgen op|huisnummer)[:\\s]+[\\p{L}'’. -]{2,40}?\\s?${HOUSE}`,
      'giu',
    ),
  },
  { form: /(?<![\p{L}\d])(?:nr\.?|huisnummer|nummer)\s*\d{1,5}\s?[a-z]?(?=\s+(?:in|te)\s+\p{Lu})/giu },
  { form: /(?<![\p{L}\d])\d{1,5}\s+(?:\p{Lu}\p{L}+\s+){1,3}(?:street|road|avenue|lane|square)(?!\p{L})/giu },
  { form: /(?<![\p{L}\d])(?:\+|00)\s?\d{1,3}(?:[\s()./-]{0,3}\d){6,12}(?!\d)/gu },
  { form: /(?<![\p{L}\d])\(?0\d{1,3}\)?(?:[\s()./-]{0,3}\d){5,9}(?!\d)/gu },
  { form: /(?<![\d.,])\d(?:[\s.-]?\d){8}(?![\d]|[.,]\d)/gu, is: isCitizen },
  { form: /\d{8,}/gu },
];

/** The test by which every citizen service number can be told. */
function isCitizen(found: string): boolean {
  const digits = found.replace(/\D/g, '');
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return digits.length === 9 && sum > 0 && sum % 11 === 0;
}

/** The test of account numbers, of all countries. */
function isAccount(found: string): boolean {
  const plain = found.replace(/[^a-z0-9]/gi, '').toUpperCase();
  const shortest = 15;
  // What follows an account number may look like more of it.
  for (let end = plain.length; end >= shortest; end -= 1) if (remainder(plain.slice(0, end)) === 1) return true;
  return false;
}

function remainder(account: string): number {
  const moved = account.slice(4) + account.slice(0, 4);
  return [...moved].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0);
}
