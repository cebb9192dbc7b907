import { useState } from 'react';
import { bulkHighlight, searchPlaces } from '#domain/contract/search.ts';
import type { SearchPlace } from '#domain/contract/search-archive.ts';
import { newPassageIdSchema, type TagId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { printCount } from '#domain/print-count.ts';
import type { MarkUnit } from '#domain/reading/grow-marks.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { TagPicker } from '#renderer/parts/tag/TagPicker.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import styles from './search.module.css';

const unitOptions = [
  { id: 'words', name: 'The words' },
  { id: 'sentence', name: 'The sentence' },
  { id: 'paragraph', name: 'The paragraph' },
] as const satisfies readonly { readonly id: MarkUnit; readonly name: string }[];
/** How many more places each press shows. */
const STEP = 50;

const keyOf = ({ articleId, range }: SearchPlace): string => `${articleId} ${range.start}`;

type PlacesProps = {
  readonly places: readonly SearchPlace[];
  readonly leftOut: ReadonlySet<string>;
  readonly onLeaveOut: (keys: ReadonlySet<string>) => void;
};

/** The places that would be highlighted, each with a checkbox. */
const Places = ({ places, leftOut, onLeaveOut }: PlacesProps) => {
  const [count, setCount] = useState(STEP);
  const take = (key: string, isTaken: boolean): void => {
    const next = new Set(leftOut);
    if (isTaken) next.delete(key);
    else next.add(key);
    onLeaveOut(next);
  };
  const isAll = leftOut.size === 0;
  return (
    <div>
      <Checkbox
        isSelected={isAll}
        isIndeterminate={!isAll && leftOut.size < places.length}
        onChange={(isTaken) => onLeaveOut(new Set(isTaken ? [] : places.map(keyOf)))}
      >
        All {printCount(places.length, 'place')}
      </Checkbox>
      <ul className={styles.places}>
        {places.slice(0, count).map((place) => (
          <li key={keyOf(place)}>
            <Checkbox
              isSelected={!leftOut.has(keyOf(place))}
              onChange={(isTaken) => take(keyOf(place), isTaken)}
            >
              <span>
                <span className={styles.snippet} dir="auto">
                  <MarkedParts {...place.shown} />
                </span>
                <span className={styles.meta}>{place.title}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <MoreButton shown={count} total={places.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </div>
  );
};

export type HighlightAllProps = { readonly text: string; readonly onClose: () => void };

/** Makes passages of the places that a search finds, after showing each of them. */
export const HighlightAll = ({ text, onClose }: HighlightAllProps) => {
  const [unit, setUnit] = useState<MarkUnit>('sentence');
  const { offered } = useLabels();
  const [label, setLabel] = useState<LabelId>(offered[0]?.id ?? 'claim');
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { data: found } = useQuery(searchPlaces, { text, unit }, { keepsPrevious: true });
  const taken = found?.places.filter((place) => !leftOut.has(keyOf(place))) ?? [];
  const submit = async (): Promise<void> => {
    const places = taken.map(({ articleId, range }) => ({
      articleId,
      passageId: newId(newPassageIdSchema),
      range,
    }));
    const answer = await act(bulkHighlight, { places, label, tagIds: [...tagIds] });
    if (!answer.ok) return;
    onClose();
    sayUndoable(`Highlighted ${printCount(answer.value.made, 'passage')}`);
  };
  return (
    <FormDialog
      title="Highlight all"
      submitName={taken.length === 0 ? 'Highlight' : `Highlight ${taken.length.toLocaleString('en-GB')}`}
      isMedium
      isReady={taken.length > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        isRow
        label="Highlight"
        options={unitOptions}
        value={unit}
        onChange={(next) => {
          setLeftOut(new Set());
          setUnit(next);
        }}
      />
      <Select label="Label" options={offered} value={label} onChange={setLabel} />
      <TagPicker tagIds={tagIds} onChange={setTagIds} />
      {found !== undefined && found.places.length === 0 && (
        <p>Nothing to highlight. No article contains these words, or they are all highlighted already.</p>
      )}
      {found !== undefined && found.places.length > 0 && (
        <Places places={found.places} leftOut={leftOut} onLeaveOut={setLeftOut} />
      )}
      {found !== undefined && found.highlighted > 0 && (
        <p>{printCount(found.highlighted, 'match', 'matches')} already highlighted and left out.</p>
      )}
      {found?.isCut === true && (
        <p>These are the first ones. Highlight them, then open this dialog again for the rest.</p>
      )}
    </FormDialog>
  );
};
