import { writeFileSync } from 'node:fs';
import { readTeamsApp } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { appPackage } from './app-package.ts';

const FILE = 'inkopen-met-impact-teams.zip';

try {
  writeFileSync(FILE, appPackage(readTeamsApp()));
  process.stdout.write(`${FILE}\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
