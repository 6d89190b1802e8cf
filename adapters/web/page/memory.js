/**
 * @typedef {{ id: string, after: number, text: string }} Said a line of the person, and the reply it came after
 * @typedef {{ id: string, input: object, locale: string }} Turn
 * @typedef {{ turn: string, message: string, replaced: boolean }} Sent a form that was sent, and the message it stands in
 * @typedef {{ from: number, said: Said[], sent: Sent[], waiting: Turn[], draft: string }} Memory
 */

const KEY = 'conversation';
const KEPT = 200;

/** @returns {Memory} */
export const emptyMemory = () => ({ from: 0, said: [], sent: [], waiting: [], draft: '' });

/** What this tab remembers, so that neither a reload nor a lost connection costs a word. */
export function recall() {
  try {
    return /** @type {Memory} */ ({ ...emptyMemory(), ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') });
  } catch {
    return emptyMemory();
  }
}

/** @param {Memory} memory */
export function keep(memory) {
  memory.said.splice(0, memory.said.length - KEPT);
  memory.sent.splice(0, memory.sent.length - KEPT);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // A storage that is full or forbidden costs the person's own lines after a reload, and nothing else.
  }
}
