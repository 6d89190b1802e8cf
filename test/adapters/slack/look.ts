/** What a person sees and can press in a message in Slack. */
export type SeenButton = { label: string; action_id: string; block_id: string; value: string; type: string };
export type SeenField = {
  id: string;
  label: string;
  kind: string;
  block_id: string;
  action_id: string;
  value: string;
  error: string;
  choices: { label: string; value: string }[];
};

type Thing = Record<string, unknown>;

export function buttonsOf(blocks: readonly object[]): SeenButton[] {
  return blocks.flatMap((block) => {
    const {
      block_id = '',
      elements = [],
      accessory,
    } = block as { block_id?: string; elements?: Thing[]; accessory?: Thing };
    return [...(Array.isArray(elements) ? elements : []), ...(accessory ? [accessory] : [])].flatMap((one) => {
      const made = (button: Thing) => ({
        label: String((button.text as Thing).text),
        value: String(button.value),
        action_id: String(one.action_id),
        block_id,
        type: String(one.type),
      });
      if (one.type === 'button') return [made(one)];
      return one.type === 'feedback_buttons'
        ? [made(one.positive_button as Thing), made(one.negative_button as Thing)]
        : [];
    });
  });
}

export function fieldsOf(blocks: readonly object[]): SeenField[] {
  return (blocks as Thing[])
    .filter(({ type }) => type === 'input')
    .map(({ block_id, label, hint, element }) => {
      const one = element as Thing;
      const options = (one.options ?? []) as { value: string; text: { text: string } }[];
      return {
        id: String(one.action_id).split(':').slice(2).join(':'),
        label: String((label as Thing).text),
        kind: String(one.type),
        block_id: String(block_id),
        action_id: String(one.action_id),
        value: String(one.initial_value ?? (one.initial_option as Thing | undefined)?.value ?? ''),
        error: String((hint as Thing | undefined)?.text ?? ''),
        choices: options.map(({ value, text }) => ({ value, label: text.text })),
      };
    });
}

/** The same words, with what is said below the sources of several of them put where a reader takes it to belong. */
export function withEnds(words: string): string {
  const each = [...words.matchAll(/^(?:Bij elke bron|With each source): (.*)$/gm)].map(([, ends]) => ({ ends }));
  const some = [...words.matchAll(/^(?:Bij bron|With sources) (\d+) (?:en|tot en met|and|to) (\d+): (.*)$/gm)].map(
    ([, from, to, ends]) => ({ from: Number(from), to: Number(to), ends }),
  );
  return words.replace(/^(\d+)\. .*$/gm, (line, number) => {
    const own = some.find(({ from, to }) => Number(number) >= from && Number(number) <= to) ?? each[0];
    return own ? `${line}; ${own.ends}` : line;
  });
}

/** All that is read in a message, in order. */
export function wordsOf(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(wordsOf).filter(Boolean).join(' ');
  if (typeof blocks !== 'object' || blocks === null) return '';
  if ('type' in blocks && blocks.type === 'mrkdwn' && 'text' in blocks) return unescaped(String(blocks.text));
  return Object.entries(blocks)
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : wordsOf(value)))
    .filter(Boolean)
    .join(' ');
}

function unescaped(mrkdwn: string): string {
  return mrkdwn
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
