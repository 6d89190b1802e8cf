const ABBREVIATED = /(?<!\b(?:art|nr|ca|bijv|o\.a|d\.w\.z|incl|excl|e\.g|i\.e))/;
const POINT = /^\s*(?:[-•*]|\d+[.)])\s+/;
const END = new RegExp(`(?<=[.!?])${ABBREVIATED.source}\\s+(?=["'‘“*(]*[\\p{Lu}\\d€])`, 'u');

/** One thing that is said. `lead`: the line that leads to the list in which it stands. */
export type Sentence = { text: string; lead: string };

/** What a text says, one thing at a time: sentences and the points of a list. A question goes with what follows on it. */
export function sentencesOf(text: string): Sentence[] {
  let lead = '';
  return text
    .replaceAll('**', '')
    .split(/\n/)
    .flatMap((line) => {
      const point = line.replace(POINT, '');
      const sentences = withQuestions(
        point
          .split(END)
          .map((sentence) => sentence.trim())
          .filter((one) => one !== ''),
      );
      if (point !== line) return sentences.map((sentence) => ({ text: sentence, lead }));
      // An empty line may stand between the two.
      if (line.trim() !== '') lead = line.trim().endsWith(':') ? (sentences.at(-1) ?? '') : '';
      return sentences.map((sentence) => ({ text: sentence, lead: '' }));
    });
}

function withQuestions(sentences: readonly string[]): string[] {
  const made: string[] = [];
  for (const sentence of sentences) {
    const before = made.at(-1);
    if (before?.endsWith('?')) made[made.length - 1] = `${before} ${sentence}`;
    else made.push(sentence);
  }
  return made;
}
