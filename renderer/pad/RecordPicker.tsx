import { useRef, useState } from 'react';
import { Autocomplete, ListBox } from 'react-aria-components';
import type { Found } from '#domain/contract/search.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { useFoundRecords } from '#renderer/parts/record/use-found-records.ts';
import { OptionItem } from '#renderer/ui/choices/OptionItem.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ListFilter } from '#renderer/ui/ListFilter.tsx';
import { useFirstOption } from '#renderer/ui/use-first-option.ts';
import { currentRecord, recentRecords } from '#renderer/window/navigation.ts';
import styles from './record-picker.module.css';

const MOST = { found: 40, recent: 8 };
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

/** The record at hand, and what was open before it. */
const openedRecords = () => [...[currentRecord()].filter((record) => record !== null), ...recentRecords()];

type Row = RecordOffer & { readonly id: string };

/** Picks a record of the archive by its words, in a dialog: ↑ ↓ and Enter, or a press. */
export const RecordPicker = (props: RecordPickerProps) => {
  const { label, placeholder, offers = [], names = {}, accepts, onPick } = props;
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim().slice(0, MOST_TYPED);
  const [places] = useState(openedRecords);
  const { found, isCurrent } = useFoundRecords(wanted, places, MOST);
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
