import { LARGEST_TABLE, type TableRead } from '../../src/commission/table.ts';
import { readBook } from './read-book.ts';
import { readCsv } from './read-csv.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** How an encrypted workbook names what it holds. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Reads a calendar by what it is, whatever it is called. Never runs or follows anything in it. */
export async function readTable(bytes: Uint8Array): Promise<TableRead> {
  if (bytes.length > LARGEST_TABLE) return { kind: 'not-read', why: 'too-large' };
  if (bytes.length === 0) return { kind: 'not-read', why: 'empty' };
  if (begins(bytes, OLE))
    return { kind: 'not-read', why: Buffer.from(bytes).includes(ENCRYPTED) ? 'password' : 'old-workbook' };
  if (begins(bytes, ZIP)) return readBook(bytes);
  return readCsv(bytes);
}

function begins(bytes: Uint8Array, marks: readonly number[]): boolean {
  return marks.every((byte, at) => bytes[at] === byte);
}
