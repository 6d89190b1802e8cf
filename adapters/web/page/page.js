import { arrived, busy, found, lost, questionHolds, questionIs, quiet } from './announce.js';
import { canBeSent, close, filledIn, firstField, markSent } from './forms.js';
import { emptyMemory, keep, recall } from './memory.js';
import { botMessage, element, personMessage } from './messages.js';
import { keepRoom, reveal } from './room.js';
import { onFile } from './upload.js';

const PATIENCE = { request: 10_000, again: 5000 };

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const log = find('log');
const ask = /** @type {HTMLFormElement} */ (find('ask'));
const question = /** @type {HTMLTextAreaElement} */ (find('question'));

/** @type {Record<string, string>} */
let words = JSON.parse(document.body.dataset.words ?? '{}');
/** Somebody else begins their own conversation. */
const anew = location.hash === '#new';
if (anew) history.replaceState(null, '', '/');
let memory = anew ? emptyMemory() : recall();
let lastSeen = memory.from;
/** Whether all that was said before stands on the page. */
let ready = false;
let sending = false;
/** The message of which a button was pressed or a form was sent, until something else is said. */
let pressed = /** @type {HTMLElement | undefined} */ (undefined);
/** Whether what was pressed has not been answered yet: the focus goes along with that answer alone. */
let awaited = /** @type {'button' | 'form' | undefined} */ (undefined);
let tryAgain = 0;

ask.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = question.value;
  questionIs(text.trim() === '' ? words.empty : '');
  question.focus();
  if (text.trim() === '') return;
  question.value = '';
  memory.draft = '';
  questionHolds('', words);
  pressed = undefined;
  awaited = undefined;
  say(text, { kind: 'text', text });
});

question.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  ask.requestSubmit();
});

question.addEventListener('input', () => {
  questionIs('');
  questionHolds(question.value, words);
  memory.draft = question.value;
  keep(memory);
});

log.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button[type=button]');
  if (button instanceof HTMLElement) press(button, button.dataset.label ?? '', {});
});

log.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!canBeSent(form, words)) return;
  const button = /** @type {HTMLElement} */ (form.querySelector('button[type=submit]'));
  press(button, filledIn(form) || (button.dataset.label ?? ''), Object.fromEntries(new FormData(form)), form);
});

onFile(
  () => words,
  (name, ref) => {
    pressed = undefined;
    awaited = undefined;
    say(`${words.fileSent} ${name}`, { kind: 'file', name: name.slice(-200), ref });
  },
);

find('restart').addEventListener('click', restart);

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => speak(button.getAttribute('data-language') ?? 'nl'));
}

/**
 * @param {HTMLElement} button
 * @param {string} text
 * @param {object} values
 * @param {HTMLFormElement} [form]
 */
function press(button, text, values, form) {
  pressed = button.closest('article') ?? undefined;
  awaited = form ? 'form' : 'button';
  const id = crypto.randomUUID();
  if (form && pressed) {
    markSent(form, true);
    memory.sent.push({ turn: id, message: pressed.id, replaced: false });
  }
  say(text, { kind: 'action', action: JSON.parse(button.dataset.action ?? 'null'), values }, id);
}

/**
 * @param {string} text
 * @param {object} input
 * @param {`${string}-${string}-${string}-${string}-${string}`} [id]
 */
function say(text, input, id = crypto.randomUUID()) {
  const said = { id, after: lastSeen, text };
  memory.said.push(said);
  show(said);
  send(said.id, input);
}

function restart() {
  pressed = undefined;
  awaited = undefined;
  memory = { ...emptyMemory(), from: lastSeen, draft: question.value };
  log.replaceChildren();
  send(crypto.randomUUID(), { kind: 'opened' });
}

/** @param {string} language */
async function speak(language) {
  const answer = await fetch(`/words?lang=${language}`).catch(() => undefined);
  if (!answer?.ok) return lost(words.lost);
  /** @type {Record<string, string>} */
  const chosen = await answer.json();
  words = chosen;
  document.documentElement.lang = language;
  document.title = words.title ?? '';
  for (const named of document.querySelectorAll('[data-word]')) {
    named.textContent = words[named.getAttribute('data-word') ?? ''] ?? '';
  }
  markLanguage();
  questionHolds(question.value, words);
  // Where nothing was asked yet, the greeting can just as well come in the language chosen.
  if (memory.said.length === 0) restart();
}

function markLanguage() {
  for (const button of document.querySelectorAll('[data-language]')) {
    const chosen = button.getAttribute('data-language') === document.documentElement.lang;
    button.setAttribute('aria-pressed', String(chosen));
  }
}

/**
 * @param {string} id
 * @param {object} input
 */
function send(id, input) {
  memory.waiting.push({ id, input, locale: document.documentElement.lang });
  keep(memory);
  sendWaiting();
}

