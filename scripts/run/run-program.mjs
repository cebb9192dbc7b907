// Runs a TypeScript file of the project as a program: node scripts/run/run-program.mjs tests/bench/save.bench.ts
import { runnerImport } from 'vite';
import { projectRoot } from './paths.mjs';

const [file = ''] = process.argv.slice(2);
await runnerImport(file, { configFile: false, root: projectRoot, logLevel: 'warn' });
