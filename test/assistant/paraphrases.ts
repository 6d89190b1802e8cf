/** Drafts as a faithful model words them: other sentences, the same things said. `cites`: the article itself unless told. */
export const paraphrases: readonly { article: string; language: 'nl' | 'en'; text: string }[] = [
  {
    article: 'offertes-en-drempels',
    language: 'nl',
    text: 'Koop je producten of diensten? Tot € 70.000 vraag je één offerte, daarboven drie tot vijf. De gemeente kan vanaf € 150.000 ook landelijk publiceren.',
  },
  {
    article: 'offertes-en-drempels',
    language: 'en',
    text: 'For products and services you ask for one quote up to €70,000. Above that you ask for three to five quotes.',
  },
  {
    article: 'knippen-mag-niet',
    language: 'nl',
    text: 'Nee, je mag een opdracht niet knippen om onder de inkoopregels uit te komen. Tel op wat bij elkaar hoort en kijk welke weg bij het totaal past.',
  },
  {
    article: 'knippen-mag-niet',
    language: 'en',
    text: 'No, you may not split an order to escape the procurement rules. Add up what belongs together and see which route fits the total.',
  },
  {
    article: 'inhuur-van-personeel',
    language: 'nl',
    text: 'Personeel kun je niet rechtstreeks inhuren. Kijk eerst naar het marktplein inhuur of naar een raamcontract. De drempelbedragen gelden niet voor inhuur.',
  },
  {
    article: 'inhuur-van-personeel',
    language: 'en',
    text: 'You cannot hire staff by buying directly. First look at the hiring marketplace or at a framework contract. The thresholds do not apply to hiring.',
  },
  {
    article: 'herhaalde-aankopen',
    language: 'nl',
    text: 'Tel gelijke aankopen bij elkaar op als je ze ziet aankomen. Reken daarbij met 12 maanden of met de looptijd van het contract.',
  },
  {
    article: 'herhaalde-aankopen',
    language: 'en',
    text: 'Add up similar purchases that you can see coming, over 12 months or over the length of the contract. Four lunches of €3,000 in a year are €12,000 together.',
  },
  {
    article: 'wat-is-een-sociale-onderneming',
    language: 'nl',
    text: 'Bij een sociale onderneming staat het maatschappelijke doel op de eerste plaats. Het is een zelfstandige organisatie met een product of dienst, en die is financieel onafhankelijk.',
  },
  {
    article: 'wat-is-een-sociale-onderneming',
    language: 'en',
    text: 'A social enterprise puts its societal purpose first. It is an independent organisation with a product or service.',
  },
  {
    article: 'social-return',
    language: 'nl',
    text: 'Bij social return vraagt de gemeente een opdrachtnemer om iets sociaals terug te doen. Dat kan met betaald werk, stages of een opleiding.',
  },
  {
    article: 'social-return',
    language: 'en',
    text: 'With social return, the city asks a contractor to give something social back: paid work, internships or training. Buying from social firms counts too.',
  },
  {
    article: 'pso-en-pso-30',
    language: 'nl',
    text: 'PSO laat zien hoe sociaal een werkgever is. Bij PSO 30+ zit meer dan 30 procent van het personeel in een kwetsbare positie.',
  },
  {
    article: 'pso-en-pso-30',
    language: 'en',
    text: 'PSO shows how social an employer is. For PSO 30+ an audit shows that more than 30 percent of the staff are in a vulnerable position.',
  },
  {
    article: 'geschenken-aan-ambtenaren',
    language: 'nl',
    text: 'Neem een geschenk van een leverancier niet zomaar aan. Meld het en vraag de integriteitsfunctionaris.',
  },
  {
    article: 'geschenken-aan-ambtenaren',
    language: 'en',
    text: 'Do not just accept something from a supplier. Report it, and ask the integrity officer.',
  },
  {
    article: 'hoe-toon-je-sociaal-aan',
    language: 'nl',
    text: 'Kijk naar het sterkste bewijs. Het sterkst is dat de gemeente de leverancier zelf noemt in haar lijst. Een zelftest alleen geeft nooit een ja.',
  },
  {
    article: 'hoe-toon-je-sociaal-aan',
    language: 'en',
    text: 'Look at the strongest proof there is. A self-test alone never gives a yes, and a statement of the supplier itself is not enough either.',
  },
  {
    article: 'afnameverplichting',
    language: 'nl',
    text: 'Bij een afnameverplichting moet de gemeente bij een vaste leverancier bestellen. Koop je toch elders, dan breek je het contract. Dat geldt ook bij een klein bedrag.',
  },
  {
    article: 'afnameverplichting',
    language: 'en',
    text: 'A duty to purchase means that the city must order from a fixed supplier. Buying elsewhere breaks the contract.',
  },
  {
    article: 'subsidie-of-inkoop',
    language: 'nl',
    text: 'Het is inkoop als je een product, een dienst of werk koopt. Een subsidie volgt een andere weg. Waar de grens ligt, staat niet in de bronnen.',
  },
  {
    article: 'subsidie-of-inkoop',
    language: 'en',
    text: 'If you are buying a product, a service or works, it is a purchase. A subsidy follows another route.',
  },
  {
    article: 'niveau-3',
    language: 'nl',
    text: 'Niveau 3 is voor aanbestedingen in de meest kansrijke categorieën. Je daagt de markt daar maximaal uit om een duurzame oplossing te bedenken.',
  },
  {
    article: 'niveau-3',
    language: 'en',
    text: 'Level 3 is for tenders in the most promising categories. There you challenge the market to find a sustainable solution.',
  },
  {
    article: 'inkoopkalender',
    language: 'nl',
    text: 'Elk kwartaal bekijkt het kernteam welke inkopen eraan komen en zoekt daarin kansen voor impact. Wacht zelf niet tot iemand je benadert, maar begin vroeg met een gesprek.',
  },
  {
    article: 'inkoopkalender',
    language: 'en',
    text: 'The core team looks every quarter at the purchases that are coming. Do not wait until someone approaches you: start a conversation early yourself.',
  },
  {
    article: 'kernteam',
    language: 'nl',
    text: 'Het kernteam is een groep collega’s die sociaal ondernemerschap verder brengt in de gemeente. Er is coördinatie sinds 2021.',
  },
  {
    article: 'kernteam',
    language: 'en',
    text: 'The core team is a group of colleagues who further social entrepreneurship in the city. Coordination has existed since 2021.',
  },
  {
    article: 'beslist-de-bot',
    language: 'nl',
    text: 'Nee, de bot helpt je, maar beslist niet of een inkoop mag. Ga bij twijfel naar een mens, meestal de inkoper bij Inkoop.',
  },
  {
    article: 'beslist-de-bot',
    language: 'en',
    text: 'No. The bot helps, but it does not decide whether a purchase is allowed. If you are in doubt, go to a person, usually the buyer at Inkoop.',
  },
  {
    article: 'contract-catering',
    language: 'nl',
    text: 'Dat is niet zeker: vraag het na voordat je catering bestelt voor een gebouw van de gemeente. Begin 2020 won Compass Group (Eurest) een aanbesteding, samen met The Colour Kitchen.',
  },
  {
    article: 'contract-catering',
    language: 'en',
    text: 'We do not know for sure, so ask before you order catering for a city building. Compass Group (Eurest) won a tender at the start of 2020, together with The Colour Kitchen.',
  },
  {
    article: 'b-corp-en-andere-keurmerken',
    language: 'nl',
    text: 'Een keurmerk zoals B Corp zegt iets goeds, maar bewijst niet dat een bedrijf een sociale onderneming is. Sterker bewijs is een plek in het Code-register.',
  },
  {
    article: 'b-corp-en-andere-keurmerken',
    language: 'en',
    text: 'A label like B Corp says something good. It does not prove that a firm is a social enterprise, though.',
  },
  {
    article: 'waarde-ramen',
    language: 'nl',
    text: 'Raam het totale bedrag zonder btw. Neem ook alle opties en mogelijke verlengingen mee. Schrijf op hoe je aan het bedrag gekomen bent.',
  },
  {
    article: 'waarde-ramen',
    language: 'en',
    text: 'Estimate the total amount without VAT. Include all options and possible extensions, and write down how you got the amount.',
  },
  {
    article: 'lokaal-voedsel',
    language: 'nl',
    text: 'Adressen voor lokaal eten in de provincie Utrecht vind je bij het Servicepunt Lokaal Voedsel. Let op: lokaal of duurzaam is niet hetzelfde als sociaal.',
  },
  {
    article: 'lokaal-voedsel',
    language: 'en',
    text: 'The Servicepunt Lokaal Voedsel has addresses for local food in the province of Utrecht. Keep in mind that local is not the same as social: the direct route is only for social enterprises.',
  },
  {
    article: 'een-op-een-gunnen',
    language: 'nl',
    text: 'Tot € 10.000 koopt de gemeente rechtstreeks bij sociale ondernemers. Daarboven vraag je eerst Inkoop.',
  },
  {
    article: 'een-op-een-gunnen',
    language: 'en',
    text: 'The city buys directly from social entrepreneurs up to €10,000. Above that amount you ask Inkoop first.',
  },
];
