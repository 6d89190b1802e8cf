/** The type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the bot can make. Of each whether its content is the text itself; what is no text travels as base64. */
const IS_TEXT = { 'text/html': true, 'text/csv': true, [XLSX]: false, 'image/png': false } as const;

/** A file that travels with a message, which is kept as JSON. Made by `fileOf` and read by `bytesOf`. */
export type FileRef = { name: string; type: FileType; content: string };
export type FileType = keyof typeof IS_TEXT;
export const fileTypes = Object.keys(IS_TEXT) as FileType[];

/** A file of these bytes, or of this text. */
export function fileOf(name: string, type: FileType, made: string | Uint8Array): FileRef {
  const bytes = typeof made === 'string' ? Buffer.from(made, 'utf8') : Buffer.from(made);
  return { name, type, content: bytes.toString(IS_TEXT[type] ? 'utf8' : 'base64') };
}

/** The bytes that somebody gets who keeps the file. */
export function bytesOf({ type, content }: FileRef): Buffer {
  return Buffer.from(content, IS_TEXT[type] ? 'utf8' : 'base64');
}

/** How large a picture is in dots, as its head says; undefined where that is not there. */
export function sizeOf(file: FileRef): { width: number; height: number } | undefined {
  const bytes = bytesOf(file);
  return bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** What became of a file that somebody handed over, when it was fetched from the channel. */
export type Fetched = { kind: 'bytes'; bytes: Uint8Array } | { kind: NotFetched };

/**
 * `gone`: it is no longer there. `not-here`: the channel gives no files in this place, or keeps it where the bot does not go.
 * `away`: it could not be had in time.
 */
export type NotFetched = 'too-large' | 'gone' | 'not-here' | 'away';
