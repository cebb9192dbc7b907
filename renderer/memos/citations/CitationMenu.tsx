import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type CheckedShortening, memoCheckShortening, type ResolvedCitation } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { quoteFaultWords } from '#domain/memo/checks/quotes/quote-fault-words.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { citationForms } from '#domain/memo/memo-content.ts';
import type { Kept } from '#domain/memo/verbatim/kept/kept.ts';
import { keepWords, keptWords, quoteWords } from '#domain/memo/verbatim/kept/quote-words.ts';
import { type QuoteFault, quoteFaultTable } from '#domain/memo/verbatim/quote-fault.ts';
import { joinQuotes } from '#domain/passage/passage.ts';
import { capital } from '#domain/text/capital.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { takeNewer } from '#renderer/parts/memo/take-newer.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { isSeen, placeBelow, usePlaceOf } from '#renderer/ui/overlays/place-float.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { type CitationBook, lookUp } from '../state/citation-book.ts';
import { closeToText, focusText } from '../state/focus-text.ts';
import { type MemoStore, useMenuRequest } from '../state/memo-store.ts';
import { CitationFacts } from './CitationFacts.tsx';
import { changeSelected, citeAsItIs, citeBy, keepOf } from './change-citation.ts';
import styles from './floats.module.css';
import shortenStyles from './shorten.module.css';
import { TranslationChoice } from './TranslationChoice.tsx';
import { WordList } from './WordList.tsx';
import { beginChoice } from './word-choice.ts';

const WIDTH_PX = 380;
const HEIGHT_PX = 260;

const formOptions = (isShortened: boolean) =>
  [
    {
      id: citationForms[0],
      name: isShortened ? 'Shortened quote and reference' : 'Quote and reference',
    },
    { id: citationForms[1], name: 'Reference after your own words' },
    { id: citationForms[2], name: 'Number only' },
  ] as const;

/** An inline citation or a block quotation, which has no form. */
type Selected = {
  readonly cited: CitedPassage;
  readonly position: number;
};

const selectedCitation = ({ editor }: { readonly editor: Editor }): Selected | null => {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return null;
  const { type, attrs } = selection.node;
  if (type.name !== 'citation' && type.name !== 'quotation') return null;
  return { cited: attrs as Selected['cited'], position: selection.from };
};

export type CitationMenuProps = {
  readonly memoId: MemoId;
  readonly editor: Editor;
  readonly book: CitationBook;
  readonly store: MemoStore;
};

type ShortenDialogProps = {
  readonly cited: CitedPassage;
  /** `printed`: the words that the citation will show. */
  readonly onKeep: (kept: Kept | null, printed: string) => void;
  readonly onClose: () => void;
};

const askAbout = ({ articleId, passageId, form, translation }: CitedPassage, kept: Kept | null) => ({
  articleId,
  passageId,
  ...(translation === undefined ? {} : { translationId: translation.translationId }),
  kept,
  isBlock: form === undefined,
});

/** The shortening of the printed words: those of the passage, or of its translation. */
const keptOf = ({ kept, translation }: CitedPassage): Kept | null =>
  (translation === undefined ? kept : translation.kept) ?? null;

const afterFault = ({ kind }: QuoteFault): string =>
  quoteFaultTable[kind].canBeOverruled ? ' Or give a reason in Checks.' : '';

