/**
 * The arguments with which electron-builder calls `fpm`, the maker of Linux packages that it would download:
 * https://fpm.readthedocs.io/en/latest/cli-reference.html
 */
import { parseArgs } from 'node:util';
import { SetupError } from '../../run/say.mjs';

/**
 * @typedef {object} DebOrder
 * @property {string} name
 * @property {string} version in Debian's form, with `~` before anything earlier than a release
 * @property {string} architecture
 * @property {string} maintainer
 * @property {string} homepage empty: there is none
 * @property {string} section
 * @property {string} priority
 * @property {string} synopsis one line
 * @property {string} description running text
 * @property {string} compression as dpkg-deb names it
 * @property {string[]} depends each one relation of a Depends field
 * @property {string[]} recommends
 * @property {string | undefined} afterInstall a script
 * @property {string | undefined} afterRemove a script
 * @property {string} output the package to be made
 * @property {{from: string, to: string}[]} files sources and installed paths; a source that ends with a slash means a
 * folder's content
 */

/** @type {{type: 'string'}} */
const one = { type: 'string' };
/** @type {{type: 'string', multiple: true, default: string[]}} */
const several = { type: 'string', multiple: true, default: [] };
/** @type {{type: 'boolean'}} */
const flag = { type: 'boolean' };

/** Options without an equivalent in a .deb are accepted, and ignored. */
const options = {
  'input-type': { ...one, short: 's' },
  'output-type': { ...one, short: 't' },
  force: flag,
  debug: flag,
  log: one,
  depends: { ...several, short: 'd' },
  'deb-recommends': several,
  'deb-compression': { ...one, default: 'xz' },
  'deb-priority': { ...one, default: 'optional' },
  architecture: one,
  'after-install': one,
  'after-remove': one,
  description: { ...one, default: '' },
  version: one,
  package: one,
  name: one,
  maintainer: one,
  vendor: one,
  url: { ...one, default: '' },
  category: { ...one, default: 'misc' },
  license: one,
  iteration: one,
};

/** Compressions that fpm and dpkg-deb name differently. */
const COMPRESSIONS = new Map([
  ['gz', 'gzip'],
  ['zst', 'zstd'],
]);

/**
 * Reads the arguments; throws on an unknown one, and on any package but a .deb.
 *
 * @param {string[]} words
 * @returns {DebOrder}
 */
export function readDebOrder(words) {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (values['output-type'] !== 'deb') {
    throw new SetupError(`only a deb can be made here, not a package of the kind ${values['output-type']}.`);
  }
  const [synopsis = '', ...description] = values.description.split('\n');
  return {
    name: given(values.name, 'name'),
    version: [given(values.version, 'version'), ...(values.iteration ? [values.iteration] : [])].join('-'),
    architecture: given(values.architecture, 'architecture'),
    maintainer: given(values.maintainer, 'maintainer'),
    homepage: values.url,
    section: values.category,
    priority: values['deb-priority'],
    synopsis: synopsis.trim(),
    description: description.join(' ').trim(),
    compression: COMPRESSIONS.get(values['deb-compression']) ?? values['deb-compression'],
    depends: values.depends,
    recommends: values['deb-recommends'],
    afterInstall: values['after-install'],
    afterRemove: values['after-remove'],
    output: given(values.package, 'package'),
    files: positionals.map(readFile),
  };
}

/**
 * @param {string | undefined} value
 * @param {string} name
 * @returns {string}
 */
function given(value, name) {
  if (value) return value;
  throw new SetupError(`a deb cannot be made without --${name}.`);
}

/** @param {string} word a source and its installed path, separated by an equals sign */
function readFile(word) {
  const at = word.lastIndexOf('=');
  const [from, to] = [word.slice(0, at), word.slice(at + 1)];
  if (at < 1 || !to.startsWith('/') || to.split('/').includes('..')) {
    throw new SetupError(`"${word}" does not say which file lies where.`);
  }
  return { from, to };
}
