import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { todayInAmsterdam } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { nl } from '../src/texts/nl.ts';
import { graphOf } from './graph.ts';
import { inSentences } from './sentences.ts';
import { svgOf } from './svg.ts';

const { knowledgeDir, dataDir } = readConfig();
const file = resolve(process.argv[2] ?? join(dataDir, 'check.svg'));
const day = todayInAmsterdam();
const { check, amounts } = loadKnowledge(knowledgeDir);
const drawn = { check, amounts, day };
const title = `${check.title.nl} Versie ${check.version}, met de bedragen van ${nl.sayDate(day)}`;

/** The check on one sheet, for a lawyer to read: npm run draw [FILE.svg] */
const svg = await svgOf(graphOf(drawn), title, inSentences(drawn));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, svg);
console.log(file);
