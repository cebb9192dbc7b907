import { app, type WebContents } from 'electron';
import { log } from '#electron/platform/log.ts';

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
