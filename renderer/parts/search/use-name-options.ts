import { useMemo } from 'react';
import { foldName } from '#domain/text/fold-text.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';
import { branchNames, useSources } from '../source/use-sources.ts';
import { printPath, useTags } from '../tag/use-tags.ts';

const plain = (name: string): Option<string> => ({ id: name, name });

const distinct = (names: readonly (string | null)[]): readonly Option<string>[] =>
  [...new Set(names.filter((name) => name !== null && name !== ''))]
    .sort((a, b) => (a ?? '').localeCompare(b ?? '', 'en'))
    .map((name) => plain(name ?? ''));

const useNames = (field: string): readonly Option<string>[] => {
  const tags = useTags();
  const sources = useSources();
  const isOfArticles = field === 'author' || field === 'lang' || field === 'publisher' || field === 'article';
  const { data: articles } = useQuery('article:list', isOfArticles ? { filter: {}, order: 'title' } : null);
  return useMemo(() => {
    const rows = articles ?? [];
    switch (field) {
      case 'tag':
        return tags.rows.map(({ path, totalCount }) => ({
          ...plain(printPath(path)),
          detail: String(totalCount),
        }));
      case 'source':
      case 'origin':
        return sources.rows.map(({ id, kind }) => ({
          ...plain(printNamePath(branchNames(sources.byId, id).toReversed())),
          detail: kind,
        }));
      case 'publisher':
        return distinct(rows.map(({ publisher }) => publisher));
      case 'author':
        return distinct(rows.map(({ byline }) => byline));
      case 'lang':
        return distinct(rows.map(({ language }) => language));
      case 'article':
        return distinct(rows.map(({ title }) => title));
      default:
        return [];
    }
  }, [field, tags, sources, articles]);
};

/** The names that a condition of the field may have; those that it has come first, whatever they name. */
export const useNameOptions = (field: string, values: readonly string[]): readonly Option<string>[] => {
  const names = useNames(field);
  return useMemo(() => {
    const isChosen = (name: string): boolean => values.some((value) => foldName(value) === foldName(name));
    const unknown = values.filter((value) => !names.some(({ name }) => foldName(value) === foldName(name)));
    return [
      ...unknown.map(plain),
      ...names.filter(({ name }) => isChosen(name)),
      ...names.filter(({ name }) => !isChosen(name)),
    ];
  }, [names, values]);
};
