import { useState } from 'react';
import { readablePages } from '#domain/article/draft/import-remarks.ts';
import { sayReading } from '#domain/article/machine/machine-page.ts';
import {
  type OcrLanguage,
  offeredOcrLanguage,
  printOcrLanguage,
  shippedOcrLanguages,
} from '#domain/article/machine/ocr-languages.ts';
import { type ImportDraft, importReadScanned } from '#domain/contract/import.ts';
import { ocrLanguages } from '#domain/contract/ocr.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import styles from './import-check.module.css';

export type ScanReaderProps = {
  readonly draft: ImportDraft;
  /** Adopts the draft as read again; returns how many cuts were lost with their blocks. */
  readonly onRead: (draft: ImportDraft) => number;
};

/** The languages with data on this machine: those shipped with the app, then added ones, if asked for. */
const useLanguages = (areWanted: boolean): readonly OcrLanguage[] => {
  const { data: added = [] } = useQuery(ocrLanguages, areWanted ? {} : null);
  return [...shippedOcrLanguages, ...added.map(({ language }) => language)];
};

const sayLost = (cuts: number): string =>
  cuts === 0
    ? ''
    : ` ${printCount(cuts, 'cut')} no longer ${cuts === 1 ? 'applies' : 'apply'}, because the text changed. Check it again.`;

/** Requests OCR of a draft's pages. */
const useReading = ({ draft, onRead }: ScanReaderProps) => {
  const [isReading, setIsReading] = useState(false);
  const read = async (language: OcrLanguage): Promise<void> => {
    setIsReading(true);
    const { draftId } = draft;
    const answer = await act(importReadScanned, { draftId, language });
    setIsReading(false);
    if (!answer.ok) return;
    const lost = onRead(answer.value.draft);
    sayDone(`${sayReading(answer.value.read, answer.value.unread)}${sayLost(lost)}`);
  };
  return { isReading, read };
};

type ScanWords = {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly button: string;
};

const ofPicture: ScanWords = {
  name: 'Text in the picture',
  title: 'The text in this picture is not read yet.',
  text: 'This computer can read it by OCR: check what you quote. Without text you can keep the picture too, and make parts of it passages.',
  language: 'Language of the text',
  button: 'Read the text',
};

const ofPages = (pages: number): ScanWords => ({
  name: 'Scanned pages',
  title: `${pages === 1 ? 'One page has' : `${pages} pages have`} no usable text.`,
  text: 'This computer can read such pages by OCR. Check what you quote.',
  language: 'Language of the pages',
  button: `Read ${printCount(pages, 'scanned page')}`,
});

/** Says that a picture, or pages of a PDF, show text, and offers to read it on this machine. */
export const ScanReader = (props: ScanReaderProps) => {
  const { remarks, bibliography, format } = props.draft;
  const [chosen, setChosen] = useState<OcrLanguage | null>(null);
  const { isReading, read } = useReading(props);
  const pages = readablePages(remarks);
  const languages = useLanguages(pages.length > 0);
  if (pages.length === 0) return null;
  const language = chosen ?? offeredOcrLanguage(bibliography.language, languages);
  const words = format === 'picture' && pages.length === 1 ? ofPicture : ofPages(pages.length);
  return (
    <section className={styles.encoding} aria-label={words.name}>
      <p>
        <b>{words.title}</b> {words.text}
      </p>
      <Select
        label={words.language}
        isLabelHidden
        options={languages.map((id) => ({ id, name: printOcrLanguage(id) }))}
        value={language}
        onChange={setChosen}
      />
      <Button isSmall variant="primary" isDisabled={isReading} onPress={() => void read(language)}>
        {isReading ? 'Reading…' : words.button}
      </Button>
    </section>
  );
};
