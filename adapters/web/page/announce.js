const BUSY_AFTER = 300;
const SLOW_AFTER = 15_000;
/** The bot reads a text up to here. */
const READ = 4000;

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const status = find('status');
const connection = find('connection');
const question = find('question');
const questionError = find('question-error');
const questionLength = find('question-length');
const announced = find('announced');

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
 * An answer has come: its first line is said, in its language; the whole of it would go on for minutes.
 * @param {HTMLElement} message
 */
export function arrived(message) {
  announced.lang = message.lang;
  announced.textContent = message.dataset.announced ?? '';
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

/**
 * Says so as long as the question is longer than what is read of it.
 * @param {string} text
 * @param {Record<string, string>} words
 */
export function questionHolds(text, words) {
  const said = text.trim().length > READ ? (words.long ?? '') : '';
  if (questionLength.textContent !== said) questionLength.textContent = said;
}
