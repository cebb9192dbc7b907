import { ChevronDown, X } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  Autocomplete,
  Button,
  Collection,
  DialogTrigger,
  ListBox,
  ListBoxLoadMoreItem,
  Popover,
} from 'react-aria-components';
import chip from '#renderer/ui/chip.module.css';
import { type Option, OptionItem } from '#renderer/ui/choices/OptionItem.tsx';
import styles from '#renderer/ui/fields/field.module.css';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ListFilter } from '#renderer/ui/ListFilter.tsx';
import overlay from '#renderer/ui/overlays/overlay.module.css';
import { useFirstOption } from '#renderer/ui/use-first-option.ts';
import { useShownOptions } from './use-shown-options.ts';

export type FilterPickerProps<Id extends string> = {
  /** "Tag": what can be picked; shown on the chip until something is. */
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  /** Whether the chip has the focus at first: in a dialog that asks for nothing else. */
  readonly autoFocus?: boolean;
};

type OptionListProps<Id extends string> = Pick<FilterPickerProps<Id>, 'label' | 'options'> & {
  readonly onPick: (id: Id | null) => void;
};

/** The options that match the text above them. */
const OptionList = <Id extends string>({ label, options, onPick }: OptionListProps<Id>) => {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { shown, hasMore, showMore } = useShownOptions(options, text);
  useFirstOption(field, text);
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={chip.search}>
        <ListFilter label={`Find: ${label}`} placeholder={label} input={field} looks="framed" autoFocus />
      </div>
      <ListBox
        aria-label={label}
        className={joinClasses(styles.options)}
        selectionMode="none"
        renderEmptyState={() => <div className={styles.noOptions}>Nothing matches</div>}
        onAction={(key) => onPick(options.find(({ id }) => id === key)?.id ?? null)}
      >
        <Collection items={shown}>{(option) => <OptionItem {...option} />}</Collection>
        {hasMore && <ListBoxLoadMoreItem onLoadMore={showMore} />}
      </ListBox>
    </Autocomplete>
  );
};

/** A filter chip that picks one of many by typing. */
export const FilterPicker = <Id extends string>({
  label,
  options,
  value,
  onChange,
  autoFocus = false,
}: FilterPickerProps<Id>) => {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = options.find(({ id }) => id === value);
  return (
    <span className={chip.group}>
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <Button
          autoFocus={autoFocus}
          className={joinClasses(chip.chip, chosen !== undefined && chip.chosen)}
          aria-label={chosen === undefined ? label : `${label}: ${chosen.name}`}
        >
          <span className={chip.text}>{chosen?.name ?? label}</span>
          {chosen === undefined && <ChevronDown size={12} aria-hidden />}
        </Button>
        <Popover aria-label={label} offset={4} className={joinClasses('float', overlay.popover)}>
          <div className={chip.options}>
            <OptionList
              label={label}
              options={options}
              onPick={(id) => {
                setIsOpen(false);
                onChange(id);
              }}
            />
          </div>
        </Popover>
      </DialogTrigger>
      {chosen !== undefined && (
        <Button
          className={joinClasses(chip.clear)}
          aria-label={`Any ${label.toLowerCase()}`}
          onPress={() => onChange(null)}
        >
          <X size={12} aria-hidden />
        </Button>
      )}
    </span>
  );
};
