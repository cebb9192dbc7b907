// npm run conformance: opens our files with other programs. Not part of npm test: LibreOffice is large.
import { existsSync } from 'node:fs';
import { moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { CITATION_STYLES, isOnPath } from './setup/system-packages.mjs';

/**
 * Whether each of them is installed, and what is skipped without it.
 *
 * @type {[boolean, string][]}
 */
const others = [
  [
    isOnPath('soffice'),
    'LibreOffice is not installed (on Debian: libreoffice-writer-nogui), so no Word document is opened.',
  ],
  [
    isOnPath('chromium'),
    'Chromium is not installed (on Debian: chromium), so the browser extension is not pressed in it.',
  ],
  [
    isOnPath('verapdf'),
    'veraPDF is not installed (https://verapdf.org), so no PDF is checked against PDF/UA-1.',
  ],
  [isOnPath('age'), 'age is not installed (on Debian: age), so no encrypted archive is opened by it.'],
  [
    existsSync(CITATION_STYLES),
    'The public citation styles are not installed (on Debian: citation-style-language-styles), so none is compared ' +
      'with a reference processor.',
  ],
];

await runAsProgram(async () => {
  const missing = others.filter(([isHere]) => !isHere);
  for (const [, what] of missing) say(what);
  if (missing.length === others.length) return 0;
  await setUp(['pdf-tools']);
  const [program, words] = moduleCommand('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
  return runCommand(program, words, { env: { ...process.env, PRECIS_TESTS: 'conformance' } });
});
