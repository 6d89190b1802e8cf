import { describe, expect, it } from 'vitest';
import { changed, problemsWith } from './folder.ts';
import { sound } from './sound.ts';

const SUBJECT = 'onderwerpen/wegen.yaml';
const about = (file: string, ...words: string[]) =>
  words.map((word) => expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')}:.*${word}`)));

describe('the subjects and the approach', () => {
  it('load when nothing is wrong', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it('cite sources that exist, with the mark that the source has', () => {
    expect(problemsWith(changed(SUBJECT, 'source: beleid', 'source: nergens'))).toEqual(about(SUBJECT, 'nergens'));
    expect(problemsWith(changed(SUBJECT, 'mark: SEED', 'mark: PUBLIC'))).toEqual(about(SUBJECT, 'marked SEED'));
    expect(problemsWith(changed('aanpak.yaml', /source: beleid/, 'source: nergens'))).toEqual(
      about('aanpak.yaml', 'nergens'),
    );
  });

  it('name only themes, things, contacts and outcomes that exist', () => {
    expect(problemsWith(changed(SUBJECT, '[klimaat]', '[liefde]'))).toEqual(about(SUBJECT, 'liefde'));
    expect(problemsWith(changed(SUBJECT, '[lunch]', '[soep]'))).toEqual(about(SUBJECT, 'soep'));
    expect(problemsWith(changed(SUBJECT, 'covers: []', 'covers: [soep]'))).toEqual(about(SUBJECT, 'soep'));
    expect(problemsWith(changed('aanpak.yaml', 'contact: inkoop', 'contact: iemand'))).toEqual(
      about('aanpak.yaml', 'iemand'),
    );
    expect(problemsWith(changed('aanpak.yaml', 'outcomes: [direct]', 'outcomes: [later]'))).toEqual(
      about('aanpak.yaml', 'later'),
    );
  });

  it('share no word: it would point at two subjects', () => {
    const other = sound[SUBJECT].replace('id: wegen', 'id: straten');
    expect(problemsWith({ 'onderwerpen/straten.yaml': other })).toEqual([
      expect.stringContaining('"asfalt*" stands in'),
      expect.stringContaining('"asphalt*" stands in'),
    ]);
  });

  it('have the name of their file', () => {
    expect(problemsWith(changed(SUBJECT, 'id: wegen', 'id: paden'))).toEqual(about(SUBJECT, 'not the name'));
  });

  it('need every way and every column once', () => {
    expect(problemsWith(changed('aanpak.yaml', 'id: lot,', 'id: award,'))).toEqual(
      about('aanpak.yaml', 'award', 'lot'),
    );
    expect(problemsWith(changed('aanpak.yaml', 'id: value,', 'id: start,'))).toEqual(
      about('aanpak.yaml', 'value', 'start'),
    );
  });
});
