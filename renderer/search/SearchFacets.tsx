import { CircleSlash } from 'lucide-react';
import { memo, type RefObject, useState } from 'react';
import type { SearchFacet, SearchFacetValue } from '#domain/contract/search-archive.ts';
import { setValue, stateOfValue } from '#domain/search/written-conditions.ts';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import styles from './search.module.css';

const number = new Intl.NumberFormat('en-GB');

/** How many values of a field are shown until the rest is requested. */
const SHOWN = 6;

type SearchFacetsProps = {
  readonly facets: readonly SearchFacet[];
  readonly text: string;
  readonly onChange: (text: string) => void;
};

type ValueState = ReturnType<typeof stateOfValue>;
type SetValue = (value: Pick<SearchFacetValue, 'field' | 'value'>, next: ValueState) => void;
type ValueProps = {
  readonly value: SearchFacetValue;
  readonly state: ValueState;
  /** The same object for all values and every letter typed: unchanged values are not rendered again. */
  readonly set: RefObject<SetValue>;
};

/** Each answer brings new objects, so their content is compared. */
const isSameValue = (a: ValueProps, b: ValueProps): boolean =>
  a.state === b.state &&
  a.set === b.set &&
  a.value.field === b.value.field &&
  a.value.value === b.value.value &&
  a.value.name === b.value.name &&
  a.value.count === b.value.count;

type ExcludeProps = Pick<SearchFacetValue, 'name' | 'field'> & {
  readonly stands: SearchFacetValue['value'];
  readonly isExcluded: boolean;
  readonly set: ValueProps['set'];
};

/** Rendered again if the name or its state changes, not with each count: there is one for every value. */
const ExcludeButton = memo(({ name, field, stands, isExcluded, set }: ExcludeProps) => (
  <IconButton
    icon={CircleSlash}
    label={isExcluded ? `Stop excluding ${name}` : `Exclude ${name}`}
    isSmall
    isOn={isExcluded}
    onPress={() => set.current({ field, value: stands }, isExcluded ? 'open' : 'excluded')}
  />
));

/** Its checkbox requires the value; the button beside it excludes the value, or ends that. */
const FacetValue = memo(({ value, state, set }: ValueProps) => {
  const { name, field, value: stands, count } = value;
  const isExcluded = state === 'excluded';
  const labels = useLabels();
  const labelId = field === 'label' ? labels.named(stands)?.id : undefined;
  return (
    <div className={styles.facetValue}>
      <Checkbox
        isSelected={state === 'asked'}
        isIndeterminate={isExcluded}
        aria-label={isExcluded ? `${name}, excluded` : `${name}, ${number.format(count)}`}
        onChange={() => set.current(value, state === 'open' ? 'asked' : 'open')}
      >
        <span className={joinClasses(styles.facetName, isExcluded && styles.struck)}>
          {labelId === undefined ? name : <LabelSign label={labelId} />}
        </span>
        <span className={styles.facetCount}>{number.format(count)}</span>
      </Checkbox>
      <ExcludeButton name={name} field={field} stands={stands} isExcluded={isExcluded} set={set} />
    </div>
  );
}, isSameValue);

const facetNames: Readonly<Record<SearchFacet['field'], string>> = {
  label: 'Label',
  tag: 'Tag',
  publisher: 'Publication',
  grade: 'Grade',
};

type FacetProps = Pick<SearchFacetsProps, 'text'> & Pick<ValueProps, 'set'> & { readonly facet: SearchFacet };

const Facet = ({ facet: { field, values }, text, set }: FacetProps) => {
  const [isWhole, setIsWhole] = useState(false);
  const stateOf = (each: SearchFacetValue): ValueState => stateOfValue(text, each.field, each.value);
  const shown = values.filter((each, at) => isWhole || at < SHOWN || stateOf(each) !== 'open');
  const left = values.length - shown.length;
  return (
    <fieldset className={styles.facet}>
      <legend className="group-heading">{facetNames[field]}</legend>
      {shown.map((each) => (
        <FacetValue key={each.name} value={each} state={stateOf(each)} set={set} />
      ))}
      {(left > 0 || isWhole) && (
        <Button isSmall variant="quiet" onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Fewer' : `${left} more`}
        </Button>
      )}
    </fieldset>
  );
};

/** Counts of what was found: a checkbox adds the condition to the search. */
export const SearchFacets = ({ facets, text, onChange }: SearchFacetsProps) => {
  const set = useLatest<SetValue>(({ field, value }, next) => onChange(setValue(text, field, value, next)));
  return (
    <aside className={styles.facets} aria-label="Narrow the search" data-pane tabIndex={-1}>
      {facets.map(
        (facet) => facet.values.length > 0 && <Facet key={facet.field} facet={facet} text={text} set={set} />,
      )}
    </aside>
  );
};
