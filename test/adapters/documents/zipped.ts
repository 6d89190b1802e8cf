import { crc32 } from 'node:zlib';

/** A packed file with these in it, as they are. */
export function zipped(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const own = Buffer.from(name);
    const about = Buffer.alloc(16);
    about.writeUInt32LE(crc32(data), 4);
    about.writeUInt32LE(data.length, 8);
    about.writeUInt32LE(data.length, 12);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0]), about, lengths(own.length, 0)]);
    parts.push(local, own, data);
    const entry = Buffer.concat([
      Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0]),
      about,
      lengths(own.length, 0),
      Buffer.alloc(10),
      number(at),
    ]);
    index.push(entry, own);
    at += local.length + own.length + data.length;
  }
  const all = Buffer.concat(index);
  const count = Object.keys(files).length;
  const end = Buffer.concat([
    Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0]),
    lengths(count, count),
    number(all.length),
    number(at),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...parts, all, end]);
}

function lengths(first: number, second: number): Buffer {
  const made = Buffer.alloc(4);
  made.writeUInt16LE(first, 0);
  made.writeUInt16LE(second, 2);
  return made;
}

function number(value: number): Buffer {
  const made = Buffer.alloc(4);
  made.writeUInt32LE(value);
  return made;
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook with one sheet, of which the rows are written as they stand in the file. */
export function workbook(rows: string, more: Record<string, string> = {}): Buffer {
  return zipped({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="Kalender" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${rows}</worksheet>`,
    ...more,
  });
}
