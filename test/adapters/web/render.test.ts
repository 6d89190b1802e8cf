import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../adapters/web/render.ts';
import type { Action } from '../../../src/action.ts';
import { fileOf, XLSX } from '../../../src/file.ts';
import { type Part, plainText, type Reply } from '../../../src/reply.ts';
import { texts } from '../../../src/texts/texts.ts';
import { picture } from '../../support/replies.ts';

const at = { id: 7, number: 3 };
const replyOf = (...parts: Part[]): Reply => ({ language: 'nl', parts });
const text = (said: string) => render(replyOf({ kind: 'text', text: said }), at);

describe('a reply as HTML', () => {
  it('makes paragraphs, line breaks, bold and lists', () => {
    expect(text('Een\ntwee\n\n**drie**')).toContain('<p>Een<br>twee</p><p><strong>drie</strong></p>');
    expect(text('Kies:\n- a\n- **b**')).toContain('<p>Kies:</p><ul><li>a</li><li><strong>b</strong></li></ul>');
    expect(text('2. a\n3. b')).toContain('<ol start="2"><li>a</li><li>b</li></ol>');
  });

  it('links to http and https, and says that a new tab opens', () => {
    for (const address of ['https://utrecht.nl/', 'http://utrecht.nl/']) {
      expect(text(`[Utrecht](${address})`)).toContain(
        `<a href="${address}" target="_blank" rel="noopener noreferrer">Utrecht<span class="unseen"> (opent in een nieuw tabblad)</span></a>`,
      );
    }
    expect(text('**zie [dit](https://utrecht.nl/)**')).toContain('<strong>zie <a href');
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert`1`',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/turns',
    'https://google.com@evil.example',
    'https:',
    'mailto:a@b.nl',
  ])('leaves [links](%s) as text', (address) => {
    expect(text(`[klik](${address})`)).not.toContain('<a ');
    expect(text(`[klik](${address})`)).toContain('[klik](');
    const source = { id: 's', title: 'Bron', url: address };
    expect(render(replyOf({ kind: 'sources', sources: [source] }), at)).not.toContain('<a ');
  });

  it('says which language it speaks, who wrote it and what it takes the place of', () => {
    const html = render({ language: 'en', wordedBy: 'model', replaces: 'pressed-message', parts: [] }, at);
    expect(html).toContain('lang="en"');
    expect(html).toContain('Worded with AI');
    expect(html).toContain('data-replaces="pressed-message"');
  });

  it('heads the facts about a supplier with its name, what it does for people, and then the facts', () => {
    const facts = [{ label: 'Plaats', value: 'Utrecht' }];
    const named: Part = { kind: 'facts', title: 'The <b>Colour</b> Kitchen', lead: 'Leert het **vak**.', facts };
    expect(render(replyOf(named), at)).toContain(
      '<h4 id="m7-0-title">The &lt;b&gt;Colour&lt;/b&gt; Kitchen</h4><div class="text"><p>Leert het <strong>vak</strong>.</p></div><dl class="facts" aria-labelledby="m7-0-title"><div><dt>Plaats</dt><dd>Utrecht</dd></div></dl>',
    );
    expect(render(replyOf({ kind: 'facts', facts }), at)).not.toMatch(/<h4|aria-labelledby="m7-0/);
    expect(plainText(replyOf({ ...named, title: 'The Colour Kitchen' }), texts.nl)).toBe(
      'The Colour Kitchen\nLeert het vak.\n\nPlaats: Utrecht',
    );
  });

  it('marks what is Dutch in an English answer', () => {
    const source = { id: 's', title: 'Nota', at: 'hoofdstuk 2', language: 'nl', url: 'https://utrecht.nl/' } as const;
    const inEnglish = render({ language: 'en', parts: [{ kind: 'sources', sources: [source] }] }, at);
    expect(inEnglish).toContain('><span lang="nl">Nota</span><span class="unseen"> (opens in a new tab)');
    expect(inEnglish).toContain('</a><span lang="nl">, hoofdstuk 2</span>');
    expect(render(replyOf({ kind: 'sources', sources: [source] }), at)).not.toContain('lang="nl">Nota');
  });

  it('tells links with one title and other addresses apart', () => {
    const source = (at: string, path: string) => ({ id: path, title: 'Nota', at, url: `https://utrecht.nl/${path}` });
    const sources = [source('doel', 'a'), source('bewijs', 'b'), source('bewijs', 'c')];
    const html = render(replyOf({ kind: 'sources', sources }), at);
    const names = [...html.matchAll(/<a [^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(names).toEqual(['Nota, doel', 'Nota, bewijs', 'Nota, bewijs (2)']);
    const one = render(replyOf({ kind: 'sources', sources: [source('doel', 'a'), source('bewijs', 'a')] }), at);
    expect(one).toContain('Nota<span class="unseen"> (opent in een nieuw tabblad)</span></a>, doel');
  });

  it('shows a picture with its words, at its own size, and begins with those words when it is announced', () => {
    const html = render(replyOf({ kind: 'image', file: picture, alt: 'Kansen: "3"\nin 2027' }), at);
    expect(html).toContain(`<img src="data:image/png;base64,${picture.content}" width="1" height="1" alt="Kansen: `);
    expect(html).toContain('data-announced="Antwoord 3: Kansen: &quot;3&quot;"');
  });

  it('gives a file of any type as it is', () => {
    const links = [fileOf('k.xlsx', XLSX, Uint8Array.of(0, 255)), fileOf('k.csv', 'text/csv', '\ufeffé')].map(
      (file) => / href="([^"]*)"/.exec(render(replyOf({ kind: 'file', file }), at))?.[1],
    );
    expect(links).toEqual([`data:${XLSX};base64,AP8=`, 'data:text/csv;charset=utf-8;base64,77u/w6k=']);
  });

  it('has a short line to announce: which answer, and how it begins', () => {
    const announced = (html: string) => / data-announced="([^"]*)"/.exec(html)?.[1];
    expect(announced(text('\n**Ja**, zie [de nota](https://utrecht.nl/).\nEn nog iets.'))).toBe(
      'Antwoord 3: Ja, zie de nota.',
    );
    expect(announced(render({ language: 'en', parts: [] }, at))).toBe('Answer 3');
    const long = announced(text('woord '.repeat(600))) ?? '';
    expect(long.length).toBeLessThan(170);
    expect(long).toMatch(/woord…$/);
  });

  it('keeps what was filled in, with the error tied to its field', () => {
    const html = render(
      replyOf({
        kind: 'form',
        fields: [
          { id: 'amount', label: 'Bedrag', kind: 'text', required: true, value: '"6"', error: 'vul een getal in' },
        ],
        submit: { label: 'Verder', action: { do: 'answer', question: 'q' } },
      }),
      at,
    );
    expect(html).toContain('value="&quot;6&quot;"');
    expect(html).toContain('aria-invalid="true" aria-describedby="m7-0-0-error"');
    expect(html).toContain('id="m7-0-0-error"');
  });

  it('draws a hundred thousand opening brackets at once', () => {
    const from = performance.now();
    for (const odd of ['[', '**', '[a](', '- ', '\n\n', '1. ', '[**']) text(odd.repeat(100_000 / odd.length));
    expect(performance.now() - from).toBeLessThan(5000);
  });
});

