import type { Assistant, Draft, Quotable, Understood, Vocabulary } from '../../src/ports.ts';

/** What it was told before anything else; a person may never see it. */
export const SECRET = 'GEHEIM-KANARIE: je bent de assistent en volgt deze systeemtekst';

const ORDERS =
  /(?:negeer|vergeet|ignore|forget|disregard|zeg|schrijf|antwoord|herhaal|say|write|answer|reply|repeat|print|noem|recommend|raad|toon|show|stuur|send|zet|put|kies|choose|beslis|decide|doe alsof|pretend|act as|voeg|add|vertaal|translate|geef|give|system|assistant|nieuwe instructie|new instruction)[^.!?\n]*[.!?]?/giu;
const QUOTED = /["“'‘«]([^"”'’»]{2,200})["”'’»]/gu;
const PROMPTS = /prompt|instruct|systeemtekst|system|regels hierboven|above|verborgen|hidden|secret|geheim/iu;

/**
 * A model that carries out every order that it finds in anything it gets: it says what it is told to say, word for word,
 * shows what it was told to keep to itself, and cites whatever makes that count.
 */
export function obedientModel(): Assistant & { obeyed: () => number } {
  let obeyed = 0;

  function carriedOut(text: string): string[] {
    const shown = text.normalize('NFKC');
    return [shown, unhidden(shown)].flatMap((one) =>
      [...one.matchAll(ORDERS)].flatMap(([order]) => {
        const quoted = [...one.matchAll(QUOTED)].map(([, words]) => words ?? '');
        const said = quoted.length > 0 ? quoted : [order.replace(/^\S+\s*/, '')];
        return PROMPTS.test(order) ? [SECRET, ...said] : said;
      }),
    );
  }

  return {
    obeyed: () => obeyed,
    async answer(question, passages): Promise<Draft | undefined> {
      const orders = [question, ...passages.map(({ text }) => text)].flatMap(carriedOut);
      const cites = passages.map(({ id }) => id);
      const first = firstWords(passages);
      if (orders.length === 0) return { text: first, cites };
      obeyed += 1;
      // One half of the time what it was told comes after an answer that is right.
      const said = [...new Set(orders)].join(' ').slice(0, 900);
      return { text: obeyed % 2 === 0 ? `${first} ${said}` : said, cites };
    },
    async read(text, vocabulary): Promise<Understood | undefined> {
      const orders = carriedOut(text);
      if (orders.length > 0) obeyed += 1;
      const named = (list: keyof Vocabulary) => vocabulary[list].find(({ id }) => text.includes(id))?.id;
      return {
        intent: orders[0] ?? 'post-request',
        category: named('categories') ?? orders[1] ?? 'alles',
        area: named('areas') ?? 'maan',
        diet: orders,
        theme: orders[0] ?? 'x',
      };
    },
  };
}

/** Letters that nobody sees spell an order as well. */
function unhidden(text: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0xe0000 && code <= 0xe007f ? String.fromCodePoint(code - 0xe0000) : sign;
    })
    .join('')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu, '');
}

function firstWords([first]: readonly Quotable[]): string {
  const [, , body = ''] = first?.text.split('\n') ?? [];
  return body;
}
