/** What the bot says about a file that somebody hands over, in Dutch. */
export const filesNl = {
  read: (name: string, sheets: number, count: number) =>
    `Ik kan **${name}** lezen: ${sheets === 1 ? '1 blad' : `${sheets} bladen`} met ${count === 1 ? '1 regel' : `${count} regels`}.`,
  unkept: 'Meer doe ik er hier nog niet mee. Ik bewaar het bestand niet. Vertel over één project, dan geef ik advies.',
  kinds: 'Ik lees een tabel: een Excel-bestand (.xlsx) of een CSV.',
  unread: 'Je bijlage heb ik niet gelezen. Een tabel (.xlsx of CSV) lees ik wel, in een gesprek met mij alleen.',
  oneByOne: 'Ik lees één bestand per bericht.',
  notFetched: {
    gone: 'Dit bestand is er niet meer. Stuur het opnieuw.',
    'not-here': 'Ik krijg dit bestand hier niet te zien. Stuur het zelf, in een gesprek met mij alleen.',
    away: 'Ik kon dit bestand nu niet ophalen. Stuur het over een paar minuten opnieuw.',
  },
};
