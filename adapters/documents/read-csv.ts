import { parse } from 'csv-parse/sync';
import type { TableRead } from '../../src/commission/table.ts';

const DELIMITERS = [';', ',', '\t', '|'];
const SAMPLE = 20_000;

/** Lines with cells between signs, in the encodings that spreadsheets save. Every cell stays the text it was. */
export function readCsv(bytes: Uint8Array): TableRead {
  const text = decoded(bytes);
  if (text === undefined) return { kind: 'not-read', why: 'encoding' };
  if (/^%PDF|^\{\\rtf|^<(?:!doctype|html|\?xml)/i.test(text) || isBinary(text))
    return { kind: 'not-read', why: 'not-a-table' };
  if (text.trim() === '') return { kind: 'not-read', why: 'empty' };
  try {
    const rows = rowsOf(text, delimiterOf(text));
    return { kind: 'read', sheets: [{ name: 'CSV', rows }], notes: [] };
  } catch {
    return { kind: 'not-read', why: 'damaged' };
  }
}

/** UTF-8 and UTF-16 by their mark or their zeros; what is neither comes from an older Windows. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const sample = bytes.subarray(0, 2000);
  const zeros = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length / (sample.length / 2);
  try {
    if ((first === 0xff && second === 0xfe) || zeros(1) > 0.6) return new TextDecoder('utf-16le').decode(bytes);
    if ((first === 0xfe && second === 0xff) || zeros(0) > 0.6) return new TextDecoder('utf-16be').decode(bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd > sample.length * 0.01;
}

/** The sign that parts most cells in the first lines, the same number in each. */
function delimiterOf(text: string): string {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (named) return named;
  const cut = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1) : text;
  const scored = DELIMITERS.map((delimiter) => {
    try {
      const widths = rowsOf(cut, delimiter).map((row) => row.length);
      const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
      return { delimiter, score: (usual - 1) * (widths.filter((width) => width === usual).length / widths.length) };
    } catch {
      return { delimiter, score: -1 };
    }
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ';';
}

function rowsOf(text: string, delimiter: string): string[][] {
  return parse(text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, ''), {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
  });
}
