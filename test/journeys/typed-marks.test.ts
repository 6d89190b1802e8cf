import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/journeys/request-card.ts';
import { holdsFor, seed } from '../support/seed.ts';

const marks = fc
  .array(fc.constantFrom('[', ']', '(', ')', '](', '*', '**', ' ', '\n', 'a', 'https://evil.example'), {
    maxLength: 30,
  })
  .map((some) => some.join(''));

describe('what somebody typed', () => {
  it('holds no link under another name and no bold, also where one stands in another', () => {
    for (const text of ['[[utrecht.nl](x)](https://evil.example)', '[a]**(https://evil.example)', '*[*](x)vet**'])
      expect(plain(text)).not.toMatch(/\]\(|\*\*/);
    expect(plain('[kijk](https://www.utrecht.nl) naar **dit**')).toBe('kijk (https://www.utrecht.nl) naar dit');
  });

  it(`holds none whatever it is made of (seed ${seed})`, async () => {
    await holdsFor(marks, (text) => expect(plain(text)).not.toMatch(/\]\(|\*\*/), 2000);
  });
});
