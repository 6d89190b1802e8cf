/** The question field stays in sight, unless (with large letters, on a low screen) it would cover the conversation. */
const PINNED_BELOW = 0.4;

const composer = /** @type {HTMLElement} */ (document.getElementById('composer'));
let covered = 0;

export function keepRoom() {
  new ResizeObserver(makeRoom).observe(composer);
  addEventListener('resize', makeRoom);
}

/** What gets the focus scrolls into view above the question field, not beneath it. */
function makeRoom() {
  const pinned = composer.offsetHeight < innerHeight * PINNED_BELOW;
  covered = pinned ? composer.offsetHeight : 0;
  composer.classList.toggle('pinned', pinned);
  document.documentElement.style.scrollPaddingBottom = `${covered}px`;
}

/**
 * Shows the end of a message, or its beginning when it is too tall to be seen whole.
 * @param {HTMLElement} message
 */
export function reveal(message) {
  const tall = message.offsetHeight > innerHeight - covered;
  message.scrollIntoView({ block: tall ? 'start' : 'end' });
}
