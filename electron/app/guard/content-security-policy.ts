/** The pages of the app, each an origin of its own: `app://precis` is the window, `app://importer` reads files. */
export type PageHost = 'precis' | 'importer';

const common = {
  'default-src': "'none'",
  'script-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

/**
 * The importer's page shows nothing, so it gets nothing but its own scripts, and of its own files the tables of
 * characters that a PDF may name.
 */
const importerDirectives = { ...common, 'worker-src': "'self'", 'connect-src': "'self'" };

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

/** The policy that goes out with every file of a page, as the value of the response header. */
export function contentSecurityPolicy(host: PageHost, nonce: string): string {
  const directives = host === 'precis' ? windowDirectives(nonce) : importerDirectives;
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
