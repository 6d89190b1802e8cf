import { describe, expect, it } from 'vitest';
import { compile } from '../../src/knowledge/compile.ts';
import { texts } from '../../src/texts/texts.ts';
import { fakeAssistant, talk } from '../support/assistant.ts';
import { conversation } from '../support/conversation.ts';
import { knowledge, library } from '../support/library.ts';

describe('"over"', () => {
  it('tells what the bot is, that no model takes part, what it knows and keeps, how good it is and who looks after it', async () => {
    const { text, made } = await (await talk(library))('over');
    expect(made).toMatchObject({ intent: 'help', status: 'answered' });
    for (const part of [
      'computerprogramma',
      'AI: staat uit',
      `${knowledge.articles.size} antwoorden`,
      '30 dagen',
      '7 jaar',
      'proefvragen',
      'de redactie',
      'nog niet ingevuld',
    ])
      expect(text).toContain(part);
  });

  it('names the model that takes part, and what it gets', async () => {
    const says = await talk(library, { assistant: fakeAssistant(), assistantName: 'klein-model-3' });
    const { text } = await says('about');
    expect(text).toContain('AI: is on (klein-model-3)');
    expect(text).toContain('without names and numbers');
    expect(text).toContain('decides nothing');
  });

  it('says how to reach who looks after it, once that is filled in', async () => {
    const contacts = new Map(knowledge.contacts);
    const editors = contacts.get('redactie');
    if (editors) contacts.set('redactie', { ...editors, channel: '#redactie-inkoop' });
    const { text } = await (await talk(compile({ ...knowledge, contacts })))('over');
    expect(text).toContain('#redactie-inkoop');
  });

  it('says that nobody measured, as long as that is so', async () => {
    const { quality: _none, ...rest } = knowledge;
    expect((await (await talk(compile(rest)))('over')).text).toContain('niet gemeten');
  });

  it('asks no model anything', async () => {
    const model = fakeAssistant();
    await (await talk(library, { assistant: model }))('over deze bot');
    expect(model.reached).toEqual([]);
  });
});

describe('a first contact', () => {
  it('says that a computer program speaks, and that a model takes part only where one does', async () => {
    const an = conversation(library);
    await an.opens();
    an.hears('computerprogramma');
    an.doesNotHear(texts.nl.greetingModel);
    const bo = conversation(library, { assistant: fakeAssistant() });
    await bo.opens();
    bo.hears('computerprogramma', texts.nl.greetingModel);
    expect(bo.heard()).toMatch(/bijvoorbeeld:/);
  });
});
