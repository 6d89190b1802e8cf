/** Small words inside a name. */
export const PARTICLES = new Set(
  'van de der den het t ten ter te el al ben bin ibn abu la le du von da dos di op in'.split(' '),
);
/** After these words comes a name, however it is written. */
export const SURE_CUES = new Set(
  'heet naam client cliente patient patiente klant mevrouw mevr mw meneer dhr heer groet groeten groetjes gr mvg hoogachtend regards mr mrs ms genaamd namens called cheers afz afzender contactpersoon'.split(
    ' ',
  ),
);
/** After these words a name often comes: it is taken for one when it looks like one. */
export const CUES = new Set(
  'ben am im is hoi hi hallo hey beste dag dear met voor aan van door en and with for to from ask vraag bel mail mailt call name'.split(
    ' ',
  ),
);
/** After these words stands who somebody is, also where the name is an everyday word. */
export const PERSON_CUES = new Set(
  'collega collegas colleague leidinggevende manager chef baas boss teamleider wethouder directeur aanspreekpunt'.split(
    ' ',
  ),
);
