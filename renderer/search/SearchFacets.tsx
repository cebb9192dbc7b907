import type { SearchFacet } from '#domain/contract/search-archive.ts';
import { asksFor, toggleValue } from '#domain/search/language/change-condition.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import styles from './search.module.css';
import { facetNames } from './search-words.ts';

const number = new Intl.NumberFormat('en-GB');

export type SearchFacetsProps = {
  readonly facets: readonly SearchFacet[];
  readonly text: string;
  readonly onChange: (text: string) => void;
};

/** What was found, counted: a tick writes the condition into the search. */
export const SearchFacets = ({ facets, text, onChange }: SearchFacetsProps) => (
  <aside className={styles.facets} aria-label="Narrow the search" data-pane tabIndex={-1}>
    {facets.map(
      ({ field, values }) =>
        values.length > 0 && (
          <fieldset key={field} className={styles.facet}>
            <legend className="group-heading">{facetNames[field]}</legend>
            {values.map((each) => (
              <Checkbox
                key={each.name}
                isSelected={asksFor(text, each.field, each.value)}
                onChange={() => onChange(toggleValue(text, each.field, each.value))}
              >
                <span className={styles.facetName}>{each.name}</span>
                <span className={styles.facetCount}>{number.format(each.count)}</span>
              </Checkbox>
            ))}
          </fieldset>
        ),
    )}
  </aside>
);
