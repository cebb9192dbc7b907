import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { DraftEncoding } from '#domain/contract/import.ts';
import { encodingsByName, printEncoding, printUnreadable } from '#renderer/parts/article/print-encoding.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './import-check.module.css';

/** The encodings in which the file may be, with its own words as they then read; below them all the others. */
const optionsOf = ({ choices }: DraftEncoding): readonly Option<TextEncoding>[] => {
  const likely = choices.map(({ encoding, sample }) => ({
    id: encoding,
    name: printEncoding(encoding),
    detail: sample,
  }));
  const others = encodingsByName.filter((each) => !choices.some(({ encoding }) => encoding === each));
  return [...likely, ...others.map((id) => ({ id, name: printEncoding(id) }))];
};

/** Says how the bytes were read where that could have been otherwise, and reads them otherwise. */
export const EncodingChoice = ({
  encoding,
  onChoose,
}: {
  readonly encoding: DraftEncoding;
  readonly onChoose: (encoding: TextEncoding) => void;
}) => {
  const { isCertain, unreadable, choices } = encoding;
  if (choices.length === 0) return null;
  const isDoubtful = !isCertain || unreadable > 0;
  return (
    <div className={joinClasses(styles.encoding, isDoubtful && styles.doubtful)}>
      <p role={isDoubtful ? 'alert' : undefined}>
        {!isCertain && (
          <>
            <b>The encoding is not certain.</b> Check the text below, or choose another encoding.{' '}
          </>
        )}
        {unreadable > 0 && printUnreadable(unreadable)}
        {!isDoubtful && 'The file is in an older encoding.'}
      </p>
      <Select
        label="Encoding"
        isLabelHidden
        autoFocus={!isCertain}
        options={optionsOf(encoding)}
        value={encoding.encoding}
        onChange={onChoose}
      />
      {!isCertain && (
        <Button isSmall onPress={() => onChoose(encoding.encoding)}>
          The text reads correctly
        </Button>
      )}
    </div>
  );
};
