import { foldedWords } from '../understand/fold.ts';
import type { Scanned } from './scan.ts';

/** The lines of a calendar that are of one department. `id`: its name as nobody writes it otherwise. */
export type Department = { id: string; name: string; lines: readonly Scanned[] };

const LONGEST_NAME = 80;
const MOST_WORDS = 4;
/** What stands in the name of a file and names no department. */
const BESIDE =
  /^(?:(?:inkoop|aanbestedings)?(?:kalender|planning|plan|agenda|lijst|overzicht)s?|inkoop|inkopen|aanbestedingen|procurement|purchasing|purchase|tender|calendar|schedule|list|overview|versie|version|v?\d+\w?|q[1-4]|kwartaal|quarter|def|definitief|concept|draft|final|kopie|copy|export|totaal|total|nieuw|new|oud|old|gemeente|utrecht|city|municipality|jaar|year|van|voor|de|het|of|for|the|en|and|afdeling|department|test|utf|csv|xlsx|jan\w*|feb\w*|mrt|maart|march|apr\w*|mei|may|jun\w*|jul\w*|aug\w*|sep\w*|o[kc]t\w*|nov\w*|dec\w*)$/;

/** The department that the name of a file tells, where it tells one: "Inkoopkalender Ruimte 2027.xlsx". */
export function departmentIn(fileName: string): string | undefined {
  const words = fileName
    .replace(/\.[a-z]{3,4}$/i, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '' && !BESIDE.test(foldedWords(word).join('')));
  if (words.length === 0 || words.length > MOST_WORDS || !words.some((word) => /\p{L}{2}/u.test(word)))
    return undefined;
  return words.join(' ').slice(0, LONGEST_NAME);
}

/** The lines by department: as each line says, else as was told for the whole calendar. Lines of nobody knows which are left out. */
export function byDepartment(lines: readonly Scanned[], told: string | undefined): Department[] {
  const found = new Map<string, { name: string; lines: Scanned[] }>();
  for (const line of lines) {
    const name = (line.department || told || '').slice(0, LONGEST_NAME);
    const id = foldedWords(name).join('-');
    if (id === '') continue;
    const one = found.get(id) ?? { name, lines: [] };
    one.lines.push(line);
    found.set(id, one);
  }
  return [...found].map(([id, one]) => ({ id, ...one }));
}
