import type { Documents } from './ports.ts';
import { canonical, type Receipt, type Verified, verify } from './receipt.ts';
import { texts } from './texts/texts.ts';

/** A card as plain text, with its data in the last line so that it can be verified. */
export function receiptText(receipt: Receipt): string {
  const said = texts[receipt.language].receipt;
  const sections = receipt.sections.map(({ title, lines, facts }) =>
    [
      title.toUpperCase(),
      ...lines.map((line) => (lines.length > 1 ? `- ${line}` : line)),
      ...facts.map(({ label, value }) => `${label}: ${value}`),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
  const seal = `${said.seal}: ${receipt.seal}\n${receipt.seal.startsWith('hmac') ? said.sealed : said.unsealed}`;
  return [receipt.title, ...sections, seal, `${said.data}:\n${canonical(receipt)}`].join('\n\n');
}

const PAGE = /<script type="application\/json" id="receipt">(.*)<\/script>/s;

/** Verifies a card in any form in which it was given out: data, text or page. What stands beside the data is held to it. */
export function verifyCard(text: string, key: string | undefined, documents: Documents): Verified {
  // One line break at the end is what a program puts there.
  if (text.startsWith('{')) return verify(text.replace(/\n$/, ''), key);
  const inPage = text.startsWith('<!doctype html>') ? PAGE.exec(text)?.[1] : undefined;
  const data = inPage === undefined ? (text.trimEnd().split('\n').at(-1) ?? '') : compact(inPage);
  const verified = verify(data, key);
  if (verified.kind !== 'good') return verified;
  const given = inPage === undefined ? receiptText(verified.receipt) : documents.receipt(verified.receipt).content;
  return text === given || text === `${given}\n` ? verified : { kind: 'changed' };
}

/** The data of a page without the escapes that a page needs. */
function compact(data: string): string {
  try {
    return JSON.stringify(JSON.parse(data));
  } catch {
    return data;
  }
}
