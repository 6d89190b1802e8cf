import type { Activity } from './activity.ts';

const ENTITIES: Record<string, string> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** What somebody typed in Teams, as they saw it, without the name by which they called the bot. */
export function typed({ text, entities, recipient }: Activity): string {
  const calls = (entities ?? []).flatMap((one) => (one.mentioned?.id === recipient.id && one.text ? [one.text] : []));
  return calls
    .reduce((rest, call) => rest.replaceAll(call, ' '), text ?? '')
    .replace(/<at\b[^<>]*>([^<>]*)<\/at>/g, '$1')
    .replace(/&(?:nbsp|lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
    .toWellFormed();
}

/** Whether this calls the bot by name. */
export function callsUs({ entities, recipient }: Activity): boolean {
  return (entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
}