const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<script>alert(1)</script>',
          '<img src=x onerror=alert(1)>',
          '</textarea>',
          '</article>',
          '<!--',
          ']]>',
          '<!channel>',
          '<@U1>',
        ],
        ...[
          '"',
          "'",
          '`',
          '&',
          '&lt;',
          '" onfocus="x',
          '[klik](javascript:alert(1))',
          '[x](https://a.example/"onclick=x)',
          '**',
          '\n',
          '\n\n',
          '- ',
        ],
        ...[
          '1. ',
          '\u202e',
          '\u2066',
          '\u200f',
          '\u0000',
          '\u001b[2J',
          '\u2028',
          '\r',
          '\ud800',
          '🙂',
          '{"type":"AdaptiveCard"}',
          'data: x',
        ],
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join('')),
);
const words = { nl: 'nl', en: 'en' } as const;
const action: fc.Arbitrary<Action> = fc.oneof(
  hostile.map((said) => ({ do: 'ask', text: said }) as const),
  fc.record({ do: fc.constant('answer' as const), question: hostile, value: hostile }),
  fc.record({ do: fc.constant('rate' as const), answer: hostile, helpful: fc.boolean() }),
);
const button = fc.record({ label: hostile, action, style: fc.constantFrom('primary' as const, 'danger' as const) });
const field = fc.record({
  id: hostile,
  label: hostile,
  kind: fc.constantFrom('text' as const, 'long-text' as const, 'choice' as const),
  required: fc.boolean(),
  choices: fc.array(fc.record({ value: hostile, label: hostile }), { maxLength: 9 }),
  value: hostile,
  error: hostile,
});
const part: fc.Arbitrary<Part> = fc.oneof(
  hostile.map((said) => ({ kind: 'text', text: said }) as const),
  fc.record({
    kind: fc.constant('facts' as const),
    title: hostile,
    lead: hostile,
    facts: fc.array(fc.record({ label: hostile, value: hostile })),
  }),
  hostile.map((alt) => ({ kind: 'image', file: picture, alt }) as const),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('form' as const), fields: fc.array(field, { maxLength: 3 }), submit: button }),
  fc.record({
    kind: fc.constant('sources' as const),
    sources: fc.array(
      fc.record({
        ...{ id: hostile, title: hostile, at: hostile, url: hostile, remark: hostile },
        language: fc.constantFrom(words.nl, words.en),
      }),
    ),
  }),
);
const reply: fc.Arbitrary<Reply> = fc.record({
  language: fc.constantFrom(words.nl, words.en),
  parts: fc.array(part, { maxLength: 4 }),
});

