import type { WebClient } from '@slack/web-api';
import { LARGEST_TABLE } from '../../src/commission/table.ts';
import { download } from '../../src/download.ts';
import type { Fetched, NotFetched } from '../../src/file.ts';
import type { Channel, Log } from '../../src/ports.ts';
import { codeOf } from './failure.ts';

/** Where Slack keeps files: the token goes there and nowhere else. */
const FILES = 'https://files.slack.com';

const WHY: Record<string, NotFetched> = {
  file_deleted: 'gone',
  file_not_found: 'gone',
  access_denied: 'not-here',
  not_in_channel: 'not-here',
};

/** Fetches files by their id: Slack says where each is, and whether it is still there. */
export function createFetch(
  client: WebClient,
  { token, apiUrl, log }: { token: string; apiUrl: string | undefined; log: Log },
): Required<Pick<Channel, 'fetch'>>['fetch'] {
  const origins = [FILES, ...(apiUrl ? [new URL(apiUrl).origin] : [])];
  const headers = { authorization: `Bearer ${token}` };

  return async (_at, id): Promise<Fetched> => {
    try {
      const { file } = await client.files.info({ file: id });
      const address = file?.url_private_download ?? file?.url_private;
      if (!address) return { kind: 'gone' };
      if ((file?.size ?? 0) > LARGEST_TABLE) return { kind: 'too-large' };
      const isPage = file?.mimetype === 'text/html';
      return await download(address, {
        headers,
        allowed: (where) => origins.includes(URL.parse(where)?.origin ?? ''),
        // In the place of a file that it does not give, Slack gives a page to sign in.
        genuine: (received) => isPage || !received.get('content-type')?.startsWith('text/html'),
      });
    } catch (error) {
      const why = WHY[codeOf(error) ?? ''];
      if (!why) log.error('slack-file-not-fetched', error);
      return { kind: why ?? 'away' };
    }
  };
}
