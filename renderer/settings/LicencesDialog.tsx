import { useState } from 'react';
import { appThirdParty, type ThirdPartyPackage } from '#domain/contract/app.ts';
import { printCount } from '#domain/print-count.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { Disclosure } from '#renderer/ui/panes/Disclosure.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import styles from './licences.module.css';

const Licence = ({ name, version, licence, text }: ThirdPartyPackage) => (
  <Disclosure
    className={styles.package}
    name={name}
    beside={() => (
      <>
        <span className={styles.detail}>{version}</span>
        <span className={styles.detail}>{licence}</span>
      </>
    )}
  >
    <pre className={styles.text}>{text ?? 'The package has no licence text.'}</pre>
  </Disclosure>
);

const LicenceList = ({ packages }: { readonly packages: readonly ThirdPartyPackage[] }) => {
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  const found = packages.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(words));
  return (
    <>
      <p className={styles.about}>
        Precis includes {printCount(packages.length, 'third-party package')}. The licences of Electron,
        Chromium and the dictionaries are in files beside them.
      </p>
      <SearchField label="Filter the packages" placeholder="Filter" value={sought} onChange={setSought} />
      <div className={styles.list}>
        {found.length === 0 && <p className={styles.about}>No packages match</p>}
        {found.map((each) => (
          <Licence key={`${each.name} ${each.version}`} {...each} />
        ))}
      </div>
    </>
  );
};

const Licences = () => {
  const answer = useQueryOnce(appThirdParty, {});
  if (answer === null) return null;
  if (answer.ok) return <LicenceList packages={answer.value} />;
  const { title, text } = errorWords(answer.error);
  return (
    <p role="alert">
      {title} {text}
    </p>
  );
};

/** The third-party packages in the app, each with the text of its licence. */
export const LicencesDialog = ({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog
    title="Third-party licences"
    isOpen={isOpen}
    onClose={onClose}
    isMedium
    actions={
      <Button variant="primary" onPress={onClose}>
        Close
      </Button>
    }
  >
    <Licences />
  </Dialog>
);
