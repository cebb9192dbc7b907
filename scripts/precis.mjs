#!/usr/bin/env node
// npm run --silent precis -- <command>, or precis <command> after npm link: the app's command line. Stdout is reserved
// for its answer.
import { buildApp } from './app/build-app.mjs';
import { commandLineArguments } from './app/electron-arguments.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const electron = await setUp();
  await buildApp();
  // npm has changed the working directory to the project's; INIT_CWD is the original one, against which the app
  // resolves paths in its arguments.
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
  return runCommand(electron.executable, commandLineArguments(process.argv.slice(2)), { env });
});
