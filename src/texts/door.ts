/** The page at the public address: for whoever comes by with a browser. */
export const doorTexts = {
  nl: {
    title: 'Inkopen met impact',
    text: [
      'Hier draait een bot voor medewerkers van de gemeente.',
      'De bot helpt bij inkopen bij sociale ondernemingen.',
      'Je praat met de bot in Slack of in Teams. Op deze pagina kun je niets doen.',
    ],
  },
  en: {
    title: 'Buying with impact',
    text: [
      'A bot for the staff of the municipality runs here.',
      'It helps to buy from social enterprises.',
      'You talk to it in Slack or in Teams. There is nothing to do on this page.',
    ],
  },
} as const;
