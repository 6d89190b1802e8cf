const BUSY_AFTER = 300;
const SLOW_AFTER = 15_000;

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const status = find('status');
const connection = find('connection');
const question = find('question');
const questionError = find('question-error');

/** @type {number[]} */
let timers = [];

/**
 * An answer is awaited. What comes at once needs no announcement.
 * @param {Record<string, string>} words
 */
export function busy(words) {
  quiet();
  const tell = (/** @type {string | undefined} */ text) => () => {
    status.textContent = text ?? '';
    status.classList.add('busy');
  };
  timers = [setTimeout(tell(words.busy), BUSY_AFTER), setTimeout(tell(words.slow), SLOW_AFTER)];
}

export function quiet() {
  for (const timer of timers) clearTimeout(timer);
  status.classList.remove('busy');
  status.textContent = '';
}

/**
 * Said once for each reason, however often it is tried again.
 * @param {string | undefined} why
 */
export function lost(why = '') {
  quiet();
  if (connection.textContent !== why) connection.textContent = why;
}

/** @param {string | undefined} text */
export function found(text = '') {
  if (connection.textContent === '') return;
  connection.textContent = '';
  status.textContent = text;
}

/**
 * What is wrong with the question, or that nothing is any more.
 * @param {string | undefined} why
 */
export function questionIs(why = '') {
  if (questionError.textContent !== why) questionError.textContent = why;
  if (why === '') question.removeAttribute('aria-invalid');
  else question.setAttribute('aria-invalid', 'true');
}
