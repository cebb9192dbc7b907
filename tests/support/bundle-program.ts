import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The stemmer reads its WebAssembly from beside its own file, so it is not bundled. */
const stemmerWhereItIs: Plugin = {
  name: 'stemmer-where-it-is',
  enforce: 'pre',
  resolveId: (source) =>
    source === 'multilingual-stemmer' ? { id: import.meta.resolve(source), external: true } : null,
};

/**
 * Bundles a TypeScript program of the project for this Node, and returns the path of the bundle. A program that is
 * started often starts faster this way than with the runner, and without the project around it.
 *
 * @param entry below the project
 * @param outFolder for the bundle
 */
export const bundleProgram = async (entry: string, outFolder: string): Promise<string> => {
  const name = `${basename(entry, '.ts')}.mjs`;
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    plugins: [stemmerWhereItIs],
    ssr: { noExternal: true },
    build: {
      ssr: join(projectRoot, entry),
      target: 'node20.18',
      outDir: outFolder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(outFolder, name);
};
