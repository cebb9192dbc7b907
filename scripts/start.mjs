// npm start: opens the app.
import { createInterface } from 'node:readline';
import { buildApp } from './app/build-app.mjs';
import { windowArguments } from './app/electron-arguments.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { withDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

/** Chromium's messages about a bare machine's message bus, GPU and X server: nothing that a person can act on. */
const noise =
  /:(?:ERROR|WARNING):[^\]]*(?:bus|dbus|object_proxy|gpu|viz|gl_|angle|vaapi|x11|atom_cache|account|interface_endpoint)[^\]]*\]/iu;

await runAsProgram(async () => {
  const electron = await setUp(['display']);
  await buildApp();
  const args = windowArguments(process.argv.slice(2));
  return withDisplay((env) => runWindow(electron.executable, args, env));
});

/**
 * Runs the app with its window, filtering noise from its stderr. If it restarts itself, to lock, the new process is
 * followed.
 *
 * @param {string} executable
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
async function runWindow(executable, args, env) {
  /** @type {string[] | null} */
  let next = null;
  const code = await runCommand(
    executable,
    args,
    { env, stdio: ['inherit', 'inherit', 'pipe', 'ipc'] },
    (child) => {
      child.on('message', (/** @type {{startAnew: string[]}} */ { startAnew }) => {
        next = startAnew;
      });
      if (child.stderr === null) return;
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!noise.test(line)) process.stderr.write(`${line}\n`);
      });
    },
  );
  return next === null ? code : runWindow(executable, next, env);
}
