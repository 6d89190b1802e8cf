/** What stands out about a purchase request, in Dutch: a signal, and no control. */
export const requestSignalsNl = {
  lead: '**Dit valt op.** Het is een signaal en geen controle.',
  named: (number: string, what: string, date: string) => `${number} (${what}, ${date})`,
  which: (named: readonly string[], others: number) =>
    [...named, ...(others > 0 ? [others === 1 ? '1 andere aanvraag' : `${others} andere aanvragen`] : [])].join(' en '),
  double: (which: string) => `Ditzelfde is de laatste twee weken al gevraagd: ${which}. Is het dubbel?`,
  addsUp: (which: string) => `Hetzelfde team vroeg dit de laatste twaalf maanden ook: ${which}.`,
  addUp: 'Hoort het bij elkaar? Tel het dan op en knip niet.',
  bundle: (which: string) => `Een ander team vraagt rond die dag iets wat erop lijkt: ${which}. Samen kopen kan.`,
  askBuyers: 'Vraag Inkoop wat dan geldt.',
  together: (total: string) => `Samen is het ${total} zonder btw.`,
  above: (line: string) => `Samen gaat het over de lijn van ${line} zonder btw.`,
  maybeAbove: (line: string) => `Samen kan het over de lijn van ${line} zonder btw gaan.`,
  between: (low: string, high: string) => `${low} tot ${high}`,
};
