import { requestHead } from '../understand/headed.ts';
import type { Context } from './journey.ts';

/** What somebody needs, in their own words: what is left of the text beside the words that ask to post it. */
export function whatOf({ reading, library }: Context): string | undefined {
  if (!reading) return undefined;
  const { tokens, text } = reading;
  const asking = library.lexicon.signals.all(tokens).filter(({ id, gapped }) => id === 'post' && !gapped);
  const start = Math.min(...asking.map((one) => tokens[one.start]?.start ?? 0));
  const end = Math.max(...asking.map((one) => tokens[one.end - 1]?.end ?? 0));
  const head = requestHead(text);
  const beside = asking.length === 0 ? [text] : [text.slice(end).replace(ITS_VERB, ''), text.slice(0, start)];
  const around = head === undefined ? beside : [text.slice(head)];
  const said = around
    .map((one) => one.replace(LEADING, '').replace(TRAILING, ''))
    .find((one) => one.split(/\s+/).some((word) => word.length > 2 && !EMPTY.test(word)));
  return said?.slice(0, LONGEST_WHAT);
}

const TRAILING = /[\s,;:]+$/;
/** "Een inkoopaanvraag doen voor 20 lunches": what is done with it is no part of what is needed. */
const ITS_VERB =
  /^\s+(?:te\s+)?(?:doen|plaatsen|indienen|maken|aanmaken|opstellen|starten|uitzetten|versturen|insturen)(?!\p{L})/iu;
const LEADING = /^(?:[\s:;,.?!-]|(?:voor|for)\s+(?:mij|me|ons|us)(?!\p{L})|(?:voor|for|van|om|to|of|te)\s)+/iu;
/** Words that say that something is asked, and not what. */
const EMPTY =
  /^(?:ik|wil|graag|kan|kun|je|jij|mijn|een|vraag|onder|sociale|ondernemers|hoe|waar|waarmee|wanneer|moet|mag|doe|maak|dien|plaats|zet|werkt|precies|eigenlijk|hier|nieuwe|inkoopaanvraag|aanvraag|how|where|when|what|do|does|should|must|may|could|can|make|place|post|submit|new|purchase|request|here|you|please|want|would|like|the|hoi|hallo|even|maar|zet|er|aan|indienen)\W*$/i;

const LONGEST_WHAT = 1000;

/** "Aanvraag: 20 borden", or a request for so many of something, is no word about the one in hand. */
export function beginsAnother(context: Context): boolean {
  const { reading } = context;
  const what = whatOf(context);
  if (!reading || what === undefined || reading.things.length + reading.unknown.length === 0) return false;
  return requestHead(reading.text) !== undefined || COUNTED.test(what);
}
const COUNTED = /^\d/;
