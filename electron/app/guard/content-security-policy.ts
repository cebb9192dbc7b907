/**
 * The pages of the app, each an origin of its own: `app://precis` is the window, `app://importer` reads files,
 * `app://ocr` reads pictures of text, `app://lock` asks for a passphrase.
 */
export type PageHost = 'precis' | 'importer' | 'ocr' | 'lock';

const common = {
  'default-src': "'none'",
  'script-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

/**
 * The importer's page shows nothing, so it gets nothing but its own scripts, of its own files the tables of characters
 * that a PDF may name, and as pictures what its own scripts have made: a drawing that is turned into pixels. No page
 * that it reads can make an address of that kind.
 */
const importerDirectives = { ...common, 'worker-src': "'self'", 'connect-src': "'self'", 'img-src': 'blob:' };

/** It shows nothing either. The engines that it runs are WebAssembly, which no other page may compile. */
const ocrDirectives = { ...importerDirectives, 'script-src': "'self' 'wasm-unsafe-eval'" };

/** It shows a field and a few words. */
const lockDirectives = (nonce: string) => ({
  ...common,
  'style-src': `'self' 'nonce-${nonce}'`,
  'font-src': "'self'",
});

const windowDirectives = (nonce: string) => ({
  ...common,
  // React Aria puts a <style> of its own into the page; it takes the nonce from a meta element.
  'style-src': `'self' 'nonce-${nonce}'`,
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  // pdf.js draws the memo's preview in a worker.
  'worker-src': "'self'",
  'connect-src': "'self'",
});

const directivesOf: Readonly<Record<PageHost, (nonce: string) => Readonly<Record<string, string>>>> = {
  precis: windowDirectives,
  importer: () => importerDirectives,
  ocr: () => ocrDirectives,
  lock: lockDirectives,
};

/** The policy that goes out with every file of a page, as the value of the response header. */
export function contentSecurityPolicy(host: PageHost, nonce: string): string {
  return Object.entries(directivesOf[host](nonce))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
