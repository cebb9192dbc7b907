import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseSync } from 'vite';
import { projectRoot } from '../support/app/electron-under-test.ts';

const out = (folder: string): string => join(projectRoot, 'out', folder);

const namesBelow = (folder: string): Promise<string[]> => readdir(out(folder), { recursive: true });

const readBuilt = (file: string): Promise<string> => readFile(out(file), 'utf8');

/** What a built file asks for by `import` or `require`, as far as it is not a file beside it. */
function requestedModules(code: string): string[] {
  const names = [...nodesBelow(parseSync('built.js', code).program)].map(requestedBy);
  return [...new Set(names)].filter((name): name is string => name !== null && !name.startsWith('.')).sort();
}

type SyntaxNode = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null;

function* nodesBelow(node: unknown): Generator<SyntaxNode> {
  if (!isNode(node)) return;
  yield node;
  for (const value of Object.values(node)) yield* nodesBelow(value);
}

/** The module that a node asks for: `import … from`, `export … from`, `import(…)`, `require(…)`. */
function requestedBy({ type, source, callee, arguments: given }: SyntaxNode): string | null {
  if (typeof type === 'string' && /^(Import|Export)\w+$/.test(type)) return textOf(source);
  const isRequire = type === 'CallExpression' && isNode(callee) && callee.name === 'require';
  return isRequire && Array.isArray(given) ? textOf(given[0]) : null;
}

/** What a literal or a template without anything in it says. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (typeof node.value === 'string') return node.value;
  const [part] = Array.isArray(node.quasis) ? node.quasis : [];
  return isNode(part) && isNode(part.value) ? String(part.value.cooked) : null;
}

test.describe('the built app', () => {
  test('has preloads that a sandboxed page can load: CommonJS, each whole in one file, asking for electron alone', async () => {
    const names = await namesBelow('preload');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(name).toMatch(/^[\w-]+\.cjs$/);
      expect(requestedModules(await readBuilt(`preload/${name}`))).toEqual(['electron']);
    }
  });

  test('asks at run time for nothing but Electron, Node, the native compiler and watcher, SQLite and the stemmer', async () => {
    const known = new Set([
      'electron',
      '@myriaddreamin/typst-ts-node-compiler',
      '@parcel/watcher',
      'multilingual-stemmer',
      'node-sqlite3-wasm',
      ...builtinModules,
    ]);
    const scripts = (await namesBelow('main')).filter((name) => name.endsWith('.js'));
    expect(scripts).toContain('main.js');
    for (const name of scripts) {
      const requested = requestedModules(await readBuilt(`main/${name}`));
      expect(requested.filter((module) => !known.has(module.replace(/^node:/, '')))).toEqual([]);
    }
  });

  test('carries no source map and no script that stands in a page', async () => {
    const names = await namesBelow('.');
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
    const pages = names.filter((name) => name.endsWith('.html'));
    expect(pages).toContain(join('renderer', 'index.html'));
    for (const page of pages) {
      expect(await readBuilt(page)).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/);
    }
  });
});
