import { X } from 'lucide-react';
import { useState } from 'react';
import type { SourceId } from '#domain/ids.ts';
import type { SourceKind } from '#domain/source/source.ts';
import { ComboBox } from '#renderer/ui/choices/ComboBox.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { hasFocusedOffer } from '../field/arrange-offers.ts';
import styles from '../field/picker.module.css';
import { type SourceOffer, sourceOffers } from './source-offers.ts';
import type { SpeakerInText } from './speaker-in-text.ts';
import { ensureSource, useSources } from './use-sources.ts';

export type SourcePickerProps = {
  readonly label: string;
  readonly sourceId: SourceId | null;
  readonly onChange: (sourceId: SourceId | null) => void;
  /** Possible kinds for an unknown name, the likeliest first. */
  readonly newKinds?: readonly SourceKind[];
  /** Suggested first: the speaker last set in this article. */
  readonly suggested?: readonly SourceId[];
  /** The speaker named in the text: suggested, but Enter on the empty field never takes it. */
  readonly inText?: SpeakerInText | null;
  /** Listed before all others: names in the text, with what choosing one does. */
  readonly offered?: readonly SourceOffer[];
  /** Whether the words are in quotation marks: the named speaker then comes first, and publications last. */
  readonly isQuotation?: boolean;
  readonly autoFocus?: boolean;
  /** After a source was set, or on Enter if there is none to take. */
  readonly onDone?: () => void;
};

const noOffers: readonly SourceOffer[] = [];
const speakerKinds: readonly SourceKind[] = ['person', 'body', 'organisation'];

/** The speaker or publication: a field that finds a source or creates it. */
export const SourcePicker = (props: SourcePickerProps) => {
  const {
    label,
    sourceId,
    onChange,
    suggested = [],
    newKinds = speakerKinds,
    inText = null,
    isQuotation = false,
    offered = noOffers,
    autoFocus = false,
    onDone,
  } = props;
  const book = useSources();
  const current = sourceId === null ? undefined : book.byId.get(sourceId);
  const [typed, setTyped] = useState<string | null>(null);

  const set = (next: SourceId | null): void => {
    setTyped(null);
    onChange(next);
  };
  /**
   * The field closes at once: keys that follow quickly are meant for the text, not for a field that waits for the disk.
   */
  const take = async ({ does }: SourceOffer): Promise<void> => {
    if (does.act === 'type') return setTyped(does.text);
    onDone?.();
    if (does.act === 'set') return set(does.sourceId);
    if (does.act === 'run') return does.run();
    const { sourceId: made, outcome } = await ensureSource(does.path, does.kind);
    if (outcome !== 'refused') set(made);
  };

  const text = typed ?? '';
  const offers = sourceOffers(book, { typed: text, suggested, newKinds, inText, isQuotation, offered });
  const pick = (id: string): void => {
    const offer = offers.find((each) => each.id === id);
    if (offer !== undefined) void take(offer);
  };
  /** What Enter takes if no option is focused: the best match, else the last speaker if listed first. */
  const meant = (): SourceOffer | undefined => {
    if (text.trim() !== '' || offered.length > 0) return offers[0];
    return sourceId === null && offers[0]?.id === suggested[0] ? offers[0] : undefined;
  };
  /** If an option is focused the combo box takes it itself. */
  const onEnter = ({ key, target }: { key: string; target: EventTarget }): void => {
    if (key !== 'Enter' || hasFocusedOffer(target)) return;
    const first = meant();
    if (first === undefined) onDone?.();
    else void take(first);
  };

  return (
    <div className={styles.source}>
      <ComboBox
        label={label}
        placeholder={newKinds.includes('person') ? 'Find or create; use / for sub-sources' : 'Find or create'}
        autoFocus={autoFocus}
        // If a source is set, suggestions would cover the part below the field, which is about that source.
        menuTrigger={current === undefined ? 'focus' : 'input'}
        selectsOnFocus
        options={offers}
        text={typed ?? current?.name ?? ''}
        onTextChange={(next) => setTyped(next === current?.name ? null : next)}
        onPick={pick}
        noOptions="Type a name to create a source"
        takesFirst={meant() !== undefined && meant()?.id === offers[0]?.id}
        onBlur={() => setTyped(null)}
        onKeyDown={onEnter}
      />
      {current !== undefined && (
        <IconButton icon={X} label={`Clear ${label.toLowerCase()}`} isSmall onPress={() => set(null)} />
      )}
    </div>
  );
};
