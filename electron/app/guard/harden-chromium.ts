/** What Chromium may not do in any page of the app: limits on its sessions, its pages and its switches. */
import { app, type Session, type WebContents } from 'electron';
import { log } from '#electron/platform/log.ts';
import type { LaunchOptions } from '../launch/launch-options.ts';

/** The schemes that a page may load. Any other request is cancelled before a look-up or a connection. */
const localSchemes: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:']);

/** An address at which nothing answers. */
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
    // Disabling the spelling checker is not enough: Chromium downloads the dictionaries of the languages that are set.
    // The window's session is given languages only when their dictionaries are installed; a missing one is requested
    // from a closed port.
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
  // By default Electron grants these too, for clipboard reading and notifications among others.
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

/**
 * Keeps every page where it is: none navigates, none opens another, none embeds a web page. Links of articles
 * open through a request that asks the analyst first. Has to be called before the first page exists.
 */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    contents.setWindowOpenHandler(() => {
      log.warn('refused: a page asked for a new window');
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => {
      log.warn('refused: a page asked for a webview');
      event.preventDefault();
    });
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function refuseNavigation(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void; url: string }) => {
    log.warn(`refused: a page navigated to ${new URL(event.url).protocol}`);
    event.preventDefault();
  };
  // Frames too: an article's body holds none, and no page of the app has one.
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
}

/** Sets the switches of Chromium that have to be set before the app is ready. */
export function setChromiumSwitches(mode: LaunchOptions['mode']): void {
  // Stops every name look-up, including those that no request handler sees (such as dns-prefetch).
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // Without a display there is no GPU to draw with, and Chromium would log an error on every start.
  if (mode === 'command-line') app.disableHardwareAcceleration();
}
