#!/usr/bin/env node
// JavaScript, so that a later run needs no compiler at all: what the rest becomes is kept between runs.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
