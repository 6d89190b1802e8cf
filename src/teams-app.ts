/** What an administrator of Teams, and whoever opens the app there, sees of it: which app it is, and where its pages are. */
export type TeamsApp = { appId: string; websiteUrl: string; privacyUrl: string; termsUrl: string };

type Need = { name: string; field: keyof TeamsApp; nl: string; en: string };

/** What goes into the app package; a page is somewhere else, for the bot has none of its own. */
const NEEDED: readonly Need[] = [
  { name: 'TEAMS_APP_ID', field: 'appId', nl: 'het Microsoft App ID uit Azure', en: 'the Microsoft App ID of Azure' },
  {
    name: 'TEAMS_WEBSITE_URL',
    field: 'websiteUrl',
    nl: 'het adres van de website van je organisatie',
    en: 'the address of the website of your organisation',
  },
  {
    name: 'TEAMS_PRIVACY_URL',
    field: 'privacyUrl',
    nl: 'het adres van je privacyverklaring',
    en: 'the address of your privacy statement',
  },
  {
    name: 'TEAMS_TERMS_URL',
    field: 'termsUrl',
    nl: 'het adres van je gebruiksvoorwaarden',
    en: 'the address of your terms of use',
  },
];

/** The pages that only the app package names. */
export const PAGE_SETTINGS: readonly string[] = NEEDED.map(({ name }) => name).filter((name) => name.endsWith('_URL'));

/** Teams takes no longer address. */
const LONGEST = 2048;
const ID = /^[\w-]+$/;

/** The app from its settings, or all that is missing or wrong in them, in Dutch and in English. */
export function appOf(set: Readonly<Record<string, string | undefined>>): { app?: TeamsApp; problems: string[] } {
  const read = NEEDED.map((need) => ({ need, found: readOf(need, set[need.name]) }));
  const problems = read.flatMap(({ need, found }) => (found === undefined ? [problemOf(need, set[need.name])] : []));
  if (problems.length > 0) return { problems };
  return { app: Object.fromEntries(read.map(({ need, found }) => [need.field, found])) as TeamsApp, problems };
}

function readOf({ field }: Need, given: string | undefined): string | undefined {
  const value = given?.trim() ?? '';
  if (field === 'appId') return ID.test(value) ? value : undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPage = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.href.length <= LONGEST;
  return isPage ? url.href : undefined;
}

function problemOf({ name, field, nl, en }: Need, given: string | undefined): string {
  const [how, inEnglish] = field === 'appId' ? ['', ''] : [', met https', ', with https'];
  return given === undefined
    ? `${name}: ontbreekt; vul ${nl} in${how} / is missing; fill in ${en}${inEnglish}`
    : `${name}: klopt niet; vul ${nl} in${how} / is not right; fill in ${en}${inEnglish}`;
}
