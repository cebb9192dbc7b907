// npm run conformance: opens exported files with programs that others use. Not a part of npm test: LibreOffice is large.
import { moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { isOnPath } from './setup/system-packages.mjs';

await runAsProgram(async () => {
  if (!isOnPath('soffice')) {
    say(
      'LibreOffice is not installed (on Debian: libreoffice-writer-nogui), so no Word document was opened.',
    );
    return 0;
  }
  await setUp(['pdf-tools']);
  const [program, words] = moduleCommand('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
  return runCommand(program, words, { env: { ...process.env, PRECIS_TESTS: 'conformance' } });
});
