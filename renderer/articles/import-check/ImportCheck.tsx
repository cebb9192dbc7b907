import { type KeyboardEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Bibliography, missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { type ImportRemark, sayRemark } from '#domain/article/draft/import-remarks.ts';
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { articleFormats } from '#domain/article/formats/article-formats.ts';
import {
  findStatedFields,
  type StatedFields,
  statedFieldNames,
} from '#domain/article/stated/stated-fields.ts';
import { articleOpen, type DuplicateArticle } from '#domain/contract/article.ts';
import { type DraftEncoding, type ImportDraft, importDrafts } from '#domain/contract/import.ts';
import type { ArticleId, DraftId } from '#domain/ids.ts';
import { DuplicateLines } from '#renderer/articles/DuplicateLines.tsx';
import { encodingsByName, printEncoding, printUnreadable } from '#renderer/articles/print-encoding.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { MarkList } from '#renderer/parts/article/MarkList.tsx';
import {
  BibliographyFields,
  type FieldOffersOf,
  matchOffers,
  useKnownNames,
} from '#renderer/parts/BibliographyFields.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { certaintyFor, fieldNames, readField } from '#renderer/parts/read-field.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { AboutLines, BlockList, TitleLine } from './blocks/BlockList.tsx';
import { LeftOutList, type LeftOutListProps } from './blocks/LeftOutList.tsx';
import styles from './import-check.module.css';
import { ScanReader } from './ScanReader.tsx';
import { focusFirstEmpty, type ImportCheckState, useImportCheck } from './use-import-check.ts';

type DuplicatesProps = {
  /** Without other versions of the same article. */
  readonly duplicates: readonly DuplicateArticle[];
  readonly here: DuplicateArticle | null;
};

const Duplicates = ({ duplicates, here }: DuplicatesProps) => {
  if (here !== null) {
    return (
      <div className={styles.duplicate} role="alert">
        <p>You already have this exact text. If it appeared elsewhere, enter that publication or date.</p>
        <Button isSmall onPress={() => goTo({ view: 'articles', articleId: here.articleId })}>
          Open the existing article
        </Button>
      </div>
    );
  }
  return duplicates.length === 0 ? null : (
    <div className={styles.duplicates}>
      <DuplicateLines duplicates={duplicates} />
      <p>Both are kept and count as one origin. Neither confirms the other.</p>
    </div>
  );
};

type NewVersionProps = { readonly articleId: ArticleId; readonly onDetach: () => void };

/** Says what keeping it does with the passages of the existing version, and offers to make it a separate article. */
const NewVersion = ({ articleId, onDetach }: NewVersionProps) => {
  const { data } = useQuery(articleOpen, { articleId });
  if (data === undefined) return null;
  const { title } = effectiveBibliography(data.article, data.about);
  const count = data.passages.length;
  const passages = count === 1 ? 'Its passage is' : `Its ${count} passages are`;
  return (
    <div className={joinClasses(styles.duplicate, styles.newVersion)}>
      <p>
        A new version of <b>{title ?? 'an untitled article'}</b>.{' '}
        {count === 0 ? 'It has no passages. ' : `${passages} carried over. `}
        Both versions are kept. Existing citations still cite the old one.
      </p>
      <Button isSmall onPress={onDetach}>
        Import as a separate article
      </Button>
    </div>
  );
};

const isOfOffers = (kind: ImportRemark['kind']): boolean => kind === 'attachments' || kind === 'more-pages';

/** What the importer noticed and the text does not show. */
const Remarks = ({ remarks, attachments }: Pick<ImportDraft, 'remarks' | 'attachments'>) => {
  // Attachments offered below are listed there.
  const said = remarks.filter(({ kind }) => !isOfOffers(kind) || attachments.length === 0);
  return said.length === 0 ? null : (
    <ul className={styles.remarks} aria-label="What the text does not show">
      {said.map((remark) => (
        <li key={remark.kind}>{sayRemark(remark)}</li>
      ))}
    </ul>
  );
};

const LeftOutOf = ({
  draft,
  ...props
}: { readonly draft: ImportDraft } & Pick<LeftOutListProps, 'blocks' | 'onChange'>) => (
  <LeftOutList what={articleFormats[draft.format].leftOut} hidden={draft.hidden} {...props} />
);

const isStated = (field: string): field is keyof StatedFields =>
  field === 'title' || field === 'publisher' || field === 'byline' || field === 'publishedAt';

/**
 * Suggestions for the fields of an import: what the text states of itself, then publications and authors known to the
 * archive. Nothing is suggested over a value that is there and not being typed.
 */
const useOffers = ({
  body,
  leftOut,
}: Pick<ImportDraft, 'body' | 'leftOut'>): {
  readonly stated: StatedFields;
  readonly offersOf: FieldOffersOf;
} => {
  const known = useKnownNames();
  const publishers = known('publisher', '');
  const stated = useMemo(
    () => findStatedFields(canonicalText(withoutLeftOut(body, leftOut)), publishers),
    [body, leftOut, publishers],
  );
  const offersOf: FieldOffersOf = (field, typed) =>
    matchOffers(typed, isStated(field) ? stated[field] : [], known(field, typed));
  return { stated, offersOf };
};

/** The likeliest stated value for each field that is still empty. */
const foundForEmpty = (stated: StatedFields, bibliography: Bibliography): Partial<Bibliography> => {
  let found: Partial<Bibliography> = {};
  for (const field of statedFieldNames) {
    const [likeliest] = stated[field];
    if (bibliography[field] !== null || likeliest === undefined) continue;
    const read = readField(field, likeliest);
    if (read.ok) found = { ...found, ...read.value };
  }
  const { publishedAt } = found;
  return publishedAt === undefined
    ? found
    : { ...found, dateCertainty: certaintyFor({ publishedAt }, bibliography.dateCertainty) };
};

/** What the text states of itself: offered field by field, and for all empty fields with one key. */
const useFound = (draft: ImportDraft, check: ImportCheckState) => {
  const { stated, offersOf } = useOffers(draft);
  const found = foundForEmpty(stated, check.bibliography);
  const takeFound = (): void => {
    // Commits the field being typed in first, which is then not empty.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    flushSync(() => check.fillIn((now) => foundForEmpty(stated, now)));
    // Typing continues in the first field that is still missing.
    focusFirstEmpty(check.form.current);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const isTaking = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isTaking) check.onKeyDown(event);
    else if (Object.keys(found).length > 0) takeFound();
    if (isTaking) event.preventDefault();
  };
  return { offersOf, found, takeFound, onKeyDown };
};

