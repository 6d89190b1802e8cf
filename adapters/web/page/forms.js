const LONGEST = 4000;

/**
 * What was filled in, in words: one line for each field.
 * @param {HTMLFormElement} form
 */
export function filledIn(form) {
  return [...form.querySelectorAll('.field')]
    .map((field) => [field.getAttribute('data-label'), chosenIn(field)])
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n');
}

/** @param {Element} field */
function chosenIn(field) {
  const select = field.querySelector('select');
  if (select) return select.value && select.selectedOptions[0]?.text;
  const radio = field.querySelector('input:checked');
  if (radio) return radio.parentElement?.textContent?.trim();
  return /** @type {HTMLInputElement | null} */ (field.querySelector('input[type=text], textarea'))?.value;
}

/**
 * Whether it can be sent; a field that holds too much says so.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 */
export function canBeSent(form, words) {
  if (form.dataset.sent) return false;
  /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
  const fields = form.querySelectorAll('input[type=text], textarea');
  for (const field of fields) field.setCustomValidity('');
  const long = [...fields].find(({ value }) => value.length > LONGEST);
  long?.setCustomValidity(words.longField ?? '');
  return long?.reportValidity() ?? true;
}

/**
 * A form is sent once. It stays as it is while the answer is awaited, so that the focus has a place to be.
 * @param {Element | null | undefined} form
 * @param {boolean} sent
 */
export function markSent(form, sent) {
  if (!(form instanceof HTMLFormElement)) return;
  if (sent) form.dataset.sent = 'true';
  else delete form.dataset.sent;
  form.querySelector('[type=submit]')?.setAttribute('aria-disabled', String(sent));
}

/**
 * Nothing in it can be changed or sent any more.
 * @param {Element | null | undefined} form
 */
export function close(form) {
  if (!(form instanceof HTMLFormElement)) return;
  markSent(form, true);
  for (const one of form.elements) one.toggleAttribute('disabled', true);
}

/**
 * Where filling in begins: the first field that is wrong, or else the first.
 * @param {Element} message
 */
export function firstField(message) {
  const field = message.querySelector('[aria-invalid=true]') ?? message.querySelector('.field');
  const control = field?.matches('input, select, textarea') ? field : field?.querySelector('input, select, textarea');
  return control instanceof HTMLElement ? control : undefined;
}
