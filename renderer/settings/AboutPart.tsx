import { useState } from 'react';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { LicencesDialog } from './LicencesDialog.tsx';
import { Part } from './Part.tsx';

export const AboutPart = () => {
  const version = useAppState(({ app }) => app?.version);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Part title="About">
      <p>
        Precis {version}. <strong>Nothing is ever sent:</strong> no article, no note, no name, no count of
        use, no crash report, no look-up of an address. A link opens in your browser only after you have seen
        the whole address and said yes.
      </p>
      <div>
        <Button onPress={() => setIsOpen(true)}>Third-party licences…</Button>
      </div>
      <LicencesDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Part>
  );
};