const list = new Intl.ListFormat('en-GB');

/** A button, with a key, that fills all empty fields with what the text states of itself. */
const TakeFound = ({
  found,
  onTake,
}: {
  readonly found: Partial<Bibliography>;
  readonly onTake: () => void;
}) => {
  const names = statedFieldNames.filter((field) => field in found).map((field) => fieldNames[field]);
  return names.length === 0 ? null : (
    <div className={styles.takeFound}>
      <Button isSmall onPress={onTake}>
        Fill in {list.format(names.map((name) => name.toLowerCase()))} <Kbd keys="Mod+Enter" />
      </Button>
    </div>
  );
};

/** The likely encodings, each with a sample of the file's words in it; below them all others. */
const optionsOf = ({ choices }: DraftEncoding): readonly Option<TextEncoding>[] => {
  const likely = choices.map(({ encoding, sample }) => ({
    id: encoding,
    name: printEncoding(encoding),
    detail: sample,
  }));
  const others = encodingsByName.filter((each) => !choices.some(({ encoding }) => encoding === each));
  return [...likely, ...others.map((id) => ({ id, name: printEncoding(id) }))];
};

/** Says how the bytes were decoded if there was doubt, and lets the analyst choose another encoding. */
const EncodingChoice = ({
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

/** If the text is already here, only the marks of its file can be taken. */
const nameOfSeal = ({ here, canSeal }: ImportCheckState): string =>
  here !== null && canSeal ? 'Take marks' : 'Keep';

const CheckOf = ({ draft }: { readonly draft: ImportDraft }) => {
  const check = useImportCheck(draft);
  const { blocks, bibliography, marking } = check;
  const [typing, setTyping] = useState<Partial<Bibliography>>({});
  const missingFields = missingForCitation({ ...bibliography, ...typing });
  const { offersOf, found, takeFound, onKeyDown } = useFound(draft, check);
  const isCertain = draft.encoding?.isCertain !== false;
  // Focuses the first thing to do: the choice of encoding, else the first empty field.
  const [focusOn] = useState(() => (isCertain ? (missingFields[0] ?? null) : null));
  return (
    <form
      ref={check.form}
      className={styles.check}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <Panel
        label="Text to be kept"
        kind="page"
        header={
          <header className={styles.head}>
            <h1>Text to be kept</h1>
            <p>
              {draft.originalName === null
                ? 'From the clipboard'
                : `${draft.originalName} · ${articleFormats[draft.format].name}${draft.encoding === null ? '' : ` · ${printEncoding(draft.encoding.encoding)}`}`}
            </p>
            {check.undoName !== null && (
              <Button isSmall variant="quiet" onPress={check.undo}>
                Undo {check.undoName}
              </Button>
            )}
          </header>
        }
      >
        <Duplicates
          duplicates={draft.duplicates.filter(({ articleId }) => articleId !== draft.previousVersionId)}
          here={check.here}
        />
        {draft.encoding !== null && (
          <EncodingChoice encoding={draft.encoding} onChoose={(each) => void check.setEncoding(each)} />
        )}
        {draft.previousVersionId !== null && (
          <NewVersion articleId={draft.previousVersionId} onDetach={() => void check.detach()} />
        )}
        <ScanReader draft={draft} onRead={check.restart} />
        <Remarks {...draft} />
        <AttachmentList {...draft} {...check.parts} title={bibliography.title} />
        {check.marks.rows.length > 0 && <MarkList {...check.marks} />}
        <LeftOutOf draft={draft} blocks={blocks} onChange={check.cut} />
        <TitleLine {...check} />
        <AboutLines {...check} />
        <BlockList {...check} />
      </Panel>
      <Panel
        label="Citation"
        kind="side"
        header={
          <header className={joinClasses(styles.head, styles.sideHead)}>
            <h2>Citation</h2>
            {missingFields.length > 0 && (
              <p>
                <Badge>Citation incomplete</Badge> missing {printMissingFields(missingFields)}. You can add it
                later.
              </p>
            )}
          </header>
        }
      >
        <div className={styles.fields}>
          <TakeFound found={found} onTake={takeFound} />
          <BibliographyFields
            bibliography={bibliography}
            found={draft.found}
            onChange={check.correct}
            onTyping={setTyping}
            offersOf={offersOf}
            focusOn={focusOn}
          />
          <MarkingPicker label="Marking received" value={marking} onChange={check.mark} />
        </div>
        <footer className={styles.foot} data-acts-at-foot>
          <Button
            variant="primary"
            autoFocus={isCertain && focusOn === null}
            isDisabled={!check.canSeal}
            onPress={() => void check.seal()}
          >
            {nameOfSeal(check)} <Kbd keys="Enter" />
          </Button>
          <Button onPress={check.discard}>
            Discard <Kbd keys="Escape" />
          </Button>
          <p>Keeping the article locks its text. You can always edit these fields.</p>
        </footer>
      </Panel>
    </form>
  );
};

/** A single import before it is kept: the text that will be locked, and its bibliography. */
export const ImportCheck = ({ draftId }: { readonly draftId: DraftId }) => {
  const { data: drafts } = useQuery(importDrafts, {});
  const draft = drafts?.find((candidate) => candidate.draftId === draftId);
  if (drafts === undefined) return null;
  if (draft === undefined) {
    return (
      <Panel label="Import" kind="page">
        <h1 className="visually-hidden">Import</h1>
        <EmptyState title="This import was kept or discarded">Import the file again to check it.</EmptyState>
      </Panel>
    );
  }
  return <CheckOf draft={draft} />;
};
