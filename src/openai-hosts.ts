/** Where the vendors themselves answer: in the world, and within the European Union. Other regions are for an administrator to name. */
const VENDORS = ['api.openai.com', 'eu.api.openai.com'];
/** An organisation's own corner of Azure is one name before one of these. */
const AZURE = /^[a-z0-9-]+\.(?:openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com)$/;
const HERE = ['localhost', '127.0.0.1', '[::1]'];
/** Nothing in it that two programs could read in two ways. */
const PLAIN_URL = /^(?<scheme>https?):\/\/(?<host>[a-z0-9.-]+|\[::1\])(?::\d{1,5})?(?:\/[\w.~/-]*)?$/i;
/** A name whose last part is no number: a name, not an address. */
const NAME = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i;

/** Why a language model may not be asked at this address; undefined when it may. `others`: hosts that an administrator trusts. */
export function wrongPlace(url: string, others: readonly string[]): string | undefined {
  const { scheme, host } = PLAIN_URL.exec(url)?.groups ?? {};
  if (!scheme || !host || url.includes('..')) return 'is geen gewoon adres; neem er een als https://api.openai.com/v1';
  const name = host.toLowerCase();
  if (HERE.includes(name)) return undefined;
  if (scheme.toLowerCase() !== 'https') return 'is niet versleuteld; gebruik https (http kan alleen op deze computer)';
  const trusted = isVendors(name) || others.some((other) => other.toLowerCase() === name);
  return trusted
    ? undefined
    : `gaat naar ${name}, en dat staat niet op de lijst; vertrouw je het, zet het in OPENAI_HOSTS`;
}

/** Whether this address, which may be asked, is one of the vendor's own and not of a server that does as if. */
export function isVendorUrl(url: string): boolean {
  return isVendors(PLAIN_URL.exec(url)?.groups?.host?.toLowerCase() ?? '');
}

/** Whether this is the name of a computer, as OPENAI_HOSTS wants it. */
export function isHostName(text: string): boolean {
  return NAME.test(text);
}

function isVendors(host: string): boolean {
  return VENDORS.includes(host) || AZURE.test(host);
}
