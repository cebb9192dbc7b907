import { printCount } from '#domain/print-count.ts';
import { type OwnTerms, type TermSetId, termSetIds, termSets } from '#domain/tradecraft/own-terms.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { FileField } from './FileField.tsx';
import table from './form-table.module.css';
import type { FormProblems } from './SectionFields.tsx';
import styles from './terms.module.css';

const setNames: Readonly<Record<TermSetId, string>> = {
  'icd203-likely': 'Likelihood: ICD 203, “likely”',
  'icd203-probable': 'Likelihood: ICD 203, “probable”',
  phia: 'Likelihood: PHIA',
  confidence: 'Confidence levels',
  reliability: 'Source reliability',
  credibility: 'Information credibility',
};

type SetProps = {
  readonly set: TermSetId;
  readonly wordings: Readonly<Record<string, string>>;
  readonly problems: FormProblems;
  readonly onChange: (wordings: Readonly<Record<string, string>>) => void;
};

const countWorded = (wordings: Readonly<Record<string, string>>): number =>
  Object.values(wordings).filter((wording) => wording.trim() !== '').length;

/** The problem of one wording; missing wordings are reported once for the whole set. */
const errorOf = (wording: string, problem: string | undefined) =>
  wording.trim() === '' || problem === undefined ? {} : { error: problem };

const SetTable = ({ set, wordings, problems, onChange }: SetProps) => (
  <table className={joinClasses(table.table, styles.terms)}>
    <caption className="visually-hidden">{setNames[set]}</caption>
    <thead>
      <tr>
        <th scope="col">Term</th>
        <th scope="col">Form’s words</th>
      </tr>
    </thead>
    <tbody>
      {termSets[set].map(({ id, wording, meaning }) => (
        <tr key={id}>
          <th scope="row">
            {wording}
            <span className={styles.meaning}>{meaning}</span>
          </th>
          <td>
            <TextField
              label={`Form’s words for “${wording}”`}
              isLabelHidden
              value={wordings[id] ?? ''}
              maxLength={60}
              {...errorOf(wordings[id] ?? '', problems.get(`terms/${set}/${id}`))}
              onChange={(words) => onChange({ ...wordings, [id]: words })}
            />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const stateOf = (worded: number, all: number): string => {
  if (worded === 0) return 'standard';
  return worded === all ? 'form’s words' : `${worded} of ${printCount(all, 'term')}`;
};

const TermSet = (props: SetProps) => {
  const { set, wordings, onChange } = props;
  const all = termSets[set].length;
  const worded = countWorded(wordings);
  return (
    <details className={styles.set} open={worded > 0 && worded < all}>
      <summary>
        {setNames[set]} <span className={styles.state}>({stateOf(worded, all)})</span>
      </summary>
      <SetTable {...props} />
      {worded > 0 && worded < all && <p role="status">Fill in all {all} terms, or clear them.</p>}
      {worded > 0 && (
        <div>
          <Button onPress={() => onChange({})}>Use the standard terms</Button>
        </div>
      )}
    </details>
  );
};

export type TermsFieldProps = {
  readonly terms: OwnTerms;
  readonly problems: FormProblems;
  readonly onChange: (terms: OwnTerms) => void;
};

/** The form's own terms, each beside the doctrine's; an empty set uses the doctrine's. */
export const TermsField = ({ terms, problems, onChange }: TermsFieldProps) => {
  const change = (set: TermSetId, wordings: Readonly<Record<string, string>>): void => {
    const { [set]: _, ...others } = terms;
    const empty = Object.fromEntries(termSets[set].map((term) => [term.id, '']));
    onChange(countWorded(wordings) === 0 ? others : { ...others, [set]: { ...empty, ...wordings } });
  };
  return (
    <FileField
      legend="Terms"
      hint="Likelihood, confidence and grades in the words of your office, for memos in the language of the form. Empty: the standard’s English terms. Ranges and grades don’t change."
      failure={null}
      acts={null}
    >
      {termSetIds.map((set) => (
        <TermSet
          key={set}
          set={set}
          wordings={terms[set] ?? {}}
          problems={problems}
          onChange={(wordings) => change(set, wordings)}
        />
      ))}
    </FileField>
  );
};
