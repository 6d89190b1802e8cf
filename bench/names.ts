import type { Chance } from './chance.ts';

const FIRST =
  'Al Ba Bel Bo Bra Da De Dro El Fa Fer Ga Ha Hel In Jo Ka Kli Lo Lu Ma Mer Mo Na No Or Pa Per Ra Ri Ro Sa Sel Ta Ti Tro Va Vi Wa Ze';
const MIDDLE = 'ba da do fa go ja ka la li lo ma mi na no pa ra ri ro sa ta ti va ve vo wi za';
const LAST = 'lan len lis ma mel na nes ra rie ris ron sel ta tis va ven vin zaam';
const KINDS =
  'Atelier,Werkplaats,Studio,Collectief,Stichting,Coöperatie,Makers,Wijkbedrijf,Leerbedrijf,Sociaal,Buurtbedrijf,Groep';

const [first, middle, last] = [FIRST, MIDDLE, LAST].map((parts) => parts.split(' ')) as [string[], string[], string[]];
const kinds = KINDS.split(',');

export type Naming = { id: string; name: string; alsoKnownAs: string[] };

/** A name as companies have them, which nobody had before: Stichting Lumaris, Kabaven Drukwerk, De Fergolen (Zuilen). */
export function newName(trade: string, area: string, taken: Set<string>, chance: Chance): Naming {
  for (;;) {
    const brand = `${chance.pick(first)}${chance.pick(middle)}${chance.pick(last)}`;
    const form = chance.pick([
      `${chance.pick(kinds)} ${brand}`,
      `${brand} ${trade}`,
      `De ${brand}`,
      brand,
      `${brand} ${area}`,
    ]);
    const name = chance.happens(0.15) ? `${form} (${area})` : form;
    const id = slugOf(name);
    if (taken.has(id)) continue;
    taken.add(id);
    return { id, name, alsoKnownAs: form === brand || chance.happens(0.7) ? [] : [brand] };
  }
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
