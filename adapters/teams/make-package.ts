import { writeFileSync } from 'node:fs';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { appPackage } from './app-package.ts';

const FILE = 'inkopen-met-impact-teams.zip';

try {
  const { teams } = readConfig();
  if (teams?.kind !== 'registered')
    throw new ConfigError([
      'TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID: vul ze in .env in; docs/teams.md zegt hoe je eraan komt',
    ]);
  writeFileSync(FILE, appPackage(teams.appId));
  process.stdout.write(`${FILE}\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
