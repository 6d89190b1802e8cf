/** The addresses of the Teams service that Microsoft names: the world, and the clouds of the American government. */
const HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
/** Where Microsoft says to go when no other address is known. */
export const USUAL_SERVICE = 'https://smba.trafficmanager.net/teams/';

/** Nothing in it that two programs could read in two ways. */
const PLAIN_URL = /^https:\/\/(?<host>[a-z0-9.-]+)(?:\/[\w.~/-]*)?$/i;
const LOCAL_URL = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?(?:\/[\w.~/-]*)?$/;

/** Whether the bot may speak to this address. */
export type Services = (serviceUrl: string) => boolean;

/** The hosts of Teams, and those of an organisation with an own way out. */
export function servicesAt(others: readonly string[] = []): Services {
  const hosts = new Set([...HOSTS, ...others.map((host) => host.toLowerCase())]);
  return (serviceUrl) => {
    const host = PLAIN_URL.exec(serviceUrl)?.groups?.host?.toLowerCase();
    return host !== undefined && hosts.has(host) && !serviceUrl.includes('..');
  };
}

/** For development: this computer alone. */
export const localServices: Services = (serviceUrl) => LOCAL_URL.test(serviceUrl);
