import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

describe('who asks how to post a request', () => {
  it.each([
    'hoe plaats ik een aanvraag',
    'hoe dien ik een aanvraag in',
    'waar kan ik een aanvraag indienen',
    'hoe maak ik een aanvraag aan',
    'hoe vraag ik iets aan',
    'how do I post a request',
    'how can i submit a request',
    'where do I place a purchase request',
  ])('gets the empty form, and none of these words in it: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(/Wat heb je nodig|What do you need/);
    expect(ann.made()).toMatchObject({ intent: 'post-request', suppliers: [] });
    expect(ann.made().understood).not.toHaveProperty('category');
  });

  it('and says what it is for, gets the request with it', async () => {
    const ann = conversation(library);
    await ann.says('hoe plaats ik een aanvraag voor 20 lunches');
    ann.hears('Dit wordt je aanvraag', '20 lunches');
  });
});