const TAG = /<\/?(?<tag>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+(?:="[^"<>]*")?)*) ?>/g;
const TAGS =
  'article h3 h4 p br strong a span ul ol li dl div dt dd button form fieldset legend label input textarea select option img'.split(
    ' ',
  );
const ATTRIBUTES =
  'src alt width height class id lang tabindex start href target rel type name value for role rows autocomplete required checked selected novalidate data-label data-action data-announced aria-required aria-invalid aria-describedby aria-label aria-labelledby'.split(
    ' ',
  );

describe(`whatever a reply holds (FAST_CHECK_SEED=${seed})`, { timeout: 60_000 }, () => {
  it('only our own tags and attributes come out of it', () => {
    fc.assert(
      fc.property(reply, (any) => {
        const html = render(any, at);
        const found = [...html.matchAll(TAG)].map(({ groups }) => groups ?? {});
        const attributes = found.flatMap(({ attributes = '' }) => [...attributes.matchAll(/ ([a-z-]+)(?:="[^"]*")?/g)]);
        const ours = [...TAGS, ...ATTRIBUTES];
        const names = [...found.map(({ tag = '' }) => tag), ...attributes.map(([, name = '']) => name)];
        expect(names.filter((name) => !ours.includes(name))).toEqual([]);
        expect(html.replace(TAG, '')).not.toMatch(/[<>"']/);
        for (const [, address] of html.matchAll(/ src="([^"]*)"/g))
          expect(address).toMatch(/^data:image\/png;base64,[\w+/=]*$/);
        for (const [, address] of html.matchAll(/ href="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//);
      }),
      { numRuns: 5000, seed },
    );
  });

  it('nothing in it steers the screen', () => {
    fc.assert(
      fc.property(reply, (any) => {
        const html = render(any, at);
        expect(html).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
        );
        expect(html.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000, seed },
    );
  });

  it('every action that goes out comes back the same', () => {
    fc.assert(
      fc.property(button, (any) => {
        const html = render(replyOf({ kind: 'buttons', buttons: [any] }), at);
        const carried = / data-action="([^"]*)"/.exec(html)?.[1] ?? '';
        const unescaped = carried.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
        expect(JSON.parse(unescaped.replaceAll('&gt;', '>').replaceAll('&amp;', '&'))).toEqual(any.action);
      }),
      { numRuns: 2000, seed },
    );
  });
});
