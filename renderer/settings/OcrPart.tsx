import { Trash2 } from 'lucide-react';
import {
  type AddedOcrLanguage,
  type OcrLanguage,
  printOcrLanguage,
  shippedOcrLanguages,
} from '#domain/article/machine/ocr-languages.ts';
import { printBytes } from '#domain/backup/print-amount.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { Part } from './Part.tsx';
import styles from './settings.module.css';

const shippedNames = new Intl.ListFormat('en').format(shippedOcrLanguages.map(printOcrLanguage));

/** Says what became of a language, and offers to take it back. */
const sayChanged = (language: OcrLanguage, title: string): void =>
  sayDone(
    `${title}: ${printOcrLanguage(language)}`,
    { name: 'Undo', run: () => void act('ocr:put-back', { language }) },
    'ocr-languages',
  );

const add = async (): Promise<void> => {
  const answer = await act('ocr:add-language', {});
  if (answer.ok) sayChanged(answer.value.language, 'Added');
};

const remove = async (language: OcrLanguage): Promise<void> => {
  const answer = await act('ocr:remove-language', { language });
  if (answer.ok) sayChanged(language, 'Removed');
};

const LanguageItem = ({ language, bytes }: AddedOcrLanguage) => {
  const name = printOcrLanguage(language);
  return (
    <li className={styles.addedFile} aria-label={name}>
      <div>
        <span className={styles.addedName}>{name}</span>
        <span className={styles.addedDetail}>
          {language}.traineddata.gz · {printBytes(bytes)}
        </span>
      </div>
      <IconButton icon={Trash2} label={`Remove ${name}`} isSmall onPress={() => void remove(language)} />
    </li>
  );
};

/**
 * The languages in which scanned pages are read: those that Precis comes with, and those that were added from files.
 */
export const OcrPart = () => {
  const { data: added = [] } = useQuery('ocr:languages', {});
  return (
    <Part title="Scanned pages">
      <p className={styles.quiet}>
        This computer reads scanned pages by OCR, in {shippedNames}. Add another language from a Tesseract
        file, such as fra.traineddata for French. Nothing is downloaded or sent.
      </p>
      {added.length > 0 && (
        <ul className={styles.addedFiles} aria-label="Added languages">
          {added.map((each) => (
            <LanguageItem key={each.language} {...each} />
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => void add()}>Add language file…</Button>
      </div>
    </Part>
  );
};
