// npm run icons: redraws the icons in resources/icons after precis.svg has changed.
import { inProject } from './run/paths.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { sandboxSwitches } from './setup/check-sandbox.mjs';
import { withDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const electron = await setUp(['display']);
  const args = [inProject('scripts/icon-drawer'), ...sandboxSwitches()];
  return withDisplay((env) => runCommand(electron.executable, args, { env }));
});
