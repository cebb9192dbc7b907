import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { spellingAdd, spellingCancel, spellingPutBack } from '#domain/contract/spelling.ts';
import type { AddedDictionary, OfferedDictionary } from '#domain/spelling/added-dictionary.ts';
import {
  isShipped,
  type SpellingLanguage,
  spellingLanguageNames,
  spellingLanguages,
} from '#domain/spelling/dictionaries.ts';
import { act } from '#renderer/bridge/act.ts';
import { ErrorLine } from '#renderer/parts/ErrorLine.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { useIsSlow } from '#renderer/ui/signs/progress.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import styles from './dictionaries.module.css';

const languageOptions = spellingLanguages.map((id) => ({ id, name: spellingLanguageNames[id] }));

/** What the new dictionary replaces. */
const replacedWords = (
  language: SpellingLanguage | null,
  added: readonly AddedDictionary[],
): string | null => {
  if (language === null) return null;
  const before = added.find((entry) => entry.language === language);
  if (before !== undefined) return `This dictionary replaces ${before.origin}.`;
  return isShipped(language) ? 'This dictionary replaces the built-in one.' : null;
};

type Working = { readonly isConverting: boolean; readonly failure: AppError | null };

/** Reports a change to a language's dictionary, and offers to undo it. */
export const sayChanged = (language: SpellingLanguage, title: string): void =>
  sayDone(title, { name: 'Undo', run: () => void act(spellingPutBack, { language }) }, 'dictionaries');

/** Adds the chosen dictionary; after a failure the dialog stays open with the error. */
const useAdding = (onAdded: () => void) => {
  const [state, setState] = useState<Working>({ isConverting: false, failure: null });
  const add = async (place: number, language: SpellingLanguage): Promise<void> => {
    if (state.isConverting) return;
    setState({ isConverting: true, failure: null });
    const answer = await act(spellingAdd, { place, language }, { saysFailure: true });
    if (answer.ok) {
      onAdded();
      return sayChanged(language, `Added: ${spellingLanguageNames[language]}`);
    }
    setState({ isConverting: false, failure: answer.error.code === 'cancelled' ? null : answer.error });
  };
  return { ...state, add, isSlow: useIsSlow(state.isConverting) };
};

export type AddDictionaryDialogProps = {
  readonly offered: readonly OfferedDictionary[];
  readonly added: readonly AddedDictionary[];
  readonly onClose: () => void;
};

/** Asks which dictionary in the files to use and for which language, then converts and adds it. */
export const AddDictionaryDialog = ({ offered, added, onClose }: AddDictionaryDialogProps) => {
  const [place, setPlace] = useState(0);
  const [language, setLanguage] = useState(offered[0]?.language ?? null);
  const { isConverting, isSlow, failure, add } = useAdding(onClose);
  const replaced = replacedWords(language, added);
  const choosePlace = (id: string): void => {
    setPlace(Number(id));
    setLanguage(offered[Number(id)]?.language ?? null);
  };
  const close = (): void => {
    if (isConverting) void act(spellingCancel, {});
    else onClose();
  };
  return (
    <Dialog
      title="Add a dictionary"
      isOpen
      onClose={close}
      onSubmit={() => language !== null && void add(place, language)}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={language === null || isConverting}>
            Add
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {offered.length === 1 ? (
          <p>{offered[0]?.origin}</p>
        ) : (
          <Select
            label="Dictionary"
            options={offered.map(({ origin }, at) => ({ id: String(at), name: origin }))}
            value={String(place)}
            onChange={choosePlace}
          />
        )}
        <Select
          label="Language"
          placeholder="Choose the language"
          autoFocus
          options={languageOptions}
          value={language}
          onChange={setLanguage}
          {...(replaced === null ? {} : { hint: replaced })}
        />
        <p role="status" className={styles.status}>
          {isSlow ? 'Converting the dictionary…' : ''}
        </p>
        {failure !== null && <ErrorLine error={failure} />}
      </div>
    </Dialog>
  );
};
