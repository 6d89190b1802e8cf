import { z } from 'zod';
import type { Heard } from '../../src/handed.ts';
import type { Activity } from './activity.ts';

/** How Teams tells of a file in a chat with one person: an address that needs no password, for a short while. */
const FILE = 'application/vnd.microsoft.teams.file.download.info';
const Content = z.object({ downloadUrl: z.string().min(1).max(10_000) });
/** In a group Teams gives no file: the text has a mark where it stands. */
const MARK = /<attachment\b/;
const NOWHERE: Heard = { name: '', ref: 'nowhere' };

/** The files that came with a message. */
export function filesOf({ attachments, conversation }: Activity): Heard[] {
  const all = attachments ?? [];
  const files = all.flatMap(({ contentType, name, content }) => {
    const { data } = Content.safeParse(contentType === FILE ? content : undefined);
    return data ? [{ name: name ?? '', ref: data.downloadUrl }] : [];
  });
  if (conversation.conversationType === 'personal') return files;
  const marked = all.some(({ contentType, content }) => contentType === 'text/html' && MARK.test(String(content)));
  return marked ? [NOWHERE] : [];
}
