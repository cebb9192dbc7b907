import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { MemoFinding } from '#domain/contract/memo.ts';
import { printCount } from '#domain/print-count.ts';
import { findingId } from '../checks/finding-groups.ts';
import choice from './choice.module.css';
import styles from './export.module.css';

type GoTo = (finding: MemoFinding) => void;

const Finding = ({ finding, onGoTo }: { readonly finding: MemoFinding; readonly onGoTo: GoTo }) => {
  const id = useId();
  const Sign = finding.level === 'error' ? CircleX : TriangleAlert;
  return (
    <li data-level={finding.level}>
      <Sign size={16} strokeWidth={1.6} aria-hidden />
      <span>
        <span id={id}>{finding.message}</span>{' '}
        <button type="button" className={styles.link} aria-describedby={id} onClick={() => onGoTo(finding)}>
          {finding.place.kind === 'source' ? 'Show in article' : 'Show in memo'}
        </button>
      </span>
    </li>
  );
};

type GroupProps = {
  readonly title: string;
  readonly findings: readonly MemoFinding[];
  readonly onGoTo: GoTo;
};

const Group = ({ title, findings, onGoTo }: GroupProps) => (
  <section aria-label={title}>
    <h3 className={choice.legend}>
      {title} <span className={styles.count}>{findings.length}</span>
    </h3>
    {findings.length > 0 && (
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <Finding key={findingId(finding)} finding={finding} onGoTo={onGoTo} />
        ))}
      </ul>
    )}
  </section>
);

export type ExportFindingsProps = {
  /** Errors that prevent the chosen export. */
  readonly errors: readonly MemoFinding[];
  /** All findings that are not marked as intended. */
  readonly findings: readonly MemoFinding[];
  readonly onGoTo: GoTo;
};

/** Errors that block the export, and findings worth seeing before it: each leads to its place. */
export const ExportFindings = ({ errors, findings, onGoTo }: ExportFindingsProps) => {
  const warnings = findings.filter((finding) => finding.level !== 'hint' && !errors.includes(finding));
  const hints = findings.length - errors.length - warnings.length;
  return (
    <>
      <Group title="Errors" findings={errors} onGoTo={onGoTo} />
      {errors.length === 0 && (
        <p className={styles.clear}>
          <CircleCheck size={16} strokeWidth={1.6} aria-hidden /> No errors
        </p>
      )}
      <Group title="Warnings" findings={warnings} onGoTo={onGoTo} />
      {hints > 0 && <p className={styles.quiet}>{printCount(hints, 'hint')} under Checks</p>}
    </>
  );
};
