/** Longer values say nothing more to who reads a log. */
const LONGEST = 200;
/** Beyond this nothing is looked at: a long text must not hold up the bot. */
const LOOKED_AT = 4000;
/** A shorter secret would hide half of the words there are. */
const SHORTEST_SECRET = 6;

const E_MAIL = /[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
const TOKEN = /\b(?:Bearer|Basic)\s+[\w.~+/=-]+|\b(?:xox[a-z]|xapp|sk|pk|ghp|gho|eyJ)[-_.]?[\w.-]{8,}/gi;
/** What stands before the host in an address of a database or a service. */
const LOGIN = /(:\/\/)[^\s/@]+@/g;

export type Scrub = (text: string) => string;

/** Takes out what must not stand in a log, whatever is handed to it: addresses of people, tokens and these secrets. */
export function createScrub(secrets: readonly string[] = []): Scrub {
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET).toSorted((a, b) => b.length - a.length);
  return (text) => {
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text.slice(0, LOOKED_AT));
    const clean = without.replace(LOGIN, '$1[login]@').replace(E_MAIL, '[e-mail]').replace(TOKEN, '[token]');
    return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
  };
}
