const SHOWN = 2000;

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} [className]
 */
export function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * What the person said, as text and nothing else.
 * @param {import('./memory.js').Said} said
 * @param {Record<string, string>} words
 */
export function personMessage({ id, text }, words) {
  const message = element('article', '', 'message from-you');
  message.id = `t${id}`;
  const line = element('p', text.slice(0, SHOWN), 'text');
  line.dir = 'auto';
  message.append(element('h3', words.you ?? ''), line);
  if (text.length > SHOWN) message.append(element('p', words.shortened ?? '', 'note'));
  return message;
}

/**
 * A reply, which the server has escaped.
 * @param {string} html
 */
export function botMessage(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}
