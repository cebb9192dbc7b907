import { CircleSlash } from 'lucide-react';
import { useState } from 'react';
import type { SearchFacet, SearchFacetValue } from '#domain/contract/search-archive.ts';
import type { Label } from '#domain/passage/label.ts';
import { setValue, stateOfValue } from '#domain/search/written/change-condition.ts';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './search.module.css';
import { facetNames } from './search-words.ts';

const number = new Intl.NumberFormat('en-GB');

/** So many values of a field are shown until the others are asked for. */
const SHOWN = 6;

export type SearchFacetsProps = {
  readonly facets: readonly SearchFacet[];
  readonly text: string;
  readonly onChange: (text: string) => void;
};

type ValueProps = Omit<SearchFacetsProps, 'facets'> & { readonly value: SearchFacetValue };

/** Ticked it is asked for; the sign beside it leaves it out, and then a press takes that back. */
const FacetValue = ({ value: { name, field, value, count }, text, onChange }: ValueProps) => {
  const state = stateOfValue(text, field, value);
  const set = (next: typeof state): void => onChange(setValue(text, field, value, next));
  const isExcluded = state === 'excluded';
  return (
    <div className={styles.facetValue}>
      <Checkbox
        isSelected={state === 'asked'}
        isIndeterminate={isExcluded}
        aria-label={isExcluded ? `${name}, excluded` : `${name}, ${number.format(count)}`}
        onChange={() => set(state === 'open' ? 'asked' : 'open')}
      >
        <span className={joinClasses(styles.facetName, isExcluded && styles.struck)}>
          {field === 'label' ? <LabelSign label={value as Label} /> : name}
        </span>
        <span className={styles.facetCount}>{number.format(count)}</span>
      </Checkbox>
      <IconButton
        icon={CircleSlash}
        label={isExcluded ? `Stop excluding ${name}` : `Exclude ${name}`}
        isSmall
        isOn={isExcluded}
        onPress={() => set(isExcluded ? 'open' : 'excluded')}
      />
    </div>
  );
};

const Facet = ({ facet, ...search }: Omit<SearchFacetsProps, 'facets'> & { readonly facet: SearchFacet }) => {
  const [isWhole, setIsWhole] = useState(false);
  const { field, values } = facet;
  const shown = values.filter(
    (each, at) => isWhole || at < SHOWN || stateOfValue(search.text, each.field, each.value) !== 'open',
  );
  const left = values.length - shown.length;
  return (
    <fieldset className={styles.facet}>
      <legend className="group-heading">{facetNames[field]}</legend>
      {shown.map((each) => (
        <FacetValue key={each.name} value={each} {...search} />
      ))}
      {(left > 0 || isWhole) && (
        <Button isSmall variant="quiet" onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Fewer' : `${left} more`}
        </Button>
      )}
    </fieldset>
  );
};

/** What was found, counted: a tick writes the condition into the search. */
export const SearchFacets = ({ facets, text, onChange }: SearchFacetsProps) => (
  <aside className={styles.facets} aria-label="Narrow the search" data-pane tabIndex={-1}>
    {facets.map(
      (facet) =>
        facet.values.length > 0 && <Facet key={facet.field} facet={facet} text={text} onChange={onChange} />,
    )}
  </aside>
);
