import { dismissReport, useReport } from '#renderer/parts/article/report.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './today.module.css';

/** What became of the last bulk import, until it is dismissed. */
export const ImportReportLine = () => {
  const report = useReport((state) => state.report);
  if (report === null) return null;
  const count = (status: (typeof report)[number]['status']): number =>
    report.filter((outcome) => outcome.status === status).length;
  return (
    <div className={styles.report}>
      <p>
        Imported <strong>{count('imported')}</strong>, already here <strong>{count('duplicate')}</strong>,
        failed <strong>{count('failed')}</strong>
      </p>
      <Button isSmall onPress={() => goTo({ view: 'articles', isReport: true })}>
        Show the report
      </Button>
      <Button isSmall variant="quiet" onPress={dismissReport}>
        Dismiss
      </Button>
    </div>
  );
};
