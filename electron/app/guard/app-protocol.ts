import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, protocol, type Session } from 'electron';
import { contentSecurityPolicy, type PageHost } from './content-security-policy.ts';
import { listPageFiles, type PageFile } from './page-files.ts';

const documents: Readonly<Record<PageHost, string>> = {
  precis: '/index.html',
  importer: '/importer.html',
  ocr: '/ocr.html',
  lock: '/lock.html',
};

/** The address of a page. */
export const pageUrl = (host: PageHost): string => `app://${host}${documents[host]}`;

/** Makes `app://` a scheme with origins, like https. Has to be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Finds an additional file by the path that the page requests; undefined if there is none. */
export type FindFile = (pathname: string) => PageFile | undefined;

/**
 * Serves one page of the app to the pages of `session`. Nothing else on the machine is served, except what `findMore`
 * finds for it.
 */
export function servePage(session: Session, host: PageHost, findMore: FindFile = () => undefined): void {
  const files = listPageFiles(join(app.getAppPath(), 'out', 'renderer'));
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 404 });
    const { hostname, pathname } = new URL(request.url);
    const more = hostname === host ? findMore(pathname) : undefined;
    const file = more ?? fileAt(await files, host, request.url);
    return file === undefined ? new Response(null, { status: 404 }) : respond(host, file);
  });
}

function fileAt(files: ReadonlyMap<string, PageFile>, host: PageHost, url: string): PageFile | undefined {
  const { hostname, pathname } = new URL(url);
  const isOtherPage = pathname.endsWith('.html') && pathname !== documents[host];
  return hostname === host && !isOtherPage ? files.get(pathname) : undefined;
}

async function respond(host: PageHost, { path, contentType }: PageFile): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const bytes = await readFile(path);
  const body = path.endsWith('.html') ? addNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy(host, nonce),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

const addNonce = (html: string, nonce: string): string =>
  html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}" content="${nonce}">`);
