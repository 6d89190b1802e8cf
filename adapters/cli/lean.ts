import { setFlagsFromString } from 'node:v8';

/** Keeps the room for what is soon thrown away as it is now: over many records it would grow by a hundred megabytes, and nothing be faster. */
export function stayLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
