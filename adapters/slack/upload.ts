import type { WebClient } from '@slack/web-api';
import { DeliveryError } from '../../src/delivery.ts';
import { bytesOf, type FileRef } from '../../src/file.ts';
import { clean, cut } from '../../src/on-screen.ts';
import type { Reply } from '../../src/reply.ts';
import { fetchOrThrow } from './client.ts';
import { LIMITS } from './limits.ts';

/** `alt`: what a picture says, for who does not see it. */
export type Upload = { file: FileRef; alt?: string };

const LONGEST_UPLOAD = 8000;

export function filesIn({ parts }: Reply): Upload[] {
  return parts.flatMap((part) => {
    if (part.kind === 'image') return [{ file: part.file, alt: part.alt }];
    return part.kind === 'file' ? [{ file: part.file }] : [];
  });
}

/**
 * Puts a file in a conversation. In three steps of our own: the SDK's one step sends `alt_text`, and Slack knows `alt_txt`
 * alone. A file that is no picture goes without it: Slack then says that it is shared, and shows it to nobody.
 */
export async function upload(
  client: WebClient,
  { file, alt }: Upload,
  where: { channel_id: string; thread_ts?: string },
): Promise<void> {
  const bytes = bytesOf(file);
  const { upload_url, file_id } = await client.files.getUploadURLExternal({
    filename: file.name,
    length: bytes.length,
    ...(alt && file.type.startsWith('image/') ? { alt_txt: cut(clean(alt), LIMITS.altText) } : {}),
  });
  if (!upload_url || !file_id) throw new DeliveryError({ kind: 'unanswered' });
  await fetchOrThrow(upload_url, {
    method: 'POST',
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_UPLOAD),
  });
  await client.files.completeUploadExternal({ ...where, files: [{ id: file_id, title: file.name }] });
}
