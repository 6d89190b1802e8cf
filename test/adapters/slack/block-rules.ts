/** What is wrong with blocks by the rules that Slack publishes for them; empty when Slack would take the message. */
export function wrongWith(message: { text: string; blocks: readonly object[] }): string[] {
  const { text, blocks } = message;
  const names = blocks.map((block) => field(block, 'block_id'));
  return [
    ...(text.trim() === '' ? ['no text beside the blocks'] : []),
    ...(text.length > 40_000 ? [`a text of ${text.length}`] : []),
    ...(blocks.length > 50 ? [`${blocks.length} blocks`] : []),
    ...(new Set(names).size < names.length ? ['two blocks of one name'] : []),
    ...names.filter((name) => String(name ?? '').length > 255).map((name) => `a long name: ${name}`),
    ...blocks.flatMap((block, at) => block_(block as Block).map((problem) => `block ${at}: ${problem}`)),
  ];
}

type Block = { type: string } & Record<string, unknown>;
type Rule = (block: Block) => string[];

const RULES: Record<string, Rule> = {
  rich_text: ({ elements }) => [...some(elements, 1, 1000), ...list(elements).flatMap(rich)],
  actions: ({ elements }) => [...some(elements, 1, 25), ...list(elements).flatMap(element), ...ownIds(elements)],
  context: ({ elements }) => [...some(elements, 1, 10), ...list(elements).flatMap((one) => textOf(one, 2000))],
  context_actions: ({ elements }) => [...some(elements, 1, 5), ...list(elements).flatMap(element)],
  input: ({ label, hint, element: one }) => [
    ...textOf(label as Block, 2000, 'plain_text'),
    ...(hint ? textOf(hint as Block, 2000, 'plain_text') : []),
    ...element(one as Block),
  ],
  header: ({ text }) => textOf(text as Block, 150, 'plain_text'),
  section: ({ text, accessory }) => [...textOf(text as Block, 3000), ...(accessory ? element(accessory as Block) : [])],
  divider: () => [],
};

function block_(block: Block): string[] {
  const rule = RULES[block.type];
  return rule ? rule(block) : [`no rule for ${block.type}`];
}

function rich(piece: Block): string[] {
  if (piece.type === 'rich_text_list')
    return [
      ...some(piece.elements, 1, 1000),
      ...(['bullet', 'ordered'].includes(String(piece.style)) ? [] : ['a list of no kind']),
      ...list(piece.elements).flatMap(rich),
    ];
  if (piece.type !== 'rich_text_section') return [`no rule for ${piece.type}`];
  return [
    ...some(piece.elements, 1, 1000),
    ...list(piece.elements).flatMap((one) => {
      if (one.type === 'text') return length(one.text, 1, 3000, 'text');
      if (one.type !== 'link') return [`an element ${one.type}`];
      return /^https?:\/\/[^\s<>]+$/.test(String(one.url)) ? length(one.url, 1, 3000, 'url') : [`address ${one.url}`];
    }),
  ];
}

function element(one: Block): string[] {
  const id = length(one.action_id, 1, 255, 'action_id');
  switch (one.type) {
    case 'button':
      return [
        ...id,
        ...textOf(one.text as Block, 75, 'plain_text'),
        ...length(one.value, 1, 2000, 'value'),
        ...(one.style === undefined || ['primary', 'danger'].includes(String(one.style)) ? [] : [`style ${one.style}`]),
      ];
    case 'feedback_buttons':
      return [...id, ...feedback(one.positive_button as Block), ...feedback(one.negative_button as Block)];
    case 'plain_text_input':
      return [
        ...id,
        ...(one.initial_value === undefined
          ? []
          : length(one.initial_value, 1, Number(one.max_length), 'initial_value')),
        ...(Number(one.max_length) > 3000 ? ['max_length'] : []),
      ];
    case 'radio_buttons':
      return [...id, ...choices(one, 10)];
    case 'static_select':
      return [...id, ...choices(one, 100), ...textOf(one.placeholder as Block, 150, 'plain_text')];
    default:
      return [`no rule for ${one.type}`];
  }
}

function feedback({ text, value, accessibility_label }: Block): string[] {
  return [
    ...textOf(text as Block, 75, 'plain_text'),
    ...length(value, 1, 2000, 'value'),
    ...length(accessibility_label, 1, 75, 'accessibility_label'),
  ];
}

function choices({ options, initial_option }: Block, most: number): string[] {
  const all = list(options);
  const chosen = JSON.stringify(initial_option);
  return [
    ...some(options, 1, most),
    ...all.flatMap((one) => [
      ...textOf(one.text as Block, 75, 'plain_text'),
      ...length(one.value, 1, 150, 'value'),
      ...(one.description ? textOf(one.description as Block, 75, 'plain_text') : []),
    ]),
    ...(chosen === undefined || all.some((one) => JSON.stringify(one) === chosen)
      ? []
      : ['a choice that is not there']),
  ];
}

function textOf({ type, text }: Block, most: number, kind?: string): string[] {
  return [...(kind && type !== kind ? [`${type} instead of ${kind}`] : []), ...length(text, 1, most, 'text')];
}

function ownIds(elements: unknown): string[] {
  const ids = list(elements).map(({ action_id }) => action_id);
  return new Set(ids).size < ids.length ? ['two elements of one id'] : [];
}

function length(value: unknown, least: number, most: number, what: string): string[] {
  const long = typeof value === 'string' ? value.length : -1;
  return long < least || long > most ? [`${what} of ${long}`] : [];
}

function some(value: unknown, least: number, most: number): string[] {
  const count = list(value).length;
  return count < least || count > most ? [`${count} elements`] : [];
}

function list(value: unknown): Block[] {
  return Array.isArray(value) ? value : [];
}

function field(block: object, name: string): unknown {
  return (block as Record<string, unknown>)[name];
}
