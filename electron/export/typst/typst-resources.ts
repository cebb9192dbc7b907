import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutSpaceKerning } from '../pdf/space-kerning.ts';
import { scriptFontFile } from './fonts/script-fonts.ts';
import { refusedImports } from './refuse-package-imports.ts';

/** What Typst compiles from, read into memory once: it opens no file by itself. */
export type TypstResources = {
  /** Source by file name. */
  readonly templates: ReadonlyMap<string, string>;
  readonly fonts: readonly Buffer[];
  /** The face of a family that not every memo needs, read when it is asked for. */
  readonly readScriptFont: (family: string) => Buffer;
};

const filesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort();

/**
 * Reads `templates/` and `fonts/` below the resources folder. Fonts come in the order of their names, so that the
 * same document gives the same bytes everywhere. Throws on a template that imports anything but its neighbours.
 */
export const readTypstResources = (resourcesFolder: string): TypstResources => {
  const templatesFolder = join(resourcesFolder, 'templates');
  const fontsFolder = join(resourcesFolder, 'fonts');
  const templates = new Map(
    filesIn(templatesFolder, '.typ').map((name) => [name, readFileSync(join(templatesFolder, name), 'utf8')]),
  );
  for (const [name, source] of templates) {
    const [refused] = refusedImports(source);
    if (refused !== undefined) throw new Error(`the template ${name} may not import ${refused}`);
  }
  return {
    templates,
    fonts: filesIn(fontsFolder, '.ttf').map((name) =>
      withoutSpaceKerning(readFileSync(join(fontsFolder, name))),
    ),
    readScriptFont: (family) => readFileSync(join(fontsFolder, 'scripts', scriptFontFile(family))),
  };
};
