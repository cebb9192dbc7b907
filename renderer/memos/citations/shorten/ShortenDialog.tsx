import { useMemo, useState } from 'react';
import type { CheckedShortening } from '#domain/contract/memo.ts';
import { quoteFaultWords } from '#domain/memo/checks/quotes/quote-fault-words.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { Kept } from '#domain/memo/verbatim/kept/kept.ts';
import { keepWords, keptWords, quoteWords } from '#domain/memo/verbatim/kept/quote-words.ts';
import { type QuoteFault, quoteFaultTable } from '#domain/memo/verbatim/quote-fault.ts';
import { joinQuotes } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './shorten.module.css';
import { WordList } from './WordList.tsx';
import { beginChoice } from './word-choice.ts';

export type ShortenDialogProps = {
  readonly cited: CitedPassage;
  /** `printed`: the words as the citation then shows them. */
  readonly onKeep: (kept: Kept | null, printed: string) => void;
  readonly onClose: () => void;
};

const askAbout = ({ articleId, passageId, form }: CitedPassage, kept: Kept | null) => ({
  articleId,
  passageId,
  kept,
  isBlock: form === undefined,
});

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const afterFault = ({ fault }: QuoteFault): string =>
  quoteFaultTable[fault].canBeOverruled ? ' Or say in Checks why it may stand so.' : '';

const Faults = ({ faults }: { readonly faults: readonly QuoteFault[] }) => (
  <div role="status">
    {faults.length > 0 && (
      <ul className={styles.faults} aria-label="What the rules of quoting say">
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            {sentence(quoteFaultWords(fault))}
            {afterFault(fault)}
          </li>
        ))}
      </ul>
    )}
  </div>
);

const ShortenForm = ({
  cited,
  first,
  onKeep,
  onClose,
}: ShortenDialogProps & { readonly first: CheckedShortening }) => {
  const { quotes, language } = first;
  const quote = joinQuotes(quotes);
  const words = useMemo(() => quoteWords(quotes, language), [quotes, language]);
  const [choice, setChoice] = useState(() => beginChoice(keptWords(words, cited.kept ?? null, quotes)));
  const kept = useMemo(() => keepWords(words, choice.isKept, quotes), [words, choice.isKept, quotes]);
  const isAnyKept = choice.isKept.some(Boolean);
  const { data } = useQuery('memo:check-shortening', isAnyKept ? askAbout(cited, kept) : null, {
    keepsPrevious: true,
  });
  const shown = isAnyKept ? (data ?? first) : null;
  // What is shown may still be what was kept before the last key.
  const keep = async (): Promise<void> => {
    const answer = await act('memo:check-shortening', askAbout(cited, kept));
    if (answer.ok) onKeep(kept, answer.value.printed);
  };
  return (
    <FormDialog
      title="Shorten the quotation"
      submitName={kept === null ? 'Quote the whole' : 'Shorten'}
      isReady={isAnyKept}
      isMedium
      onSubmit={keep}
      onClose={onClose}
    >
      <p className="quiet-words">
        Press a word, or draw over several, to leave them out. <Kbd keys="ArrowRight" /> goes on,{' '}
        <Kbd keys="Shift+ArrowRight" /> marks, <Kbd keys="Space" /> leaves out or keeps.
      </p>
      <WordList quote={quote} words={words} language={language} choice={choice} onChange={setChoice} />
      <section aria-label="As it will be printed" className={styles.printed} dir="auto">
        {shown === null ? 'No word is kept.' : shown.printed}
      </section>
      <Faults faults={shown?.faults ?? []} />
    </FormDialog>
  );
};

/** Which words of a cited passage a citation prints; at once what the rules of quoting say of it. */
export const ShortenDialog = (props: ShortenDialogProps) => {
  const [begun] = useState(() => askAbout(props.cited, props.cited.kept ?? null));
  const { data } = useQuery('memo:check-shortening', begun);
  return data === undefined ? null : <ShortenForm {...props} first={data} />;
};
