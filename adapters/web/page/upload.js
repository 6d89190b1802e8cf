const PATIENCE = 120_000;

const form = /** @type {HTMLFormElement} */ (document.getElementById('hand-over'));
const file = /** @type {HTMLInputElement} */ (document.getElementById('file'));
const error = /** @type {HTMLElement} */ (document.getElementById('file-error'));
let sending = false;

/**
 * Hands over the file that was chosen: first its bytes, then what it is called here.
 * @param {() => Record<string, string>} words
 * @param {(name: string, ref: string) => void} handedOver
 */
export function onFile(words, handedOver) {
  file.addEventListener('change', () => fileIs(''));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [chosen] = file.files ?? [];
    if (sending) return;
    if (!chosen) return wrong(words().noFile);
    if (chosen.size > Number(file.dataset.most)) return wrong(words().fileTooLarge);
    sending = true;
    fileIs('');
    const answer = await post(chosen);
    sending = false;
    if (!answer?.ref) return wrong(answer?.error ?? words().fileLost);
    form.reset();
    handedOver(chosen.name, answer.ref);
  });
}

/**
 * @param {File} chosen
 * @returns {Promise<{ ref?: string, error?: string } | undefined>}
 */
async function post(chosen) {
  try {
    const answer = await fetch('/files', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: chosen,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await answer.json();
  } catch {
    return undefined;
  }
}

/** @param {string | undefined} why */
function wrong(why) {
  fileIs(why);
  file.focus();
}

/**
 * What is wrong with the file, or that nothing is any more.
 * @param {string | undefined} why
 */
function fileIs(why = '') {
  error.textContent = why;
  if (why === '') file.removeAttribute('aria-invalid');
  else file.setAttribute('aria-invalid', 'true');
}
