/**
 * The third-party packages in the app: those that were bundled, and those loaded at run time. Each with its licence,
 * whose text has to be included.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from '../run/paths.mjs';

/** @typedef {{name: string, version: string, licence: string, text: string | null}} ThirdPartyPackage */

/** Licences that permit distribution in an MIT-licensed app, by their SPDX ids. */
const PERMITTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether a licence, or one of the alternatives, is permitted.
 *
 * @param {string} expression of SPDX: ids with AND and OR, without parentheses except around the whole
 */
export const isPermitted = (expression) =>
  expression
    .replace(/^\((.*)\)$/u, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => PERMITTED.has(id)));

/** @param {string} folder of a package */
const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * The folder of the package that a module belongs to; null for one of the app's own.
 *
 * @param {string} moduleId a path, perhaps with a query
 * @returns {string | null}
 */
export function packageFolderOf(moduleId) {
  const path = moduleId
    .replace(/^\0/u, '')
    .replace(/[?#].*$/u, '')
    .replaceAll('\\', '/');
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(path);
  return found?.[1] ?? null;
}

/**
 * The installed package with that name, as resolved from a folder.
 *
 * @param {string} name
 * @param {string} from
 * @returns {string | null} a folder; null if it is not installed
 */
function installed(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) return null;
  }
}

/**
 * The folders of a package's installed dependencies, recursively.
 *
 * @param {string} folder
 * @param {Set<string>} [found]
 * @returns {Set<string>}
 */
function dependenciesOf(folder, found = new Set()) {
  const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const dependency = installed(name, folder);
    if (dependency === null || found.has(dependency)) continue;
    dependenciesOf(dependency, found.add(dependency));
  }
  return found;
}

/**
 * The package's licence text; null if it has none.
 *
 * @param {string} folder
 * @returns {string | null}
 */
function licenceTextOf(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/iu.test(name));
  const files = names.filter((name) => !/\.(?:c|m)?[jt]s$/iu.test(name)).sort();
  return files.length === 0
    ? null
    : files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/**
 * @param {string} folder
 * @returns {ThirdPartyPackage}
 */
function describePackage(folder) {
  const { name, version, license } = manifestOf(folder);
  const licence = typeof license === 'string' ? license : (license?.type ?? 'none');
  if (!isPermitted(licence)) {
    throw new Error(`${name} ${version} is under "${licence}", which is not among the permitted licences`);
  }
  return { name, version, licence, text: licenceTextOf(folder) };
}

/**
 * Every package in the app, by name.
 *
 * @param {Iterable<string>} bundled folders of packages
 * @returns {ThirdPartyPackage[]}
 */
export function listThirdParty(bundled) {
  const folders = new Set([...bundled, ...dependenciesOf(inProject('.'))]);
  /** @type {Map<string, ThirdPartyPackage>} */
  const packages = new Map();
  for (const folder of folders) {
    const described = describePackage(folder);
    packages.set(`${described.name}@${described.version}`, described);
  }
  return [...packages.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * A software bill of materials of the app: CycloneDX 1.5, https://cyclonedx.org/docs/1.5/json/.
 *
 * @param {readonly ThirdPartyPackage[]} packages
 * @returns {object}
 */
export function billOfMaterials(packages) {
  const { name, version } = manifestOf(inProject('.'));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name, version } },
    components: packages.map((each) => ({
      type: 'library',
      name: each.name,
      version: each.version,
      purl: `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`,
      licenses: /[ (]/u.test(each.licence)
        ? [{ expression: each.licence.replace(/^\((.*)\)$/u, '$1') }]
        : [{ license: { id: each.licence } }],
    })),
  };
}

/**
 * The licences of all packages as one text, for use outside of the app's window.
 *
 * @param {readonly ThirdPartyPackage[]} packages
 * @returns {string}
 */
export const licenceTexts = (packages) =>
  packages
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text ?? licence}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);

/**
 * A Vite plugin that records which packages are bundled, for all parts of the app built with it, and writes them with
 * their licences into `folder` after each part.
 *
 * @param {string} folder
 * @param {readonly string[]} copied names of packages whose files are copied unchanged
 * @returns {{name: string, generateBundle(_: unknown, bundle: Record<string, {moduleIds?: string[]}>): void,
 * writeBundle(): void}}
 */
export function thirdPartyPlugin(folder, copied = []) {
  const bundled = new Set(copied.map((name) => inProject(`node_modules/${name}`)));
  return {
    name: 'third-party',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => part.moduleIds ?? []);
      for (const folder of modules.map(packageFolderOf)) if (folder !== null) bundled.add(folder);
    },
    writeBundle() {
      const packages = listThirdParty(bundled);
      writeFileSync(join(folder, 'third-party.json'), `${JSON.stringify(packages, null, 1)}\n`);
      writeFileSync(join(folder, 'third-party-licences.txt'), licenceTexts(packages));
      writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(packages), null, 1)}\n`);
    },
  };
}
