import { useMemo, useState } from 'react';
import { hasWords, textBlockText } from '#domain/article/body/canonical-text.ts';
import {
  type ShownTranslation,
  translationAdd,
  translationChange,
  translationDeclare,
  translationPairArticle,
  translationPutParagraphs,
  translationSetLanguage,
} from '#domain/contract/translation.ts';
import type { ShownProgram } from '#domain/contract/translation-program.ts';
import { type ArticleId, newTranslationIdSchema, type TranslationId } from '#domain/ids.ts';
import { pairParagraphs, splitPasted, textsOfPairing } from '#domain/translation/pair-paragraphs.ts';
import { byAnalyst, type Maker, type SaidOfTranslation } from '#domain/translation/translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { importOneFile } from '#renderer/parts/article/imports.ts';
import { useFoundRecords } from '#renderer/parts/record/use-found-records.ts';
import { LanguageField } from '#renderer/parts/translation/LanguageField.tsx';
import { isMakerKnown, MakerFields } from '#renderer/parts/translation/MakerFields.tsx';
import { ComboBox } from '#renderer/ui/choices/ComboBox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useTranslationView } from '#renderer/window/side-panes.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import { PairingDialog } from './PairingDialog.tsx';
import { translateByMachine, useTranslationProgram } from './translate-by-machine.ts';

const ways = [
  { id: 'type', name: 'Type it, paragraph by paragraph' },
  { id: 'paste', name: 'Paste all of it' },
  { id: 'file', name: 'Import a file…' },
  { id: 'article', name: 'It is an article in this archive' },
] as const;
type Way = (typeof ways)[number]['id'] | 'machine';

type Block = { readonly block: number; readonly text: string };

const blocksOfWords = ({ spans }: Pick<PreparedArticle, 'spans'>): readonly Block[] =>
  spans
    .map(({ block }, index) => ({ block: index, text: textBlockText(block) }))
    .filter(({ text }) => hasWords(text));

/** The data of a new translation. */
type Begun = SaidOfTranslation & { readonly articleId: ArticleId; readonly translationId: TranslationId };

type Paired = readonly { readonly original: number; readonly text: string }[];

const sayPaired = (count: number, of: number): void =>
  sayUndoable(`${count.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} paragraphs translated`);

/** Saves paragraphs that were paired with the blocks of an article. */
const keepPaired = async (begun: Begun, blocks: readonly Block[], paired: Paired): Promise<boolean> => {
  const { articleId, translationId, language, maker } = begun;
  const paragraphs = paired.flatMap(({ original, text }) => {
    const block = blocks[original]?.block;
    return block === undefined ? [] : [{ block, text }];
  });
  const answer = await act(translationPutParagraphs, {
    articleId,
    translationId,
    paragraphs,
    begins: { language, maker },
  });
  if (answer.ok) sayPaired(paragraphs.length, blocks.length);
  return answer.ok;
};

type ToPair = {
  readonly begun: Begun;
  readonly blocks: readonly Block[];
  readonly translated: readonly string[];
  readonly language: string;
  readonly onKept: (id: TranslationId) => void;
};

/** Shows both texts, to be paired by hand. */
const askForPairing = ({ begun, blocks, translated, language, onKept }: ToPair): void => {
  const originals = blocks.map(({ text }) => text);
  const pairing = pairParagraphs(originals, translated);
  openDialog('pairing', ({ close }) => (
    <PairingDialog
      originals={originals}
      translated={translated}
      pairing={pairing}
      languages={{ original: language, translated: begun.language }}
      onKeep={async (paired) => {
        const isKept = await keepPaired(begun, blocks, paired);
        if (isKept) onKept(begun.translationId);
        return isKept;
      }}
      onClose={close}
    />
  ));
};

/** A field to find an article of the archive. */
const ArticleField = ({ not, onChange }: { not: ArticleId; onChange: (id: ArticleId | null) => void }) => {
  const [text, setText] = useState('');
  const { found } = useFoundRecords(text.trim(), [], { found: 30, recent: 0 });
  const articles = found.flatMap((each) => (each.kind === 'article' && each.articleId !== not ? [each] : []));
  return (
    <ComboBox
      label="Article"
      options={articles.map(({ articleId, title, detail }) => ({ id: articleId, name: title, detail }))}
      text={text}
      takesFirst
      placeholder="Words of its title"
      onTextChange={(typed) => {
        setText(typed);
        onChange(null);
      }}
      onPick={(id) => {
        const picked = articles.find(({ articleId }) => articleId === id);
        if (picked === undefined) return;
        setText(picked.title);
        onChange(picked.articleId);
      }}
    />
  );
};

