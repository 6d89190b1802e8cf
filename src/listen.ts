import { once } from 'node:events';
import type { Server } from 'node:http';
import { ConfigError } from './errors.ts';
import { within } from './within.ts';

/** Opens a door at this port, or throws a ConfigError that names the setting. */
export async function listen(
  server: Server,
  { port, host, setting }: { port: number; host: string; setting: string },
): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new ConfigError([`${setting}: ${whyNot(error, port, host)}`]);
  }
}

/** Milliseconds between two looks for connections that have nothing more to say. */
const LOOK_AGAIN = 25;

/** Closes a door: nobody new comes in, what is under way may end within so many milliseconds, and then it is over. */
export async function close(server: Server, longest: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN);
  await within<unknown>(longest, closed, undefined);
  clearInterval(looking);
  server.closeAllConnections();
}

function whyNot(error: unknown, port: number, host: string): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `poort ${port} is al in gebruik; kies een andere, of stop wat die poort gebruikt`;
    case 'EACCES':
      return `poort ${port} mag dit account niet gebruiken; kies er een boven 1024`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `het adres ${host} is niet van deze computer`;
    default:
      return `poort ${port} op ${host} kan niet open`;
  }
}
