import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#electron/app/guard/content-security-policy.ts';
import { listPageFiles } from '#electron/app/guard/page-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'precis-pages-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the files that pages are made of', () => {
  it('are listed by the path that a page asks for, each with its type', async () => {
    await mkdir(join(folder, 'assets', 'fonts'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '');
    await writeFile(join(folder, 'assets', 'index-a1.js'), '');
    await writeFile(join(folder, 'assets', 'fonts', 'inter.woff2'), '');
    await writeFile(join(folder, 'assets', 'map.bcmap'), '');
    const files = await listPageFiles(folder);
    expect(Object.fromEntries([...files].map(([path, { contentType }]) => [path, contentType]))).toEqual({
      '/index.html': 'text/html; charset=utf-8',
      '/assets/index-a1.js': 'text/javascript; charset=utf-8',
      '/assets/fonts/inter.woff2': 'font/woff2',
      '/assets/map.bcmap': 'application/octet-stream',
    });
    expect(files.get('/assets/index-a1.js')?.path).toBe(join(folder, 'assets', 'index-a1.js'));
  });
});

describe('the policy of a page', () => {
  it('lets the window load its own files and nothing from anywhere else', () => {
    const policy = contentSecurityPolicy('precis', 'n0nce');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'nonce-n0nce'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('lets the importer run its scripts and read its own files, and nothing more', () => {
    const policy = contentSecurityPolicy('importer', 'n0nce');
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain('img-src blob:');
    expect(policy.replace("connect-src 'self'", '').replace('img-src blob:', '')).not.toMatch(
      /style-src|img-src|font-src|connect-src|n0nce|unsafe/,
    );
  });

  it('lets the page of OCR alone compile WebAssembly, and is that of the importer else', () => {
    const policy = contentSecurityPolicy('ocr', 'n0nce');
    expect(policy.replace(" 'wasm-unsafe-eval'", '')).toBe(contentSecurityPolicy('importer', 'n0nce'));
    for (const host of ['precis', 'importer', 'lock'] as const)
      expect(contentSecurityPolicy(host, 'n0nce')).not.toContain('wasm');
  });
});
