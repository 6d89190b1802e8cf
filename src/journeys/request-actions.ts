import type { Action } from '../action.ts';

/** What is pressed about purchase requests, besides beginning one. */
export const requestActions: ReadonlySet<Action['do']> = new Set([
  'request',
  'move',
  'show-request',
  'mute-request',
  'request-paper',
  'my-requests',
  'announce-here',
]);
