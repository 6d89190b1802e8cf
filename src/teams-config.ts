/** How the bot is in Teams: with what an administrator got from Azure, or in development, where nobody has to prove who they are. */
export type TeamsConfig =
  | { kind: 'registered'; appId: string; password: string; tenant: string; hosts: readonly string[] }
  | { kind: 'development' };

/** Those that Teams cannot do without, and the others. */
export const TEAMS_SETTINGS = {
  needed: ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'],
  other: ['TEAMS_SERVICE_HOSTS', 'TEAMS_DEV'],
} as const;
const NEEDED = TEAMS_SETTINGS.needed;
/** Not the name of a tenant: what Teams sends is its id. */
const ID = /^[\w-]+$/;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/** The settings of Teams, or all that is wrong in them; what is missing is for `missingOf`. Neither when Teams is off. */
export function teamsOf(set: Readonly<Record<string, string | undefined>>): {
  teams?: TeamsConfig;
  problems: string[];
} {
  const some = NEEDED.filter((name) => set[name] !== undefined);
  const development = set.TEAMS_DEV !== undefined;
  const problems = [
    ...(['TEAMS_APP_ID', 'TEAMS_TENANT_ID'] as const)
      .filter((name) => set[name] !== undefined && !ID.test(set[name] ?? ''))
      .map((name) => `${name}: is geen id; neem het over uit Azure, in de vorm 00000000-0000-0000-0000-000000000000`),
    ...hostsOf(set)
      .filter((host) => !HOST.test(host))
      .map(
        (host) => `TEAMS_SERVICE_HOSTS: ${host} is geen naam van een computer; gebruik namen met een komma ertussen`,
      ),
    ...(development ? wrongInDevelopment(set, some.length) : []),
  ];
  if (problems.length > 0) return { problems };
  if (development) return { teams: { kind: 'development' }, problems };
  const [appId, password, tenant] = NEEDED.map((name) => set[name]);
  if (!appId || !password || !tenant) return { problems };
  return { teams: { kind: 'registered', appId, password, tenant, hosts: hostsOf(set) }, problems };
}

/** Whoever can reach the door in development can say they are anyone. */
function wrongInDevelopment(set: Readonly<Record<string, string | undefined>>, registered: number): string[] {
  return [
    ...(set.TEAMS_DEV === '1' ? [] : ['TEAMS_DEV: kan alleen 1 zijn; maak het leeg om het uit te zetten']),
    ...(registered > 0 ? ['TEAMS_DEV: kan niet samen met de instellingen van Teams; kies een van de twee'] : []),
    ...((set.HOST ?? '127.0.0.1') === '127.0.0.1'
      ? []
      : ['TEAMS_DEV: kan alleen met HOST 127.0.0.1, want dan controleert de bot niet wie er praat']),
  ];
}

function hostsOf(set: Readonly<Record<string, string | undefined>>): string[] {
  return (set.TEAMS_SERVICE_HOSTS ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
}
