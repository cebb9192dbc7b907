import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './ui/base.css';
import './ui/looks.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { followMenu, tellEnabledCommands } from '#renderer/commands/commands.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { beginAtAddress } from '#renderer/window/navigation.ts';
import { sayFailed } from '#renderer/window/notices.ts';
import { followTyping } from '#renderer/window/pending-edits.ts';
import { App } from './app/App.tsx';
import { followApp } from './bridge/app-state.ts';
import { followChanges } from './bridge/query-store.ts';

beginAtAddress(location.search);
followApp();
followChanges();
followTyping();
followMenu();
tellEnabledCommands();
// Another window, or another program, is shown what was typed here.
window.addEventListener('blur', () => void flushAll());

window.addEventListener('unhandledrejection', ({ reason }) => {
  sayFailed('Something went wrong in Precis.', `What was saved before is safe. ${String(reason)}`);
});

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