type AddProps = {
  readonly article: PreparedArticle;
  readonly onAdded: (id: TranslationId, way: Way) => void;
  /** Closes it, then runs the act. */
  readonly closeThen: (act: () => void) => void;
  readonly onClose: () => void;
};

type Beginning = Pick<AddProps, 'article' | 'closeThen'> & {
  readonly blocks: readonly Block[];
  readonly onDone: (id: TranslationId) => void;
};

/** The ways to add a translation; each closes the dialog once it is saved, or its pairing is requested. */
const useBeginning = ({ article, blocks, closeThen, onDone }: Beginning) => {
  const { id: articleId, bibliography } = article.article;
  const done = ({ translationId }: Begun): void => closeThen(() => onDone(translationId));
  const pairByHand = (begun: Begun, translated: readonly string[], next = closeThen): void => {
    const language = bibliography.language ?? 'und';
    next(() => askForPairing({ begun, blocks, translated, language, onKept: onDone }));
  };
  /** @param next how to continue: by closing the dialog, or at once if that is closed already */
  const declared = async (begun: Begun, otherId: ArticleId, next = closeThen): Promise<void> => {
    const answer = await act(translationDeclare, { ...begun, otherId });
    if (!answer.ok) return;
    if (answer.value.pairing.isEven) {
      sayPaired(answer.value.pairing.originalCount, blocks.length);
      next(() => onDone(begun.translationId));
      return;
    }
    const paired = await request(translationPairArticle, { articleId, otherId });
    if (paired.ok) pairByHand(begun, paired.value.translated, next);
  };
  return {
    async typed(begun: Begun): Promise<void> {
      const answer = await act(translationAdd, begun);
      if (answer.ok) done(begun);
    },
    async pasted(begun: Begun, paragraphs: readonly string[]): Promise<void> {
      const originals = blocks.map(({ text }) => text);
      const pairing = pairParagraphs(originals, paragraphs);
      if (!pairing.isEven) pairByHand(begun, paragraphs);
      else if (await keepPaired(begun, blocks, textsOfPairing(pairing, paragraphs))) done(begun);
    },
    declared: (begun: Begun, otherId: ArticleId) => declared(begun, otherId),
    /** The file also becomes an article of the archive, like every import. */
    fromFile(begun: Begun): void {
      closeThen(
        () =>
          void importOneFile((otherId) => {
            goTo({ view: 'articles', articleId });
            void declared(begun, otherId, (act) => act());
          }),
      );
    },
    byMachine(begun: Begun): void {
      const { translationId, language } = begun;
      closeThen(() => {
        onDone(translationId);
        void translateByMachine({ articleId, translationId, language });
      });
    },
  };
};

/** What is known of a pasted text before it is saved. */
const sayPasted = (count: number, of: number): string => {
  if (count === 0) return 'Empty lines separate paragraphs.';
  const counts = `${count.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} paragraphs.`;
  return count === of ? counts : `${counts} You pair them in the next step.`;
};

/** Includes the analyst's own program, if one is set. */
const waysWith = (program: ShownProgram | null) =>
  program === null ? ways : [...ways, { id: 'machine' as const, name: `Translate with ${program.name}` }];

