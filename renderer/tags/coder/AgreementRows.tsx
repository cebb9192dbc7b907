import type { Coefficient, WhyNoCoefficient } from '#domain/coding/agreement/coefficient.ts';
import type { AgreementTable } from '#domain/coding/coders/count-agreement.ts';
import { ToggleChip } from '#renderer/ui/buttons/ToggleChip.tsx';
import styles from './coder.module.css';
import { printTag } from './print-tag.ts';

const why: Readonly<Record<WhyNoCoefficient, { readonly short: string; readonly says: string }>> = {
  'no-units': { short: 'no units', says: 'Can’t be computed: there is nothing that both have coded.' },
  'no-variance': {
    short: 'no variance',
    says: 'Can’t be computed: both said the same of every unit, so agreement can’t be told from chance.',
  },
  'no-negatives': {
    short: 'not of segments',
    says: 'Can’t be computed: what neither has coded is no segment, so agreement by chance is not known.',
  },
};

const Value = ({ of, print }: { readonly of: Coefficient; readonly print: (value: number) => string }) =>
  of.ok ? (
    print(of.value)
  ) : (
    <span className={styles.none} title={why[of.error].says}>
      {why[of.error].short}
    </span>
  );

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** U+2212 before what is below 0. */
const coefficient = (value: number): string => value.toFixed(3).replace('-', '−');

export type AgreementRowsProps = {
  readonly table: AgreementTable;
  /** The tag whose differences are shown alone; null for all. */
  readonly tag: string | null;
  readonly onTag: (tag: string | null) => void;
};

/** The agreement on each tag. No word is said of how good it is: scales differ, and none is anybody's standard. */
export const AgreementRows = ({ table, tag, onTag }: AgreementRowsProps) => (
  <table className={styles.table} aria-label="Agreement per tag">
    <thead>
      <tr>
        <th scope="col">Tag</th>
        <th scope="col">Both</th>
        <th scope="col">Mine only</th>
        <th scope="col">Theirs only</th>
        <th scope="col">Neither</th>
        <th scope="col">Agreement</th>
        <th scope="col">Cohen’s κ</th>
        <th scope="col">Krippendorff’s α</th>
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row) => (
        <tr key={row.tag}>
          <th scope="row" dir="auto">
            <ToggleChip isOn={tag === row.tag} onChange={(isOn) => onTag(isOn ? row.tag : null)}>
              {printTag(row.tag)}
            </ToggleChip>
          </th>
          <td>{row.both}</td>
          <td>{row.onlyMine}</td>
          <td>{row.onlyTheirs}</td>
          <td>{row.neither ?? '–'}</td>
          <td>
            <Value of={row.agreement} print={percent} />
          </td>
          <td>
            <Value of={row.kappa} print={coefficient} />
          </td>
          <td>
            <Value of={row.alpha} print={coefficient} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
