import { searchHelp } from '#domain/contract/search.ts';
import type { SearchHelp } from '#domain/contract/search-archive.ts';
import { withOperators } from '#domain/search/language/lex-search.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { fieldWords, printClauseValues } from './clause-fields.ts';

export type NothingFoundProps = {
  readonly title: string;
  readonly text: string;
  /** The only kind that is searched. */
  readonly kind?: SearchKind;
  readonly onChange: (text: string) => void;
};

/** More suggestions would not help. */
const MAX_OFFERS = 2;

const nameOf = ({ without }: SearchHelp['looser'][number]): string => {
  if (without === null) return 'the words';
  const name = `${fieldWords(without.field).name}: ${printClauseValues(without)}`;
  return without.isExcluded ? `not ${name}` : name;
};

/** What to do if a search finds nothing: spelling suggestions, or removing the narrowest condition. */
export const NothingFound = ({ title, text, kind, onChange }: NothingFoundProps) => {
  const question = { text, isTyping: true, ...(kind !== undefined && { kind }) };
  const { data: help } = useQuery(searchHelp, question, { keepsPrevious: true });
  const { looser = [], spelling = null, unknown = [] } = help ?? {};
  const operators = withOperators(text);
  const hasOffers = looser.length > 0 || spelling !== null || operators !== null;
  return (
    <EmptyState
      title={title}
      actions={
        <>
          {operators !== null && (
            <Button variant="primary" onPress={() => onChange(operators)}>
              Search for {operators}
            </Button>
          )}
          {spelling !== null && (
            <Button
              variant={operators === null ? 'primary' : 'plain'}
              onPress={() => onChange(spelling.text)}
            >
              Search for “{spelling.words.join(' ')}”
            </Button>
          )}
          {looser.slice(0, MAX_OFFERS).map((each, index) => (
            <Button
              key={each.text}
              variant={index === 0 && spelling === null && operators === null ? 'primary' : 'plain'}
              onPress={() => onChange(each.text)}
            >
              Remove {nameOf(each)} ({each.count.toLocaleString('en-GB')})
            </Button>
          ))}
          <Button variant="quiet" onPress={() => onChange('')}>
            Clear the search
          </Button>
        </>
      }
    >
      {operators !== null && 'OR, NOT and AND act in capitals. In small letters they are words to be found.'}
      {unknown.map(({ part, says }) => `“${part}” ${says}.`).join(' ')}
      {!hasOffers &&
        unknown.length === 0 &&
        'Check the spelling, or end a word with * to find its beginnings.'}
    </EmptyState>
  );
};
