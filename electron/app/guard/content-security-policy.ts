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
 * The importer's page shows nothing. It may load only its own scripts, the character tables among its own files that a
 * PDF may name, and images that its own scripts have made (a drawing that is turned into pixels). A document that it
 * reads can't create an address of that kind.
 */
const importerDirectives = { ...common, 'worker-src': "'self'", 'connect-src': "'self'", 'img-src': 'blob:' };

/** The OCR page shows nothing either. Its engines are WebAssembly, which no other page may compile. */
const ocrDirectives = { ...importerDirectives, 'script-src': "'self' 'wasm-unsafe-eval'" };

/** The lock page shows a field and a few words. */
const lockDirectives = (nonce: string) => ({
  ...common,
  'style-src': `'self' 'nonce-${nonce}'`,
  'font-src': "'self'",
});

const windowDirectives = (nonce: string) => ({
  ...common,
  // React Aria inserts a <style> element into the page; it takes the nonce from a meta element.
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

/** The policy that is sent with every file of a page, as the value of the response header. */
export function contentSecurityPolicy(host: PageHost, nonce: string): string {
  return Object.entries(directivesOf[host](nonce))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
