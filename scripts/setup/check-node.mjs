import { readFileSync } from 'node:fs';
import { inProject } from '../run/paths.mjs';
import { SetupError } from '../run/say.mjs';

/** Refuses a Node that is older than package.json requires. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const [neededMajor = 0, neededMinor = 0] = numbersOf(engines.node);
  const [major = 0, minor = 0] = numbersOf(process.versions.node);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new SetupError(`Node ${engines.node} is needed; this is ${process.versions.node}.`);
}

/** @param {string} version */
const numbersOf = (version) => (version.match(/\d+/g) ?? []).map(Number);
