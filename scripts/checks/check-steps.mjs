import { inProject } from '../run/paths.mjs';
import { moduleCommand } from '../run/run-command.mjs';

/**
 * @typedef {object} CheckStep
 * @property {string} name
 * @property {[string, string[]]} command
 */

/**
 * Checks of the source besides its tests.
 *
 * @type {CheckStep[]}
 */
export const checkSteps = [
  { name: 'format', command: moduleCommand('@biomejs/biome/bin/biome', ['format', '.']) },
  {
    name: 'lint',
    command: moduleCommand('@biomejs/biome/bin/biome', [
      'check',
      '--formatter-enabled=false',
      '--error-on-warnings',
      '.',
    ]),
  },
  { name: 'types', command: moduleCommand('typescript7/bin/tsc', ['--build']) },
  { name: 'layers', command: [process.execPath, [inProject('scripts/checks/check-layers.mjs')]] },
  {
    name: 'tree and documentation',
    command: [process.execPath, [inProject('scripts/checks/check-tree.mjs')]],
  },
  { name: 'dead code', command: moduleCommand('knip/bin/knip.js', ['--no-progress']) },
];
