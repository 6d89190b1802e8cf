import { fileURLToPath } from 'node:url';
import { compile } from '../../src/knowledge/compile.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

export const knowledgeFolder = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The real content, read and compiled once for each test file. */
export const library = compile(loadKnowledge(knowledgeFolder));
export const { knowledge, lexicon } = library;
