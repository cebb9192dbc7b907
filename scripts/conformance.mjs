// npm run conformance: opens our files with programs that others use. Not a part of npm test: LibreOffice is large.
import { moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { isOnPath } from './setup/system-packages.mjs';

/** What is left out without each of them. */
const programs = {
  soffice:
    'LibreOffice is not installed (on Debian: libreoffice-writer-nogui), so no Word document is opened.',
  chromium: 'Chromium is not installed (on Debian: chromium), so the browser extension is not pressed in it.',
  verapdf: 'veraPDF is not installed (https://verapdf.org), so no PDF is checked against PDF/UA-1.',
  age: 'age is not installed (on Debian: age), so no encrypted archive is opened by it.',
};

await runAsProgram(async () => {
  const missing = Object.entries(programs).filter(([program]) => !isOnPath(program));
  for (const [, what] of missing) say(what);
  if (missing.length === Object.keys(programs).length) return 0;
  await setUp(['pdf-tools']);
  const [program, words] = moduleCommand('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
  return runCommand(program, words, { env: { ...process.env, PRECIS_TESTS: 'conformance' } });
});
