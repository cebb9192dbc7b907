import { app, type Session } from 'electron';
import { log } from '#electron/platform/log.ts';

/** What a page may load. Everything else is cancelled before a look-up or a connection. */
const localSchemes: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:']);

/** Nothing answers there. */
const NOWHERE = 'http://127.0.0.1:9/';

/**
 * Hardens every session as it comes into being, the importer's included: no request leaves the machine, no
 * permission is granted, nothing is downloaded, no dictionary is fetched. Has to be called before the app is ready.
 */
export function hardenSessions(): void {
  app.on('session-created', (session) => {
    cancelRequests(session);
    denyPermissions(session);
    refuseDownloads(session);
    // Off alone is not enough: Chromium fetches the dictionaries of the languages that are set. The window's session
    // gets languages when their dictionaries are laid; one that should be missing is asked for at a closed port.
    session.setSpellCheckerDictionaryDownloadURL(NOWHERE);
    session.setSpellCheckerEnabled(false);
    session.setSpellCheckerLanguages([]);
  });
}

function cancelRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url);
    const isAllowed = localSchemes.has(protocol) || (protocol === 'devtools:' && !app.isPackaged);
    if (!isAllowed) log.warn(`refused: a ${details.resourceType} request for ${protocol}`);
    answer({ cancel: !isAllowed });
  });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn(`refused: the permission ${permission}`);
    answer(false);
  });
  // By default Electron says yes here too, for clipboard reading and notifications among others.
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => {
    log.warn('refused: a download');
    event.preventDefault();
  });
}
