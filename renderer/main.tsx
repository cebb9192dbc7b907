import { appKeepPlace } from '#domain/contract/app.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './ui/base.css';
import './ui/looks.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { recordOfAddress } from '#domain/contract/window-record.ts';
import { followMenu, tellEnabledCommands } from '#renderer/commands/commands.ts';
import { addBeforeClose, flushAll } from '#renderer/window/before-close.ts';
import { beginAtAddress, keptPlace, useNavigation } from '#renderer/window/navigation.ts';
import { sayFailed } from '#renderer/window/notices.ts';
import { followTyping } from '#renderer/window/pending-edits.ts';
import { App } from './app/App.tsx';
import { followApp } from './bridge/app-state.ts';
import { followChanges } from './bridge/query-store.ts';
import { request } from './bridge/window-bridge.ts';

beginAtAddress(location.search);
followApp();
followChanges();
followTyping();
followMenu();
tellEnabledCommands();
if (recordOfAddress(location.search) === null) followPlace();
// Another window or program then sees what was typed here.
window.addEventListener('blur', () => void flushAll());

window.addEventListener('unhandledrejection', ({ reason }) => {
  sayFailed('Something went wrong in Precis.', `Your saved work is safe. ${String(reason)}`);
});

/** After this time in one place, the next start returns to it. */
const KEPT_AFTER_MS = 500;

/**
 * Saves the place as it changes and as the window closes, for the next start. A window opened on one record does not
 * save it.
 */
function followPlace(): void {
  let timer: number | undefined;
  let kept = JSON.stringify(keptPlace());
  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    const place = keptPlace();
    if (JSON.stringify(place) === kept) return;
    kept = JSON.stringify(place);
    await request(appKeepPlace, place);
  };
  useNavigation.subscribe(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), KEPT_AFTER_MS);
  });
  addBeforeClose(keep);
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-GB">
        <App />
      </I18nProvider>
    </StrictMode>,
  );
}