async function sendWaiting() {
  if (sending) return;
  sending = true;
  for (let turn = memory.waiting[0]; turn; turn = memory.waiting[0]) {
    const answer = await post(turn);
    if (!answer || answer.status >= 500) {
      lost(answer ? words.failed : words.lost);
      markWaiting();
      clearTimeout(tryAgain);
      tryAgain = setTimeout(sendWaiting, PATIENCE.again);
      break;
    }
    memory.waiting = memory.waiting.filter(({ id }) => id !== turn.id);
    found(words.back);
    markWaiting();
    if (answer.ok) busy(words);
    else refused(turn, (await answer.json().catch(() => ({}))).error ?? words.unreadable);
    keep(memory);
  }
  sending = false;
}

/** @param {import('./memory.js').Turn} turn */
function post(turn) {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(PATIENCE.request);
  return fetch('/turns', { method: 'POST', headers, body: JSON.stringify(turn), signal }).catch(() => undefined);
}

/**
 * Sending it again would not help: the text goes back to where it was typed.
 * @param {import('./memory.js').Turn} turn
 * @param {string} why
 */
function refused(turn, why) {
  const said = memory.said.find(({ id }) => id === turn.id);
  memory.said = memory.said.filter(({ id }) => id !== turn.id);
  document.getElementById(`t${turn.id}`)?.remove();
  if (said && question.value === '' && 'text' in turn.input) question.value = said.text;
  memory.draft = question.value;
  const form = memory.sent.find((sent) => sent.turn === turn.id);
  memory.sent = memory.sent.filter((sent) => sent !== form);
  if (form) markSent(formIn(form.message), false);
  questionHolds(question.value, words);
  questionIs(why);
}

const earlierCard = (/** @type {string} */ card) => log.querySelector(`[data-card="${CSS.escape(card)}"]`);
const formIn = (/** @type {string} */ message) => document.getElementById(message)?.querySelector('form');

function listen() {
  const messages = new EventSource('/messages');
  messages.addEventListener('reply', (event) => receive(Number(event.lastEventId), event.data));
  messages.addEventListener('ready', caughtUp);
  messages.addEventListener('error', () => {
    lost(messages.readyState === EventSource.CLOSED ? words.noSession : words.lost);
  });
}

/**
 * @param {number} id
 * @param {string} html
 */
function receive(id, html) {
  if (id <= lastSeen) return;
  if (!ready) showSaid((said) => said.after < id);
  lastSeen = id;
  const message = botMessage(html);
  const before = memory.sent.find((sent) => sent.message === message.id);
  if (before?.replaced) return;
  const earlier = message.dataset.card ? earlierCard(message.dataset.card) : null;
  const lostCard = earlier?.contains(document.activeElement) ?? false;
  earlier?.remove();
  log.append(message);
  if (before) markSent(message.querySelector('form'), true);
  quiet();
  if (!ready) return;

  const replaced = message.dataset.replaces === 'pressed-message' ? pressed : undefined;
  if (awaited === 'form') answered(replaced !== undefined);
  const lostFocus = lostCard || (replaced?.contains(document.activeElement) ?? false);
  replaced?.remove();
  reveal(message);
  arrived(message);
  follow(message, lostFocus);
}

/**
 * The form that was sent has its answer.
 * @param {boolean} replaced
 */
function answered(replaced) {
  const sent = memory.sent.find(({ message }) => message === pressed?.id);
  if (sent) sent.replaced = replaced;
  keep(memory);
}

/**
 * Who pressed goes on where the answer is, unless a question is being typed.
 * @param {HTMLElement} message
 * @param {boolean} lostFocus
 */
function follow(message, lostFocus) {
  const sent = awaited === 'form';
  const field = awaited && firstField(message);
  awaited = undefined;
  if (sent) close(pressed?.querySelector('form'));
  if (document.activeElement === question) return;
  if (field) field.focus();
  else if (sent || lostFocus) message.focus();
}

/** Everything from before is there: show what else was said, and begin where nothing was. */
function caughtUp() {
  found(words.back);
  if (!ready) {
    const begun = log.querySelector('.from-bot') || memory.waiting.length > 0;
    if (begun) showSaid(() => true);
    else restart();
    ready = true;
    log.setAttribute('aria-busy', 'false');
    for (const { turn, message } of memory.sent) if (!isWaiting(turn)) close(formIn(message));
    if (log.lastElementChild instanceof HTMLElement) reveal(log.lastElementChild);
  }
  sendWaiting();
}

const isWaiting = (/** @type {string} */ turn) => memory.waiting.some(({ id }) => id === turn);

/** @param {(said: import('./memory.js').Said) => boolean} due */
function showSaid(due) {
  for (const said of memory.said) if (due(said) && !document.getElementById(`t${said.id}`)) show(said);
}

/** @param {import('./memory.js').Said} said */
function show(said) {
  const message = personMessage(said, words);
  log.append(message);
  reveal(message);
}

/** Marks what was said and has not been taken in, and takes the mark away from what has. */
function markWaiting() {
  for (const note of log.querySelectorAll('.waiting')) note.remove();
  for (const { id } of memory.waiting) {
    document.getElementById(`t${id}`)?.append(element('p', words.waiting ?? '', 'note waiting'));
  }
}

question.value = memory.draft;
questionHolds(question.value, words);
markLanguage();
keepRoom();
listen();
