/** Signs of links, mentions, cards, code and pages, and those that nobody sees. */
const UNWANTED = /[<>[\]{}`|\\^~#@_=]|\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|[^\P{Cc}\n]|[\u2028\u2029]|&(?:#|\w+;)/u;
const ADDRESS =
  /(?<![\p{L}\d])(?:[a-z][a-z\d+.-]*:\/\/|(?:javascript|data|mailto|tel|vbscript):|www\.)|[\p{L}\d-]+\.(?:nl|com|org|net|eu|be|io|de|uk|gov|info|example|test)(?![\p{L}\d])|:[a-z_+-]+:/iu;

/** Whether a text is nothing but paragraphs, **bold** and lists. */
export function isPlain(text: string): boolean {
  if (UNWANTED.test(text) || ADDRESS.test(text)) return false;
  if ((text.match(/\*\*/g)?.length ?? 0) % 2 !== 0) return false;
  // What is left of the stars begins a point of a list.
  return !text.split('\n').some((line) => /\*/.test(line.replaceAll('**', '').replace(/^\s*\*\s/, '')));
}
