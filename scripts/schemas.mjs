// npm run schemas: regenerates the JSON Schemas of docs/schemas, from the shapes in domain/ and those of the command
// line's answers. `npm run check` compares them.
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { setUpModules } from './setup/set-up.mjs';

const shapes = ['tests/unit/domain/archive/json-schema.test.ts', 'tests/unit/cli/answers.test.ts'];

await runAsProgram(async () => {
  await setUpModules();
  return runCommand('npx', ['vitest', 'run', ...shapes, '--update'], {
    env: { ...process.env, PUBLISH_SHAPES: '1' },
  });
});
