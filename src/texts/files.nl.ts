/** What the bot says about a file that somebody hands over, in Dutch. */
export const filesNl = {
  kinds: 'Ik lees een tabel: een Excel-bestand (.xlsx) of een CSV.',
  unread: 'Je bijlage heb ik niet gelezen. Een tabel (.xlsx of CSV) lees ik wel, in een gesprek met mij alleen.',
  oneByOne: 'Ik lees één bestand per bericht.',
  notFetched: {
    gone: 'Dit bestand is er niet meer. Stuur het opnieuw.',
    'not-here': 'Ik krijg dit bestand hier niet te zien. Stuur het zelf, in een gesprek met mij alleen.',
    away: 'Ik kon dit bestand nu niet ophalen. Stuur het over een paar minuten opnieuw.',
  },
};
