import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { openPeople } from '../src/open.ts';
import { readPeople } from '../src/people-file.ts';
import { peopleFile, peopleOf } from './support/people.ts';

const GOOD = `
- email: Eva@Utrecht.example
  name: Eva de Wit
  roles: [editor, administrator]
  team: Inkoop
  standIn: bo@utrecht.example
- { email: bo@utrecht.example, name: Bo }
`;

/** What is wrong with a file in which this stands. */
function problemsIn(text: string): string {
  try {
    peopleOf(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the file of colleagues', () => {
  it('says who is there, what they may do, and who takes over', () => {
    const { known, all, find } = peopleOf(GOOD);
    expect(known).toBe(true);
    expect(all.map(({ name }) => name)).toEqual(['Eva de Wit', 'Bo']);
    expect(find({ id: 'eva@utrecht.example' })).toMatchObject({
      name: 'Eva de Wit',
      roles: ['editor', 'administrator'],
      team: 'Inkoop',
      standIn: 'bo@utrecht.example',
    });
    expect(find({ id: 'bo@utrecht.example' })).toMatchObject({ name: 'Bo', roles: [] });
  });

  it('knows a person by e-mail address, however it is written, and whatever they are called elsewhere', () => {
    const { find } = peopleOf(GOOD);
    for (const person of [
      { id: 'EVA@utrecht.EXAMPLE' },
      { id: 'slack:U1', email: 'Eva@Utrecht.Example' },
      { id: 'bo@utrecht.example', email: 'eva@utrecht.example' },
    ])
      expect(find(person)?.name).toBe('Eva de Wit');
    for (const id of ['web:eva@utrecht.example', 'Eva de Wit', 'cas@utrecht.example', '', '__proto__'])
      expect(find({ id })).toBeUndefined();
  });

  it('may hold nobody', () => {
    expect(peopleOf('[]')).toMatchObject({ known: true, all: [] });
  });

  it.each<[string, string, RegExp]>([
    ['an e-mail address twice', `${GOOD}- { email: EVA@utrecht.example, name: Eva }`, /eva@utrecht\.example .*twice/],
    ['a role nobody knows', '- { email: a@b.example, name: A, roles: [baas] }', /roles/],
    ['a stand-in who is not there', '- { email: a@b.example, name: A, standIn: c@b.example }', /c@b\.example/],
    ['an e-mail address that is none', '- { email: eva, name: Eva }', /email/],
    ['no name', '- { email: a@b.example }', /name/],
    ['something nobody asked for', '- { email: a@b.example, name: A, salaris: 10 }', /salaris/],
    ['no list', 'email: a@b.example', /file/],
    ['nothing', '', /not valid YAML/],
    ['no YAML', '- { email: a@b', /YAML/],
  ])('is refused with %s, and that is named', (_what, text, wanted) => {
    expect(problemsIn(text)).toMatch(wanted);
    expect(problemsIn(text).split('\n').at(-1)).toMatch(/^PEOPLE_FILE: .*\.yaml: /);
  });

  it('that is not there is named', () => {
    const missing = join(peopleFile('[]'), '..', 'nergens.yaml');
    expect(() => readPeople(missing)).toThrow(ConfigError);
    expect(() => readPeople(missing)).toThrow(/PEOPLE_FILE: .*nergens\.yaml: cannot be read \(ENOENT\)/);
  });

  it('is refused with everything that is wrong in it at once', () => {
    const problems = problemsIn(`
- { email: eva@utrecht.example, name: Eva, roles: [editor] }
- { email: eva@utrecht.example, name: Eva }
- { email: bo@utrecht.example, name: Bo, roles: [baas] }
- { email: cas@utrecht.example, name: Cas, standIn: dirk@utrecht.example }
`);
    for (const wanted of [/twice/, /roles/, /dirk@utrecht\.example/]) expect(problems).toMatch(wanted);
  });
});

describe('the setting PEOPLE_FILE', () => {
  it('names the file of colleagues', async () => {
    const people = await openPeople(readConfig({ PEOPLE_FILE: peopleFile(GOOD) }));
    expect(people.find({ id: 'eva@utrecht.example' })?.roles).toContain('editor');
  });

  it('that is not set, or empty, leaves everybody without a role, and that is known', async () => {
    for (const environment of [{}, { PEOPLE_FILE: '' }, { PEOPLE_FILE: ' ' }]) {
      const people = await openPeople(readConfig(environment));
      expect([people.known, people.all]).toEqual([false, []]);
      expect(people.find({ id: 'eva@utrecht.example' })).toBeUndefined();
    }
  });
});
