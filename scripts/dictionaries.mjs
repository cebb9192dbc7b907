// npm run dictionaries: rebuilds the spelling dictionaries in resources/dictionaries from Hunspell's dictionaries in
// the npm packages named here. They are committed, so that neither the app nor its build downloads any.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { inProject, projectRoot } from './run/paths.mjs';
import { captureCommand, npmCommand } from './run/run-command.mjs';
import { runAsProgram, SetupError, say } from './run/say.mjs';
import { readTarEntry } from './setup/read-tar-entry.mjs';

/** @typedef {{language: string, from: string, sha512: string}} Dictionary */

/** @type {Dictionary[]} */
const dictionaries = [
  {
    language: 'en-GB',
    from: 'dictionary-en-gb@3.0.0',
    sha512: 'gU/dwC9xGYPh/0CCcmGNXO8OwSgOySAqevcSXxADCsgUD+tr6OJ52u7XaC7No7dNssvdUSfVjkzcqLrRZq3kPA==',
  },
  {
    language: 'en-US',
    from: 'dictionary-en@4.0.0',
    sha512: '3NHnE1uq33ZE/CIwaZ6gqxa4BnglHnxeAcTM0GJ7cmtRGcvX9InMK/IqLtYcUMFCUpUNgybH+DzkqdgAo3F1zg==',
  },
  {
    language: 'fr-FR',
    from: 'dictionary-fr@3.0.0',
    sha512: 'fhDRX1cRyHPA69GJg8R4XgNYgSQvbNHj3kr5UqvEG1OS5pJqH6P3GbO7wpTCwvr5KMQ0NxGIsXps9P5NyXRVEg==',
  },
  {
    language: 'es-ES',
    from: 'dictionary-es@4.0.0',
    sha512: '8J3IYdaHYmkojxqhB+DneQpek6N/s3MwbVk3bPNGQSTBT5kxJtmbuiT0LSDP0Al6K9Vevo1sjspG8AGP9Yvxiw==',
  },
  {
    language: 'pl-PL',
    from: 'dictionary-pl@2.0.0',
    sha512: 'jg1j4DM12i6oyp34Re5UeVYZAh2u4Y0Qi8zUfLVQjRmUQA8PsHO41ShoZLDwcQm7mWfeTeZjDPLv9wygPdqj3Q==',
  },
  {
    language: 'ru-RU',
    from: 'dictionary-ru@3.0.0',
    sha512: 'tigem0CDnNpxEciW6ktwVH3wWB4FYpuvpwA6IR6UlF7bVu2kez6vOejVNyZgBX1TJIjuYTCTuLxzg/YOls2mRQ==',
  },
];

/** The app's own converter, which is TypeScript. */
const { module: converter } = await runnerImport('electron/spelling/bdic/make-bdic.ts', {
  configFile: false,
  root: projectRoot,
});

await runAsProgram(async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'precis-dictionaries-'));
  try {
    for (const dictionary of dictionaries) layDictionary(dictionary, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return 0;
});

/**
 * @param {Dictionary} dictionary
 * @param {string} temporary
 */
function layDictionary({ language, from, sha512 }, temporary) {
  const tar = gunzipSync(fetchPackage(from, sha512, temporary));
  const made = converter.makeBdic({
    affixes: readTarEntry(tar, 'package/index.aff'),
    words: readTarEntry(tar, 'package/index.dic'),
  });
  writeFileSync(inProject('resources/dictionaries', `${language}.bdic`), made);
  writeFileSync(
    inProject('resources/dictionaries', `${language}.license.txt`),
    readTarEntry(tar, 'package/license'),
  );
  say(`${language}: ${made.length} bytes from ${from}`);
}

/**
 * @param {string} name
 * @param {string} sha512 of the tarball, in base64
 * @param {string} temporary
 */
function fetchPackage(name, sha512, temporary) {
  const [program, args] = npmCommand(['pack', name, '--silent', '--pack-destination', temporary]);
  const packed = captureCommand(program, args, { cwd: temporary });
  if (!packed.succeeded) throw new SetupError(`${name} could not be fetched:\n${packed.output.trim()}`);
  const tarball = readFileSync(join(temporary, packed.stdout.trim().split('\n').at(-1) ?? ''));
  if (createHash('sha512').update(tarball).digest('base64') !== sha512) {
    throw new SetupError(`${name} is not the one expected (its SHA-512 differs). Nothing of it is used.`);
  }
  return tarball;
}
