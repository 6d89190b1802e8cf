import { bytesOf, type FileRef, sizeOf } from '../../src/file.ts';
import { clean, cut } from '../../src/on-screen.ts';
import type { Reply } from '../../src/reply.ts';
import type { Picture } from './card.ts';
import { LIMITS } from './limits.ts';

/** Teams draws pictures of at most 1024 by 1024; it allows a megabyte, and we stay well below that. */
const MOST = { side: 1024, bytes: 250_000 };

/** Whether Teams draws this picture in a card. */
export function isDrawn(file: FileRef): boolean {
  const { width, height } = sizeOf(file) ?? { width: Infinity, height: Infinity };
  return Math.max(width, height) <= MOST.side && bytesOf(file).length <= MOST.bytes;
}

export function pictureOf(file: FileRef, alt: string): Picture {
  const url = `data:${file.type};base64,${bytesOf(file).toString('base64')}`;
  return { type: 'Image', url, altText: cut(clean(alt).trim(), LIMITS.paragraph) || '…', size: 'Stretch' };
}

/** The files that are offered beside a message: those that are given, and pictures that are not drawn in it. */
export function offered({ parts }: Reply, pictures: boolean): FileRef[] {
  return parts.flatMap((part) => {
    if (part.kind === 'image') return pictures && isDrawn(part.file) ? [] : [part.file];
    return part.kind === 'file' ? [part.file] : [];
  });
}
