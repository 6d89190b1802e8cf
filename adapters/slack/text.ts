/** What somebody typed in Slack, as they saw it: without Slack's way of writing links, names and signs. */
export function typed(text: string, bot: string | undefined): string {
  return unescaped(text.replace(/<([^<>]*)>/g, (_, inner: string) => named(inner, bot)))
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
    .toWellFormed();
}

/** The three signs that Slack writes another way, as they were typed. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function named(inner: string, bot: string | undefined): string {
  const [target = '', label] = inner.split('|');
  if (target === `@${bot}`) return ' ';
  if (target.startsWith('@')) return label ? `@${label}` : '';
  if (target.startsWith('#') || target.startsWith('!')) return label ?? target.replace('!', '@');
  return label ?? target.replace(/^mailto:|^tel:/, '');
}

/** Whom a text calls by name. */
export function mentions(text: string): string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, user]) => user ?? '');
}
