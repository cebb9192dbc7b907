import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file of the built pages. */
export type PageFile = { readonly path: string; readonly contentType: string };

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * The files of `folder` by the path under which a page may request them. They are listed once: a path that is not on
 * the list is not served, however a request spells it.
 */
export async function listPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const paths = await listFiles(folder);
  return new Map(
    paths.map((path) => [
      `/${relative(folder, path).split(sep).join('/')}`,
      { path, contentType: contentTypes[extname(path)] ?? 'application/octet-stream' },
    ]),
  );
}

/** Recurses itself: inside a packaged app's archive Electron's `readdir` does not recurse. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
  return (await Promise.all(lists)).flat();
}
