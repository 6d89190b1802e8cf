import type { Part, Reply } from '../../src/reply.ts';
import { unreachable } from '../../src/reply.ts';
import { words } from './words.ts';

const LONGEST = 150;

/** What a screen reader says when an answer comes: which it is, and how it begins. The rest is read where it stands. */
export function announcement({ parts, language }: Reply, number: number): string {
  const line = parts.map(firstLine).find((text) => text !== '') ?? '';
  const name = `${words[language].newAnswer} ${number}`;
  return line === '' ? name : `${name}: ${shortened(line)}`;
}

function firstLine(part: Part): string {
  switch (part.kind) {
    case 'text':
      return lineOf(part.text);
    case 'facts':
      return lineOf(part.title ?? part.facts[0]?.label ?? '');
    case 'buttons':
      return lineOf(part.buttons[0]?.label ?? '');
    case 'form':
      return lineOf(part.fields[0]?.label ?? part.submit.label);
    case 'image':
      return lineOf(part.alt);
    case 'file':
      return part.file.name;
    case 'sources':
      return lineOf(part.sources[0]?.title ?? '');
    default:
      return unreachable(part);
  }
}

/** Without the marks of bold, links and items: they would be read aloud. */
function lineOf(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line
    .slice(0, LONGEST * 10)
    .replaceAll('**', '')
    .replace(/\[([^\][]+)\]\([^()\s]+\)/g, '$1')
    .replace(/^\s*[-*•]\s+/, '')
    .trim();
}

function shortened(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
}