const AddTranslation = ({ article, onAdded, closeThen, onClose }: AddProps) => {
  const { spelling } = useSettings();
  const program = useTranslationProgram();
  const [language, setLanguage] = useState<string | null>(spelling.language.split('-')[0] ?? 'en');
  const [maker, setMaker] = useState<Maker>(byAnalyst);
  const [way, setWay] = useState<Way>('type');
  const [pasted, setPasted] = useState('');
  const [otherId, setOtherId] = useState<ArticleId | null>(null);
  const [translationId] = useState(() => newId(newTranslationIdSchema));
  const { id: articleId } = article.article;
  const blocks = useMemo(() => blocksOfWords(article), [article]);
  const paragraphs = splitPasted(pasted, blocks.length);
  const hasText = {
    ...{ type: true, file: true, machine: true },
    ...{ paste: paragraphs.length > 0, article: otherId !== null },
  }[way];
  const isReady = language !== null && (way === 'machine' || isMakerKnown(maker)) && hasText;
  const begin = useBeginning({ article, blocks, closeThen, onDone: (id) => onAdded(id, way) });
  const submit = async (): Promise<void> => {
    if (language === null) return;
    const begun = { articleId, translationId, language, maker };
    const acts: Readonly<Record<Way, () => void | Promise<void>>> = {
      type: () => begin.typed(begun),
      paste: () => begin.pasted(begun, paragraphs),
      file: () => begin.fromFile(begun),
      article: () => (otherId === null ? undefined : begin.declared(begun, otherId)),
      machine: () => begin.byMachine(begun),
    };
    await acts[way]();
  };
  return (
    <FormDialog
      title="Add a translation"
      submitName="Add"
      isMedium
      isReady={isReady}
      onSubmit={submit}
      onClose={onClose}
    >
      <LanguageField label="Language" value={language} autoFocus onChange={setLanguage} />
      {way !== 'machine' && <MakerFields maker={maker} onChange={setMaker} />}
      <RadioGroup<Way> label="How" options={waysWith(program)} value={way} onChange={setWay} />
      {way === 'paste' && (
        <TextArea
          label="Text"
          rows={8}
          value={pasted}
          onChange={setPasted}
          hint={sayPasted(paragraphs.length, blocks.length)}
        />
      )}
      {way === 'file' && (
        <p className="quiet-words">
          You check its text next. It is kept as an article, and its paragraphs are paired with these.
        </p>
      )}
      {way === 'article' && <ArticleField not={articleId} onChange={setOtherId} />}
    </FormDialog>
  );
};

/**
 * Asks for a translation of the article. `onAdded` is called once it is there, with the translation and how it was
 * made.
 */
export const addTranslation = (article: PreparedArticle, onAdded: AddProps['onAdded']): void =>
  openDialog('add-translation', ({ close, closeThen }) => (
    <AddTranslation
      article={article}
      onClose={close}
      closeThen={closeThen}
      onAdded={(id, way) => {
        useTranslationView.setState({ isWanted: true });
        onAdded(id, way);
      }}
    />
  ));

const ChangeTranslation = ({
  translation,
  onClose,
}: {
  translation: ShownTranslation;
  onClose: () => void;
}) => {
  const [language, setLanguage] = useState<string | null>(translation.language);
  const [maker, setMaker] = useState<Maker>(translation.maker);
  const { id: translationId, articleId } = translation;
  return (
    <FormDialog
      title="Language and translator"
      submitName="Save"
      isReady={language !== null && isMakerKnown(maker)}
      onClose={onClose}
      onSubmit={async () => {
        if (language === null) return;
        const answer = await act(translationChange, { articleId, translationId, language, maker });
        if (answer.ok) onClose();
      }}
    >
      <LanguageField label="Language" value={language} autoFocus onChange={setLanguage} />
      <MakerFields maker={maker} onChange={setMaker} />
    </FormDialog>
  );
};

/** Asks for a translation's language, and who made it. */
export const changeTranslation = (translation: ShownTranslation): void =>
  openDialog('change-translation', ({ close }) => (
    <ChangeTranslation translation={translation} onClose={close} />
  ));

type ParagraphLanguageProps = {
  readonly articleId: ArticleId;
  readonly block: number;
  /** The paragraph's language, if it differs from the article's. */
  readonly language: string | null;
  readonly onClose: () => void;
};

const ParagraphLanguage = ({ articleId, block, language, onClose }: ParagraphLanguageProps) => {
  const [chosen, setChosen] = useState<string | null>(language);
  const [isOwn, setIsOwn] = useState(language !== null);
  return (
    <FormDialog
      title="Language of this paragraph"
      submitName="Save"
      isReady={!isOwn || chosen !== null}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await act(translationSetLanguage, {
          articleId,
          block,
          language: isOwn ? chosen : null,
        });
        if (answer.ok) onClose();
      }}
    >
      <RadioGroup
        label="Language"
        isLabelHidden
        value={isOwn ? 'own' : 'article'}
        options={[
          { id: 'article', name: 'The same as the article' },
          { id: 'own', name: 'Another language' },
        ]}
        onChange={(id) => setIsOwn(id === 'own')}
      />
      {isOwn && (
        <LanguageField label="Language of the paragraph" value={chosen} autoFocus onChange={setChosen} />
      )}
    </FormDialog>
  );
};

/** Asks for the language of one paragraph of an article. */
export const changeParagraphLanguage = (of: Omit<ParagraphLanguageProps, 'onClose'>): void =>
  openDialog('paragraph-language', ({ close }) => <ParagraphLanguage {...of} onClose={close} />);
