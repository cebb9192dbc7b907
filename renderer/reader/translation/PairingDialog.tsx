import { useRef, useState } from 'react';
import { printCount } from '#domain/print-count.ts';
import type { Pairing } from '#domain/translation/pair-paragraphs.ts';
import { attributesOfLanguage } from '#renderer/parts/translation/translations.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import styles from './pairing.module.css';
import {
  draftOf,
  moveTo,
  type PairingDraft,
  shiftFrom,
  textsOfDraft,
  toggleLeftOut,
} from './pairing-draft.ts';

export type PairingDialogProps = {
  readonly originals: readonly string[];
  readonly translated: readonly string[];
  /** The proposed pairing. */
  readonly pairing: Pairing;
  readonly languages: { readonly original: string; readonly translated: string };
  /** Saves the pairing; returns whether it was saved. */
  readonly onKeep: (
    texts: readonly { readonly original: number; readonly text: string }[],
  ) => Promise<boolean>;
  readonly onClose: () => void;
};

/** How a key on a paragraph of the translation changes the pairing; null for any other key. */
const changeBy = (
  { key, altKey, shiftKey }: React.KeyboardEvent,
  draft: PairingDraft,
  place: number,
  originalCount: number,
): PairingDraft | null => {
  if (key === 'Delete' || key === 'Backspace') return toggleLeftOut(draft, place);
  if (!altKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return null;
  const by = key === 'ArrowDown' ? 1 : -1;
  if (shiftKey) return shiftFrom(draft, place, by, originalCount);
  const at = draft[place];
  if (at === null || at === undefined) return toggleLeftOut(draft, place);
  return moveTo(draft, place, Math.min(originalCount - 1, Math.max(0, at + by)));
};

type RowProps = {
  readonly original: number | null;
  readonly text: string;
  readonly places: readonly number[];
  readonly isDoubtful: boolean;
  readonly dialog: PairingDialogProps;
  readonly onChange: (next: PairingDraft) => void;
  readonly draft: PairingDraft;
};

/** A paragraph of the translation that is moved by keys or dragging. */
const Movable = ({
  place,
  draft,
  dialog,
  onChange,
}: Pick<RowProps, 'draft' | 'dialog' | 'onChange'> & { place: number }) => {
  const { translated, originals, languages } = dialog;
  const text = translated[place] ?? '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a paragraph that is moved, and no act
    <div
      role="button"
      tabIndex={0}
      draggable
      data-place={place}
      className={styles.movable}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
      {...attributesOfLanguage(languages.translated, text)}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/x-precis-paragraph', String(place));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={(event) => {
        const next = changeBy(event, draft, place, originals.length);
        if (next === null) return;
        event.preventDefault();
        onChange(next);
      }}
    >
      {text}
    </div>
  );
};

/** An original with its translation, or a paragraph left out. */
const Row = ({ original, text, places, isDoubtful, draft, dialog, onChange }: RowProps) => {
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pulling is one way, keys another
    <div
      className={styles.row}
      data-over={isOver || undefined}
      data-doubtful={isDoubtful || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('text/x-precis-paragraph')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        const place = Number(event.dataTransfer.getData('text/x-precis-paragraph'));
        event.preventDefault();
        setIsOver(false);
        if (original !== null) onChange(moveTo(draft, place, original));
        else if (draft[place] !== null) onChange(toggleLeftOut(draft, place));
      }}
    >
      {original === null ? (
        <p className={styles.leftOut}>Left out</p>
      ) : (
        <p {...attributesOfLanguage(dialog.languages.original, text)}>
          <span className={styles.number}>{original + 1}</span>
          {text}
        </p>
      )}
      <div>
        {places.map((place) => (
          <Movable key={place} place={place} draft={draft} dialog={dialog} onChange={onChange} />
        ))}
      </div>
    </div>
  );
};

/**
 * Both texts side by side, if their paragraphs can't be paired automatically; nothing is saved before it is accepted.
 */
export const PairingDialog = (props: PairingDialogProps) => {
  const { originals, translated, pairing, onKeep, onClose } = props;
  const [draft, setDraft] = useState(() => draftOf(pairing));
  const isKeeping = useRef(false);
  const placed = draft.filter((at) => at !== null).length;
  const texts = textsOfDraft(draft, translated);
  const placesOf = (original: number | null): readonly number[] =>
    draft.flatMap((at, place) => (at === original ? [place] : []));
  const list = useRef<HTMLDivElement>(null);
  const change = (next: PairingDraft): void => {
    const { activeElement } = document;
    const place = activeElement instanceof HTMLElement ? activeElement.dataset.place : undefined;
    setDraft(next);
    // A moved paragraph is a new element in another row.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus());
  };
  const keep = async (): Promise<void> => {
    if (isKeeping.current || texts.length === 0) return;
    isKeeping.current = true;
    const isKept = await onKeep(texts).finally(() => {
      isKeeping.current = false;
    });
    if (isKept) onClose();
  };
  const doubtful = new Set(pairing.pairs.flatMap(({ originals: ids, isSure }) => (isSure ? [] : ids)));
  const leftOut = placesOf(null);
  return (
    <Dialog
      title="Pair the paragraphs"
      isOpen
      onClose={onClose}
      page={{
        subtitle: `${printCount(originals.length, 'paragraph')}, ${translated.length.toLocaleString('en-GB')} translated`,
      }}
      actions={
        <>
          <span className={styles.count} role="status">
            {placed} of {translated.length} paired, {texts.length} of {originals.length} translated
          </span>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={texts.length === 0} onPress={() => void keep()}>
            Keep
          </Button>
        </>
      }
    >
      <p className={styles.help}>
        Alt+↑ and Alt+↓ move a paragraph. With Shift, all after it move too. Delete leaves it out. Dragging
        works as well.
      </p>
      <div ref={list} className={styles.rows}>
        {originals.map((text, original) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place
            key={original}
            original={original}
            text={text}
            places={placesOf(original)}
            isDoubtful={doubtful.has(original)}
            draft={draft}
            dialog={props}
            onChange={change}
          />
        ))}
        <Row
          original={null}
          text=""
          places={leftOut}
          isDoubtful={false}
          draft={draft}
          dialog={props}
          onChange={change}
        />
      </div>
    </Dialog>
  );
};
