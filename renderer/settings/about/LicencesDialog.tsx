import { useState } from 'react';
import type { ThirdPartyPackage } from '#domain/contract/app.ts';
import { printCount } from '#domain/print-count.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import styles from './licences.module.css';

const Licence = ({ name, version, licence, text }: ThirdPartyPackage) => (
  <details className={styles.package}>
    <summary>
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>{version}</span>
      <span className={styles.detail}>{licence}</span>
    </summary>
    <pre className={styles.text}>{text ?? 'The text is in the package that this one is a part of.'}</pre>
  </details>
);

const none: readonly ThirdPartyPackage[] = [];

const LicenceList = () => {
  const answer = useQueryOnce('app:third-party', {});
  const packages = answer?.ok === true ? answer.value : none;
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  const found = packages.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(words));
  return (
    <>
      <p className={styles.about}>
        Precis contains {printCount(packages.length, 'package')} of others. The licences of Electron and
        Chromium lie beside the program; those of the dictionaries beside the dictionaries.
      </p>
      <SearchField label="Filter the packages" placeholder="Filter" value={sought} onChange={setSought} />
      <div className={styles.list}>
        {found.length === 0 && packages.length > 0 && <p className={styles.about}>No packages match</p>}
        {found.map((each) => (
          <Licence key={`${each.name} ${each.version}`} {...each} />
        ))}
      </div>
    </>
  );
};

/** The packages of others that are in the app, each with the text of its licence. */
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
    <LicenceList />
  </Dialog>
);
