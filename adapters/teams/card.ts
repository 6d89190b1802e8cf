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
type AnyButton = {
  title: string;
  style?: 'positive' | 'destructive';
  associatedInputs: 'auto' | 'none';
  data: object;
};
/** Comes back as a message in which nothing is said. */
export type Submit = AnyButton & { type: 'Action.Submit' };
/** Comes back as a question that Teams wants answered at once; `fallback` is for a Teams that does not know it. */
export type Execute = AnyButton & { type: 'Action.Execute'; verb: string; fallback: Submit };
export type Pressable = Submit | Execute;
export type ActionSet = { type: 'ActionSet'; actions: Pressable[] };
export type Container = {
  type: 'Container';
  items: Element[];
  spacing?: 'Small' | 'Medium' | 'Large';
  separator?: boolean;
  style?: 'emphasis';
  selectAction?: Pressable;
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
