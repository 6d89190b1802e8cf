import { describe, expect, it } from 'vitest';
import { mayBeOffered } from '../../src/suppliers/supplier.ts';
import { knowledge, library } from '../support/library.ts';

const subjects = [...knowledge.subjects.values()];
const TWELVE = [
  ...['wegen-en-fietspaden', 'groen-spelen-en-toestellen', 'riolering-en-waterbeheer', 'bruggen-en-tunnels'],
  ...['sportvelden', 'energie', 'vastgoed', 'facilitair-en-huisvesting', 'ict', 'eigen-vervoer', 'afval-verwerken'],
  'sociaal-domein',
];

describe('the subjects', () => {
  it('are the twelve of the programme, and the categories that teams buy themselves', () => {
    const listed = subjects.filter((subject) => subject.listed).map(({ id }) => id);
    expect(listed.toSorted()).toEqual(TWELVE.toSorted());
    const categories = new Set(knowledge.words.categories.map(({ id }) => id));
    const others = subjects.filter((subject) => !subject.listed).map(({ id }) => id);
    expect(others.filter((id) => !categories.has(id))).toEqual([]);
  });

  it('leave no category without a subject', () => {
    const covered = new Set(subjects.flatMap(({ covers }) => covers));
    const open = knowledge.words.categories.filter(
      ({ id, things }) => !covered.has(id) && !things.some((thing) => covered.has(thing.id)),
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('say the highest level of the twelve, and that this is an assumption', () => {
    const wrong = subjects.filter(
      ({ listed, level, sources }) =>
        (listed && level.value !== 3) || !sources.some(({ source }) => source === 'aanname-niveau-onderwerpen'),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('promise a great chance only where somebody on the list can deliver a part', () => {
    const offered = new Set(
      [...knowledge.suppliers.values()]
        .filter(mayBeOffered)
        .flatMap(({ offers }) => offers.flatMap(({ things }) => things)),
    );
    const empty = subjects.filter(
      ({ chance, parts }) =>
        chance.value === 'high' && !parts.some(({ things }) => things.some((id) => offered.has(id))),
    );
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  it('are told by their own name, in both languages', () => {
    const lost = subjects.flatMap(({ id, label }) =>
      (['nl', 'en'] as const).flatMap((language) => {
        const about = library.tellSubject(label[language]);
        return id === 'overig' || (about.kind === 'subject' && about.subject.id === id)
          ? []
          : [`${label[language]}: ${about.kind === 'subject' ? about.subject.id : about.kind}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ['Schoonmaak sporthal', 'schoonmaak'],
    ['Catering bij de opening van de brug', 'catering'],
    ['kantoorschoonmaak', 'schoonmaak'],
    ['Schoonmaak school, bibliotheek en museum', 'schoonmaak'],
    ['kantoorschoonmaak bij de brug', 'schoonmaak'],
    ['Renovatie gemaal', 'riolering-en-waterbeheer'],
    ['resurfacing of the ring road', 'wegen-en-fietspaden'],
    ['maintenance of football pitches', 'sportvelden'],
  ])('tell what is bought from where it is: %s', (text, id) => {
    expect(library.tellSubject(text)).toMatchObject({ kind: 'subject', subject: { id } });
  });

  it('do not guess', () => {
    for (const text of ['', 'Diversen', 'Project 4471', 'ntb', 'xyzzy 12'])
      expect(library.tellSubject(text).kind).toBe('unclear');
    for (const text of ['Inhuur projectleider', 'Verzekering brand', 'Subsidie buurtfeest'])
      expect(library.tellSubject(text).kind).toBe('without');
  });
});
