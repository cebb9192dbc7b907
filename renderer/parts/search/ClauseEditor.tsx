import { Plus, X } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  ListBox,
  ListBoxLoadMoreItem,
  type Selection,
} from 'react-aria-components';
import { articleList } from '#domain/contract/article.ts';
import type { Clause } from '#domain/search/split-search.ts';
import { sourceKindNames } from '#domain/source/source.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { useShownOptions } from '#renderer/parts/picker/use-shown-options.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { type Option, OptionItem } from '#renderer/ui/choices/OptionItem.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import field from '#renderer/ui/fields/field.module.css';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ListFilter } from '#renderer/ui/ListFilter.tsx';
import { branchNames, useSources } from '../source/use-sources.ts';
import { printPath, useTags } from '../tag/use-tags.ts';
import { type ClauseKind, fieldWords, isClauseValue } from './clause-fields.ts';
import styles from './editors.module.css';
import { type GradeEnds, gradeEndsOf, gradeValueOf } from './grade-ends.ts';

/** Props of every editor for a condition's values. */
type ValuesEditorProps = {
  readonly field: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

const isValue = (value: string, id: string): boolean =>
  [id, `${id}s`].some((said) => said.toLowerCase() === value.toLowerCase());

/** For fields with a few values. */
const ChoicesEditor = ({ field, values, onChange }: ValuesEditorProps) => {
  const { offered, inSearch } = useLabels();
  const { name, choices = [] } = fieldWords(field);
  const offers =
    field === 'label' ? offered.map((label) => ({ id: inSearch(label.id), name: label.name })) : choices;
  const isChosen = (id: string): boolean => values.some((value) => isValue(value, id));
  return (
    <fieldset className={styles.choices} aria-label={name}>
      {offers.map(({ id, name: choice }, at) => (
        <Checkbox
          key={id}
          autoFocus={at === 0}
          isSelected={isChosen(id)}
          onChange={(isOn) => {
            const others = values.filter((value) => !isValue(value, id));
            onChange(isOn ? [...others, id] : others);
          }}
        >
          {choice}
        </Checkbox>
      ))}
    </fieldset>
  );
};

const TYPED = 'typed ';

const ANY = 'any';
const options = (values: readonly string[]) => [
  { id: ANY, name: 'Any' },
  ...values.map((value) => ({ id: value, name: value })),
];
const letters = options(reliabilities.filter((letter) => letter !== 'F'));
const digits = options(credibilities.filter((digit) => digit !== 6).map(String));

type EndProps = {
  readonly label: string;
  readonly options: typeof letters;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const End = ({ label, options: offered, value, onChange }: EndProps) => (
  <Select
    label={label}
    options={offered}
    value={value === '' ? ANY : value}
    onChange={(next) => onChange(next === ANY ? '' : next)}
  />
);

/** Unknown values are in no range, and have names of their own. */
const unknowns: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  grade: [
    ['F', 'F: reliability cannot be judged'],
    ['6', '6: truth cannot be judged'],
  ],
  reliability: [['F', 'F: cannot be judged']],
  credibility: [['6', '6: cannot be judged']],
};

/** A range of grades: from best to worst, and the unknown ones. */
const GradesEditor = ({ field, values, onChange }: ValuesEditorProps) => {
  const ranges = values.filter((value) => !/^[f6]$/i.test(value));
  const unknown = values.filter((value) => /^[f6]$/i.test(value)).map((value) => value.toUpperCase());
  const ends = gradeEndsOf(field, ranges[0] ?? '');
  const change = (part: Partial<GradeEnds>): void => {
    const value = gradeValueOf(field, { ...ends, ...part });
    onChange([...(value === '' ? [] : [value]), ...ranges.slice(1), ...unknown]);
  };
  return (
    <div className={styles.ranges}>
      {field !== 'credibility' && (
        <div className={styles.range}>
          <End
            label="Reliability, best"
            options={letters}
            value={ends.bestLetter}
            onChange={(bestLetter) => change({ bestLetter })}
          />
          <End
            label="worst"
            options={letters}
            value={ends.worstLetter}
            onChange={(worstLetter) => change({ worstLetter })}
          />
        </div>
      )}
      {field !== 'reliability' && (
        <div className={styles.range}>
          <End
            label="Credibility, best"
            options={digits}
            value={ends.bestDigit}
            onChange={(bestDigit) => change({ bestDigit })}
          />
          <End
            label="worst"
            options={digits}
            value={ends.worstDigit}
            onChange={(worstDigit) => change({ worstDigit })}
          />
        </div>
      )}
      {(unknowns[field] ?? []).map(([value, name]) => (
        <Checkbox
          key={value}
          isSelected={unknown.includes(value)}
          onChange={(isOn) =>
            onChange([...ranges, ...unknown.filter((each) => each !== value), ...(isOn ? [value] : [])])
          }
        >
          {name}
        </Checkbox>
      ))}
    </div>
  );
};

const withTyped = (options: readonly Option<string>[], typed: string): readonly Option<string>[] => {
  const isKnown = options.some(({ name }) => foldName(name) === foldName(typed));
  return typed === '' || isKnown
    ? options
    : [{ id: `${TYPED}${typed}`, name: typed, detail: 'as typed' }, ...options];
};

const plain = (name: string): Option<string> => ({ id: name, name });

const distinct = (names: readonly (string | null)[]): readonly Option<string>[] =>
  [...new Set(names.filter((name) => name !== null && name !== ''))]
    .sort((a, b) => (a ?? '').localeCompare(b ?? '', 'en'))
    .map((name) => plain(name ?? ''));

const useNames = (field: string): readonly Option<string>[] => {
  const tags = useTags();
  const sources = useSources();
  const isOfArticles = field === 'author' || field === 'lang' || field === 'publisher' || field === 'article';
  const { data: articles } = useQuery(articleList, isOfArticles ? { filter: {}, order: 'title' } : null);
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
      case 'concerned':
        return sources.rows.map(({ id, kind }) => ({
          ...plain(printNamePath(branchNames(sources.byId, id).toReversed())),
          detail: sourceKindNames[kind].toLowerCase(),
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

/** The names possible in a condition on the field; its current values first, whatever they name. */
const useNameOptions = (field: string, values: readonly string[]): readonly Option<string>[] => {
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

/** Values that are names: existing ones, and free text. */
const NamesEditor = ({ field: name, values, onChange }: ValuesEditorProps) => {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const known = useNameOptions(name, values);
  const options = useMemo(() => withTyped(known, text.trim()), [known, text]);
  const { shown, hasMore, showMore } = useShownOptions(options, text);
  const label = fieldWords(name).name;
  const choose = (keys: Selection): void => {
    if (keys === 'all') return;
    const chosen = [...keys].map((key) => String(key));
    onChange(chosen.map((key) => (key.startsWith(TYPED) ? key.slice(TYPED.length) : key)));
    if (chosen.some((key) => key.startsWith(TYPED))) setText('');
  };
  const selected = known.filter(({ id }) => values.some((value) => foldName(value) === foldName(id)));
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <ListFilter label={`Find: ${label}`} placeholder={label} input={input} looks="framed" autoFocus />
      <ListBox
        aria-label={label}
        className={joinClasses(field.options, styles.names)}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={selected.map(({ id }) => id)}
        onSelectionChange={choose}
        renderEmptyState={() => <div className={field.noOptions}>Type a name</div>}
      >
        <Collection items={shown}>{(option) => <OptionItem {...option} />}</Collection>
        {hasMore && <ListBoxLoadMoreItem onLoadMore={showMore} />}
      </ListBox>
    </Autocomplete>
  );
};

type Ends = { readonly from: string; readonly to: string };

const endsOf = (value: string): Ends => {
  const [from = '', to] = value.split('..', 2);
  return { from, to: to ?? from };
};

const printEnds = ({ from, to }: Ends): string => (from === to ? from : `${from}..${to}`);

const wrong = (field: string, end: string): string | undefined =>
  end === '' || isClauseValue(field, end) ? undefined : '2024, 2024-04 or 2024-04-24';

const noEnds: Ends = { from: '', to: '' };

/** Ranges of dates, as precise as typed; either end may be open. */
const DatesEditor = ({ field, values, onChange }: ValuesEditorProps) => {
  const [ranges, setRanges] = useState<readonly Ends[]>(() =>
    values.length === 0 ? [noEnds] : values.map(endsOf),
  );
  const put = (next: readonly Ends[]): void => {
    setRanges(next);
    onChange(next.map(printEnds).filter((value) => isClauseValue(field, value)));
  };
  const change = (at: number, change: Partial<Ends>): void =>
    put(ranges.map((range, index) => (index === at ? { ...range, ...change } : range)));
  return (
    <div className={styles.ranges}>
      {ranges.map((range, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a range that is edited stays the one that it was
        <div key={at} className={styles.range}>
          <TextField
            label="From"
            autoFocus={at === 0}
            placeholder="2024-04"
            value={range.from}
            {...(wrong(field, range.from) !== undefined && { error: wrong(field, range.from) ?? '' })}
            onChange={(from) => change(at, { from: from.trim() })}
          />
          <TextField
            label="To"
            placeholder="2024-06"
            value={range.to}
            {...(wrong(field, range.to) !== undefined && { error: wrong(field, range.to) ?? '' })}
            onChange={(to) => change(at, { to: to.trim() })}
          />
          <IconButton
            icon={X}
            label="Remove this range"
            isSmall
            onPress={() => put(ranges.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button isSmall variant="quiet" onPress={() => setRanges([...ranges, noEnds])}>
        <Plus size={13} aria-hidden /> Another range
      </Button>
    </div>
  );
};

const editors: Readonly<Record<ClauseKind, (props: ValuesEditorProps) => ReactNode>> = {
  names: NamesEditor,
  choices: ChoicesEditor,
  dates: DatesEditor,
  grades: GradesEditor,
};

export type ClauseEditorProps = {
  readonly clause: Clause;
  /** Null if no value is left. */
  readonly onChange: (clause: Clause | null) => void;
};

/** The values of a condition, which are alternatives, and whether it is negated. */
export const ClauseEditor = ({ clause, onChange }: ClauseEditorProps) => {
  const { field, values, isExcluded } = clause;
  const { kind } = fieldWords(field);
  const Values = editors[kind];
  return (
    <div className={styles.editor}>
      <Values
        field={field}
        values={values}
        onChange={(next) => onChange(next.length === 0 ? null : { ...clause, values: next })}
      />
      <Switch isSelected={isExcluded} onChange={(next) => onChange({ ...clause, isExcluded: next })}>
        Exclude what matches
      </Switch>
    </div>
  );
};
