import { describe, expect, it } from 'vitest';
import { render as inSlack } from '../../adapters/slack/render.ts';
import { render as inTeams } from '../../adapters/teams/render.ts';
import { render as onPage } from '../../adapters/web/render.ts';
import { plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';

const cited = (title: string): Reply => ({
  language: 'nl',
  parts: [{ kind: 'sources', sources: [{ id: 'a', title, at: 'bladzijde 2', remark: 'niet nagekeken' }] }],
});

/** What is drawn of a reply in each place. */
const places: [string, (reply: Reply) => string][] = [
  ['Slack', (reply) => JSON.stringify(inSlack(reply, { id: 'm1' }).blocks)],
  ['Teams', (reply) => JSON.stringify(inTeams(reply, { id: 'm1' }).attachments?.[0]?.content.body)],
  ['the page', (reply) => onPage(reply, { id: 1, number: 1 }).replace(/<[^>]*>/g, '')],
];
describe.each(places)('a source in %s', (_place, draw) => {
  it('has no full stop before the comma behind its title', () => {
    const drawn = draw(cited('Een subsidie is geen inkoop.'));
    expect(drawn).toContain('Een subsidie is geen inkoop');
    expect(drawn).not.toContain('geen inkoop.');
  });

  it('keeps the point of an abbreviation', () => {
    expect(draw(cited('Stichting Doel B.V.'))).toContain('Doel B.V.');
  });
});

it('has its whole title in plain text, with a dash behind the full stop', () => {
  const said = (title: string) => plainText(cited(title), texts.nl);
  expect(said('Een subsidie is geen inkoop.')).toBe('Bron: Een subsidie is geen inkoop. – bladzijde 2, niet nagekeken');
  expect(said('Stichting Doel B.V.')).toBe('Bron: Stichting Doel B.V., bladzijde 2, niet nagekeken');
  expect(said('Wet')).toBe('Bron: Wet, bladzijde 2, niet nagekeken');
});
