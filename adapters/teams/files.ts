import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { bytesOf, type FileRef } from '../../src/file.ts';
import { clean, cut } from '../../src/on-screen.ts';
import type { Held } from './held.ts';
import { type Language, words } from './words.ts';

/** A message of Teams about a file: the offer, and what takes its place once it is in somebody's own files. */
export type FileMessage = {
  type: 'message';
  attachments: { contentType: string; name: string; content: object; contentUrl?: string }[];
};

/** Packed, as text; Teams refuses a message that is too large. */
const MOST_PACKED = 30_000;
/** No larger file is packed so small. */
const WORTH_PACKING = 1024 * 1024;
const MOST_OFFERED = 10 * 1024 * 1024;
const MOST_UNPACKED = MOST_OFFERED;
const LONGEST_UPLOAD = 10_000;

/** How a file is offered: it travels in the offer itself, or it is kept here until somebody chooses. */
export function wayOf(file: FileRef): 'travels' | 'held' | 'too-large' {
  const { length } = bytesOf(file);
  if (length > MOST_OFFERED) return 'too-large';
  return length < WORTH_PACKING && packedOf(file).length <= MOST_PACKED ? 'travels' : 'held';
}

function packedOf(file: FileRef): string {
  return gzipSync(bytesOf(file)).toString('base64');
}

/** Offers a file to one person, who says whether it may be put among their files. Undefined for one that is too large. */
export function offerOf(file: FileRef, language: Language, held: Held): FileMessage | undefined {
  const way = wayOf(file);
  if (way === 'too-large') return undefined;
  const bytes = bytesOf(file);
  const shown = nameOf(file.name);
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: shown,
        content: {
          description: words[language].fileWhy,
          sizeInBytes: bytes.length,
          acceptContext: {
            name: shown,
            ...(way === 'travels' ? { packed: packedOf(file) } : { held: held.keep(bytes) }),
          },
          declineContext: {},
        },
      },
    ],
  };
}

const Chosen = z.object({ action: z.enum(['accept', 'decline']) });
const Accepted = z.object({
  context: z.union([
    z.object({ name: z.string().min(1).max(200), packed: z.string().max(MOST_PACKED) }),
    z.object({ name: z.string().min(1).max(200), held: z.string().max(200) }),
  ]),
  uploadInfo: z.object({
    uploadUrl: z.url().max(10_000),
    contentUrl: z.url().max(10_000),
    uniqueId: z.string().max(1000),
    fileType: z.string().max(50),
  }),
});
export type Accepted = z.infer<typeof Accepted>;

/** What somebody chose below an offer: the file with the place for it, or that they want none. Undefined for anything else. */
export function readChoice(value: unknown): Accepted | 'declined' | undefined {
  const chosen = Chosen.safeParse(value);
  if (!chosen.success) return undefined;
  return chosen.data.action === 'decline' ? 'declined' : Accepted.safeParse(value).data;
}

/** The places where Teams keeps the files of people. */
export function isStorage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === 'https:' && url.username === '' && url.port === '' && /\.sharepoint\.com$/.test(url.hostname)
  );
}

/** Puts the file in its place and says what the offer becomes. */
export async function upload({ context, uploadInfo }: Accepted, held: Held): Promise<FileMessage> {
  const bytes = 'held' in context ? held.get(context.held) : unpacked(context.packed);
  if (!bytes) throw new Error('the file is no longer kept');
  const response = await fetch(uploadInfo.uploadUrl, {
    method: 'PUT',
    headers: {
      'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      'Content-Type': 'application/octet-stream',
    },
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_UPLOAD),
  });
  if (!response.ok) throw new Error(`the file was not taken: ${response.status}`);
  const { contentUrl, uniqueId, fileType } = uploadInfo;
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl,
        name: context.name,
        content: { uniqueId, fileType },
      },
    ],
  };
}

function unpacked(packed: string): Uint8Array {
  return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_UNPACKED });
}

/** Signs that no file may have in its name are left out. */
function nameOf(name: string): string {
  return (
    cut(
      clean(name)
        .replace(/["*:<>?/\\|#%]/g, '')
        .trim(),
      100,
    ) || 'bestand'
  );
}