const Faults = ({ faults }: { readonly faults: readonly QuoteFault[] }) => (
  <div role="status">
    {faults.length > 0 && (
      <ul className={shortenStyles.faults} aria-label="Quotation rules">
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            {capital(quoteFaultWords(fault))}
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
  const [choice, setChoice] = useState(() => beginChoice(keptWords(words, keptOf(cited), quotes)));
  const kept = useMemo(() => keepWords(words, choice.isKept, quotes), [words, choice.isKept, quotes]);
  const isAnyKept = choice.isKept.some(Boolean);
  const { data } = useQuery(memoCheckShortening, isAnyKept ? askAbout(cited, kept) : null, {
    keepsPrevious: true,
  });
  const shown = isAnyKept ? (data ?? first) : null;
  // The displayed words may be those from before the last key.
  const keep = async (): Promise<void> => {
    const answer = await act(memoCheckShortening, askAbout(cited, kept));
    if (answer.ok) onKeep(kept, answer.value.printed);
  };
  return (
    <FormDialog
      title="Shorten the quotation"
      submitName={kept === null ? 'Quote all of it' : 'Shorten'}
      isReady={isAnyKept}
      isMedium
      onSubmit={keep}
      onClose={onClose}
    >
      <p className="quiet-words">
        Press a word, or drag over several, to leave them out. <Kbd keys="ArrowRight" /> moves on,{' '}
        <Kbd keys="Shift+ArrowRight" /> marks, <Kbd keys="Space" /> leaves out or keeps.
      </p>
      <WordList quote={quote} words={words} language={language} choice={choice} onChange={setChoice} />
      <section aria-label="Printed text" className={shortenStyles.printed} dir="auto">
        {shown === null ? 'No words are left.' : shown.printed}
      </section>
      <Faults faults={shown?.faults ?? []} />
    </FormDialog>
  );
};

/** Chooses which words of a cited passage are printed, and shows at once whether that follows the rules of quoting. */
const ShortenDialog = (props: ShortenDialogProps) => {
  const [begun] = useState(() => askAbout(props.cited, keptOf(props.cited)));
  const { data } = useQuery(memoCheckShortening, begun);
  return data === undefined ? null : <ShortenForm {...props} first={data} />;
};

/** The dialog that shortens the selected citation, and a function that opens it; null if it can't be shortened. */
const useShortening = (
  { editor, book, store }: Omit<CitationMenuProps, 'memoId'>,
  known: ResolvedCitation | null,
  cited: CitedPassage | null,
) => {
  const [of, setOf] = useState<CitedPassage | null>(null);
  const isQuoted = cited?.form === undefined || cited.form === 'whole';
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const canShorten = known?.state === 'ok' && cited !== null && isQuoted && !isReadOnly;
  const open = (): void => setOf(cited);
  useCommand('format.shorten', open, canShorten);
  const close = (): void => closeToText(editor, () => setOf(null));
  const keep: ShortenDialogProps['onKeep'] = (kept, printed) => {
    if (known !== null) keepOf(editor, book, known, { kept, printed });
    close();
  };
  return {
    open: canShorten ? open : null,
    dialog: of !== null && <ShortenDialog cited={of} onKeep={keep} onClose={close} />,
  };
};

type LaterActsProps = {
  readonly memoId: MemoId;
  readonly known: ResolvedCitation;
  readonly isReadOnly: boolean;
};

/** The choices for a citation of an older version. */
const LaterActs = ({ memoId, known: { passageId, state, later }, isReadOnly }: LaterActsProps) => {
  if (state !== 'ok' || later === undefined || isReadOnly) return null;
  if (later.standing === 'unsettled' || later.standing === 'beside')
    return (
      <Button isSmall onPress={() => goTo({ view: 'review' })}>
        Settle in Review
      </Button>
    );
  return later.newest === null ? null : (
    <Button isSmall onPress={() => void takeNewer(memoId, [passageId])}>
      Cite the new version
    </Button>
  );
};

/** Whether the passage, or the cited translation, has changed since. */
const hasChanged = ({ state, translated }: ResolvedCitation): boolean =>
  state === 'changed' || (state === 'retranslated' && translated !== undefined);

/** Details of the selected citation, and its acts. Enter moves into it, Esc back to the text. */
export const CitationMenu = ({ memoId, editor, book, store }: CitationMenuProps) => {
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const selected = useEditorState({ editor, selector: selectedCitation });
  const known = useStore(book, (state) => (selected === null ? null : lookUp(state, selected.cited)));
  const element = selected === null ? null : editor.view.nodeDOM(selected.position);
  const place = usePlaceOf(element instanceof HTMLElement ? element : null);
  const menu = useRef<HTMLDivElement>(null);
  useMenuRequest(store, () => void focusInto(menu.current));
  const goToPassage = (): void => {
    if (known !== null) goTo({ view: 'articles', articleId: known.articleId, passageId: known.passageId });
  };
  useCommand('passage.citation', goToPassage, known !== null);
  const key = usePrintedKey('passage.citation');
  const shortening = useShortening({ editor, book, store }, known, selected?.cited ?? null);
  if (selected === null || known === null || place === null) return null;
  const { form } = selected.cited;
  return (
    <div
      ref={menu}
      className={joinClasses('float', styles.citationMenu)}
      role="dialog"
      aria-label="Citation"
      data-is-away={!isSeen(place) || undefined}
      style={placeBelow(place.rect, WIDTH_PX, HEIGHT_PX)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') focusText(editor);
      }}
      onKeyDownCapture={(event) => {
        // A choice takes effect at once: Enter continues after the citation, which closes its menu.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        event.stopPropagation();
        focusText(editor, selected.position + 1);
      }}
    >
      <CitationFacts known={known} />
      <TranslationChoice
        known={known}
        isReadOnly={isReadOnly}
        onChange={(translationId) => void citeBy(editor, book, known, { memoId, translationId })}
      />
      {form !== undefined && (
        <RadioGroup
          label="Printed as"
          isLabelHidden
          options={formOptions(keptOf(selected.cited) !== null)}
          value={form}
          onChange={(next) => changeSelected(editor, { form: next })}
        />
      )}
      <div className={styles.citedActs}>
        <Button isSmall onPress={goToPassage}>
          Go to passage {key !== undefined && <Kbd keys={key} />}
        </Button>
        {shortening.open !== null && (
          <Button isSmall onPress={shortening.open}>
            Shorten…
          </Button>
        )}
        <LaterActs memoId={memoId} known={known} isReadOnly={isReadOnly} />
        {hasChanged(known) && (
          <Button isSmall onPress={() => void citeAsItIs(editor, book, memoId, known)}>
            Cite as it reads now
          </Button>
        )}
      </div>
      {shortening.dialog}
    </div>
  );
};
