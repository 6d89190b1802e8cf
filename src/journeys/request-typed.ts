import { agreement, saysOnly } from '../understand/agreement.ts';
import { foldedWords } from '../understand/fold.ts';
import type { Reading } from '../understand/read.ts';
import type { Context } from './journey.ts';

/** "Dossierkaart IMP-2026-0042", "maak een offertemail voor imp 2026 42". */
const PAPER =
  /^\s*(?:(?:maak|geef|toon|make|give|show|draft)\s+)?(?:(?:mij|me)\s+)?(?:(?:een|de|a|the)\s+)?(?:(dossier(?:\s?kaart)?|file card)|offerte[\s-]?e?-?mail|quote e?-?mail)\s+(?:(?:van|voor|bij|of|for)\s+)?(?=imp)/i;

/** The paper of a request that was typed with its number. */
export function paperIn(text: string): { paper: 'proof' | 'mail'; request: string } | undefined {
  const found = PAPER.exec(text.slice(0, 80));
  const request = found && numberIn(text.slice(found[0].length));
  return request ? { paper: found[1] ? 'proof' : 'mail', request } : undefined;
}

const NUMBER = /^\s*imp[\s-]*(\d{4})[\s-]*(\d{1,6})\s*[.?!]*\s*$/i;

/** The number of a request that was typed by itself. */
export function numberIn(text: string): string | undefined {
  const found = NUMBER.exec(text.slice(0, 40));
  return found ? `IMP-${found[1]}-${(found[2] ?? '').padStart(4, '0')}` : undefined;
}

/** Nothing stands there but that something be posted: "plaats maar", "ok, post it please". */
export function saysPost({ reading, library }: Context): boolean {
  return reading !== undefined && saysOnly('post-it', reading.tokens, library.lexicon);
}

/** What is answered to "Klopt het?": "ja, dat klopt", "no". */
export function agreesIn({ reading, library }: Context): 'agreed' | 'declined' | undefined {
  return reading && agreement(reading.tokens, library.lexicon);
}

/** "Prima", "ziet er goed uit": not no, and too little to post something for everybody. */
export function soundsContent({ reading }: Context): boolean {
  return reading !== undefined && CONTENT.test(foldedWords(reading.text).join(' '));
}
const CONTENT =
  /^(?:(?:ja|yes|heel|helemaal) )?(?:ok|oke|okay|prima|top|goed|goed zo|perfect|mooi|fine|great|good|all good|looks (?:good|fine|great)|(?:(?:dat|dit|het|zo|that|this|it) )?(?:is|ziet er|looks) (?:(?:zo|helemaal|prima) )*(?:goed|prima|fine|good|ok)(?: zo| uit)?)$/;

type Asked = 'mine' | { takes: 'requests' | 'questions'; stop: boolean };

/** What the words ask for: the list of one's own, or where requests or questions are announced. */
export function wordsFor({ reading }: Pick<Context, 'reading'>): Asked | undefined {
  if (!reading || reading.weighty > 8) return undefined;
  const { signals } = reading;
  if (signals.has('what-is-request')) return undefined;
  if (signals.has('stop-announcing')) return { takes: 'requests', stop: true };
  if (signals.has('stop-questions')) return { takes: 'questions', stop: true };
  if (signals.has('announce-here')) return { takes: 'requests', stop: false };
  if (signals.has('questions-here')) return { takes: 'questions', stop: false };
  const only = signals.has('only-my-requests') && reading.tokens.length <= 2;
  return only || signals.has('my-requests') || asksOpen(reading) ? 'mine' : undefined;
}

/** "Open aanvragen", "which requests are open", or the word alone; "nieuwe aanvraag: 10 taarten" is one to write. */
function asksOpen({ signals, text, tokens, things }: Reading): boolean {
  if (signals.has('only-requests') && tokens.length === 1) return true;
  return signals.has('open-requests') && things.length === 0 && MORE_THAN_ONE.test(text);
}
const MORE_THAN_ONE = /(?:aanvragen|requests)(?!\p{L})/iu;

/** What a text fills in the form of a move; "met btw" by itself comes behind the amount that stands there. */
export function typedIn({ text, slots }: Reading, standing: Record<string, string> = {}): Record<string, string> {
  const { boughtFor = '' } = standing;
  const onlyVat = slots.vat !== undefined && !/\d/.test(text) && /\d/.test(boughtFor);
  const name = onlyVat ? '' : (text.split(/[,;\d€]|\s(?:voor|for)\s/, 1)[0]?.trim() ?? '');
  const amount = onlyVat ? `${boughtFor} ${text}` : text.slice(name.length);
  return {
    text,
    supplier: text,
    ...(name || !standing.boughtFrom ? { boughtFrom: name } : {}),
    ...(amount || !boughtFor ? { boughtFor: amount || text } : {}),
  };
}
