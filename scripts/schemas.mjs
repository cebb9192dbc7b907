// npm run schemas: writes the JSON Schemas of docs/schemas anew, from the shapes in domain/. `npm run check` holds them
// against each other.
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { setUpModules } from './setup/set-up.mjs';

await runAsProgram(async () => {
  await setUpModules();
  return runCommand('npx', ['vitest', 'run', 'tests/unit/domain/archive/json-schema.test.ts', '--update']);
});
