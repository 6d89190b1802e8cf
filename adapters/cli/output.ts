import { writeSync } from 'node:fs';

/** Writes a line at once and whole, also into a pipe that is slow or closed early. */
export function print(text: string): void {
  let rest = Buffer.from(`${text}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** Writes many lines, a large piece at a time. */
export function printAll(lines: readonly string[]): void {
  const AT_ONCE = 1000;
  for (let at = 0; at < lines.length; at += AT_ONCE) print(lines.slice(at, at + AT_ONCE).join('\n'));
}

/** Diagnostics, apart from what a program reads. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
