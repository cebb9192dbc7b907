// What makes `electron <folder>` start that folder, for a runtime that came without Electron's own
// default app. The import is awaited at the top level: were it not, `ready` would fire first, and the app
// could no longer register its protocol.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
// Electron's own default app sets these two as well; its public types leave them out.
const shell = /** @type {typeof app & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
shell.setName(manifest.productName ?? manifest.name);
shell.setVersion(manifest.version);
shell.setAppPath(folder);
await import(pathToFileURL(join(folder, manifest.main)).href);
