import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '../ui/base.css';
import '../ui/looks.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { LockScreen } from './LockScreen.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-GB">
        <LockScreen />
      </I18nProvider>
    </StrictMode>,
  );
}
