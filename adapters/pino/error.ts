export type Named = { error: string; stack: string };

const NAME = /^[A-Za-z]\w{0,60}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,40}$/;
/** The place of a frame: a file of ours or of a package, or a part of Node. */
const PLACE = /\(?((?:file:\/\/|node:|\/)[^()\s]*:\d+:\d+)\)?$/;
const FRAMES = 8;
const CAUSES = 4;

/** The name and code of an error and of what led to it, and where it came from. Never its message: that may hold what somebody wrote. */
export function named(error: unknown): Named {
  return { error: chainOf(error).map(nameOf).join(' < '), stack: placesOf(error).join(' ') };
}

function chainOf(error: unknown): unknown[] {
  const chain = [error];
  for (let one = error; one instanceof Error && one.cause !== undefined && chain.length <= CAUSES; one = one.cause)
    chain.push(one.cause);
  return chain;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = NAME.test(error.name) ? error.name : 'Error';
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? ` ${error.code}` : '';
  return `${name}${code}`;
}

/** A message stands before the frames and may look like one, so it is taken away first; only places are kept. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return [];
  const { stack, message } = error;
  const at = message === '' ? -1 : stack.indexOf(message);
  return (at < 0 ? stack : stack.slice(at + message.length))
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => PLACE.exec(line)?.[1] ?? [])
    .slice(0, FRAMES);
}
