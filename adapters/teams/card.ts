/** The part of Adaptive Cards 1.5 that we use. Teams draws it on computers and on phones. */
export type Card = {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  lang: string;
  fallbackText: string;
  body: Element[];
};

export type Element = RichText | Input | ActionSet | Container | Picture;
/** Its address is the picture itself. */
export type Picture = { type: 'Image'; url: string; altText: string; size: 'Stretch' };
export type RichText = {
  type: 'RichTextBlock';
  inlines: TextRun[];
  spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  separator?: boolean;
};
export type TextRun = {
  type: 'TextRun';
  text: string;
  weight?: 'Bolder';
  isSubtle?: boolean;
  size?: 'Small' | 'Medium';
  color?: 'Attention' | 'Accent';
  selectAction?: OpenUrl;
};
export type OpenUrl = { type: 'Action.OpenUrl'; url: string };
export type Submit = {
  type: 'Action.Submit';
  title: string;
  style?: 'positive' | 'destructive';
  associatedInputs: 'auto' | 'none';
  data: object;
};
export type ActionSet = { type: 'ActionSet'; actions: Submit[] };
export type Container = {
  type: 'Container';
  items: Element[];
  spacing?: 'Small' | 'Medium' | 'Large';
  separator?: boolean;
  style?: 'emphasis';
  selectAction?: Submit;
};
export type Input = InputText | InputChoice;
type AnyInput = {
  id: string;
  label: string;
  isRequired: boolean;
  errorMessage: string;
  value?: string;
};
export type InputText = AnyInput & { type: 'Input.Text'; isMultiline: boolean; maxLength: number };
export type InputChoice = AnyInput & {
  type: 'Input.ChoiceSet';
  style: 'expanded' | 'compact';
  wrap: true;
  placeholder: string;
  choices: { title: string; value: string }[];
};

export const CARD = 'application/vnd.microsoft.card.adaptive';

export function card(body: Element[], { language, fallback }: { language: string; fallback: string }): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: fallback,
    body,
  };
}
