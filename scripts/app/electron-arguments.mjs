import { projectRoot } from '../run/paths.mjs';
import { sandboxSwitches } from '../setup/check-sandbox.mjs';

/**
 * The arguments that start the app's window.
 *
 * @param {string[]} args of the app itself
 */
export const windowArguments = (args) => [projectRoot, ...sandboxSwitches(), ...args];

/**
 * The arguments that start the app's command line. It needs no display; Chromium has to be told so by its own switches,
 * since inside the app it is too late.
 *
 * @param {string[]} words of the command line: the command and its options
 */
export const commandLineArguments = (words) => [projectRoot, ...packagedCommandLineArguments(words)];

/**
 * The same for the packaged app, which knows its own path.
 *
 * @param {string[]} words
 */
export const packagedCommandLineArguments = (words) => [
  ...sandboxSwitches(),
  '--ozone-platform=headless',
  // Chromium reports services that a bare machine lacks (a message bus, a GPU) as errors; none of it concerns the
  // answer.
  '--log-level=3',
  '--cli',
  '--',
  ...words,
];
