import { useRef, useState } from 'react';
import { Autocomplete, ListBox } from 'react-aria-components';
import type { Found } from '#domain/contract/search.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { OptionItem } from '#renderer/ui/choices/OptionItem.tsx';
import { ListFilter } from '#renderer/ui/filters/ListFilter.tsx';
import { useFirstOption } from '#renderer/ui/filters/use-first-option.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { currentRecord, recentRecords } from '#renderer/window/navigation.ts';
import styles from './record-picker.module.css';

const MOST_FOUND = 40;
const MOST_RECENT = 8;
const MOST_TYPED = 500;

/** What is offered beside the records of the archive, such as one that is made. */
export type RecordOffer = { readonly name: string; readonly detail?: string; readonly run: () => void };

export type RecordPickerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly offers?: readonly RecordOffer[];
  /** What picking a record of a kind leads to, where that is not the record: the note on an article. */
  readonly names?: Partial<Readonly<Record<Found['kind'], string>>>;
  /** Whether that record can be picked. */
  readonly accepts: (found: Found) => boolean;
  readonly onPick: (found: Found) => void;
};

const kindNames: Readonly<Record<Found['kind'], string>> = {
  article: 'Article',
  memo: 'Memo',
  pad: 'Scratch pad',
  passage: 'Passage',
  tag: 'Tag',
  source: 'Source',
};

/** What the archive has of the words, or what was open last where there are none; whether that answers these words. */
const useFound = (wanted: string): { readonly found: readonly Found[]; readonly isCurrent: boolean } => {
  const [places] = useState(() =>
    [...[currentRecord()].filter((record) => record !== null), ...recentRecords()].slice(0, 200),
  );
  const recent = useQuery('search:recent', wanted === '' ? { places, limit: MOST_RECENT } : null);
  const found = useQuery('search:find', wanted === '' ? null : { text: wanted, limit: MOST_FOUND }, {
    keepsPrevious: true,
  });
  const { data, error, isPrevious } = wanted === '' ? recent : found;
  return { found: data ?? [], isCurrent: (data ?? error) !== undefined && !isPrevious };
};

type Row = RecordOffer & { readonly id: string };

/** Picks a record of the archive by its words, in a dialog: ↑ ↓ and Enter, or a press. */
export const RecordPicker = (props: RecordPickerProps) => {
  const { label, placeholder, offers = [], names = {}, accepts, onPick } = props;
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim().slice(0, MOST_TYPED);
  const { found, isCurrent } = useFound(wanted);
  useFirstOption(field, text, isCurrent);
  const rows: readonly Row[] = [
    ...matchNames(offers, wanted, ({ name }) => [name]).map((offer) => ({ ...offer, id: offer.name })),
    ...found.filter(accepts).map((record, at) => ({
      id: `${at} ${record.kind} ${record.title}`,
      name: record.title,
      detail: [names[record.kind] ?? kindNames[record.kind], record.detail].filter(Boolean).join(' · '),
      run: () => onPick(record),
    })),
  ];
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <ListFilter label={label} placeholder={placeholder} input={field} looks="framed" autoFocus />
      <ListBox
        aria-label={label}
        className={joinClasses(styles.options)}
        items={rows}
        selectionMode="none"
        renderEmptyState={() => (
          <p className={styles.nothing}>{isCurrent && `Nothing matches “${wanted}”. Try fewer words.`}</p>
        )}
        onAction={(key) => rows.find(({ id }) => id === key)?.run()}
      >
        {({ run, ...row }) => <OptionItem {...row} />}
      </ListBox>
    </Autocomplete>
  );
};
