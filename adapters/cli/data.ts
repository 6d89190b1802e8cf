import { StoreError } from '../../src/errors.ts';
import { exportData, importData, restoreData } from './data-move.ts';
import { forgetPerson, showPerson } from './data-person.ts';
import { complain } from './output.ts';

const USAGE = `impact data export [FILE]                 everything that is kept, one thing a line
impact data import FILE                   into an empty store: all of it, or nothing
impact data restore                       puts the last good copy back in the place of a damaged file
impact data mine EMAIL [--out FILE.html]  what is kept about one person
impact data forget EMAIL [--yes]          what goes and what stays; with --yes it is done`;

/** What is kept: moved, put back, and shown or forgotten of one person. */
export async function runData(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  try {
    switch (what) {
      case 'export':
        return await exportData(rest);
      case 'import':
        return await importData(rest);
      case 'restore':
        return await restoreData(rest);
      case 'mine':
        return await showPerson(rest);
      case 'forget':
        return await forgetPerson(rest);
      default:
        complain(USAGE);
        return 2;
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    complain(error.message);
    return 2;
  }
}
