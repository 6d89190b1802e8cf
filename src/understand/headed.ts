/** Words that stand around "aanvraag" and name nothing that is bought. */
const BESIDE = [
  'ik|we|wij|wil|willen|graag|zou|een|de|mijn|onze|nieuwe?|extra|andere|tweede|nog|even|hierbij|hallo|hoi|kun|kan|je|jij|voor|ons|mij',
  'plaats|zet|doe|maak|start|dien|open|plaatsen|zetten|doen|maken|aanmaken|starten|indienen|opstellen|uitzetten|versturen|uit|in|op|aan|te',
  'i|want|would|like|please|can|could|you|to|a|an|my|our|the|new|another|post|place|submit|make|create|start|file|put|send|purchase|hi|hello|for|us|me',
].join('|');

const HEAD = new RegExp(
  `^\\s*(?:(?:${BESIDE})[\\s,]+){0,8}(?:(?:inkoop)?aanvraag|(?:inkoop)?verzoek|request)(?:\\s+(?:${BESIDE})){0,4}\\s*(?::|[–—]|\\s-\\s)\\s*(?=.*\\p{L})`,
  'iu',
);
/** "Aanvraag voor 20 lunches", "inkoopaanvraag 300 bloembakken". */
const BEGUN = /^\s*(?:nieuwe\s+)?(?:inkoop)?aanvraag\s+(?:voor\s+)?(?=\d+\s+\p{L}{3})/iu;

/** How long the words are by which a text says that the rest of it is a purchase request; undefined when it does not. */
export function requestHead(text: string): number | undefined {
  const found = HEAD.exec(text.slice(0, LONGEST)) ?? BEGUN.exec(text.slice(0, LONGEST));
  return found?.[0].length;
}

const LONGEST = 200;
