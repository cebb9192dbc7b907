import { credibilityTable } from '#domain/tradecraft/credibility.ts';
import { type Grade, isUngraded, printGrade } from '#domain/tradecraft/grade.ts';
import { reliabilityTable } from '#domain/tradecraft/reliability.ts';
import styles from './signs.module.css';

const wordGrade = ({ reliability, credibility }: Grade): string =>
  [
    reliability === null ? 'no reliability' : `${reliability}: ${reliabilityTable[reliability].wording}`,
    credibility === null ? 'no credibility' : `${credibility}: ${credibilityTable[credibility].wording}`,
  ].join('; ');

/** A grade as printed, "B3", with its wording on hover and for screen readers. Renders nothing if ungraded. */
export const GradeSign = ({ grade }: { readonly grade: Grade }) =>
  isUngraded(grade) ? null : (
    <span className={styles.grade} title={wordGrade(grade)}>
      {printGrade(grade)}
    </span>
  );
