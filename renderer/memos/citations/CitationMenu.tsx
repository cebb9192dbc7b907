import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { type Citation, citationForms } from '#domain/memo/memo-content.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { beginStep } from '../editor/begin-step.ts';
import styles from '../editor/editor.module.css';
import type { MemoStore } from '../editor/memo-store.ts';
import { useMenuRequest } from '../editor/use-menu-request.ts';
import { placeBelow } from '../floats/place-below.ts';
import { useRectOf } from '../floats/use-rect-of.ts';
import { CitationFacts } from './CitationFacts.tsx';
import { type CitationBook, enter, lookUp } from './citation-book.ts';

const WIDTH_PX = 380;
const HEIGHT_PX = 260;

const formOptions = [
  { id: citationForms[0], name: 'Quote and reference' },
  { id: citationForms[1], name: 'Reference after own words' },
  { id: citationForms[2], name: 'Number only' },
] as const;

/** An inline citation or a block quotation, which has no form. */
type Selected = {
  readonly cited: CitedPassage & Partial<Pick<Citation, 'form'>>;
  readonly position: number;
};

const selectedCitation = ({ editor }: { readonly editor: Editor }): Selected | null => {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return null;
  const { type, attrs } = selection.node;
  if (type.name !== 'citation' && type.name !== 'quotation') return null;
  return { cited: attrs as Selected['cited'], position: selection.from };
};

/** Changes the selected node and keeps it selected. */
const changeSelected = (editor: Editor, attrs: Partial<Citation>): void => {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return;
  beginStep(editor).updateAttributes(selection.node.type.name, attrs).setNodeSelection(selection.from).run();
};

/** Cites the passage as it reads now: the analyst has seen what changed and takes it. */
const citeAsItIs = async (editor: Editor, book: CitationBook, known: ResolvedCitation): Promise<void> => {
  const answer = await act('memo:cite', { articleId: known.articleId, passageId: known.passageId });
  if (!answer.ok) return;
  const { exactSha256 } = answer.value;
  enter(book, [{ ...known, exactSha256, state: 'ok' }]);
  changeSelected(editor, { exactSha256 });
};

export type CitationMenuProps = {
  readonly editor: Editor;
  readonly book: CitationBook;
  readonly store: MemoStore;
};

/** What is behind the selected citation, and what can be done with it. Enter goes into it, Esc back to the text. */
export const CitationMenu = ({ editor, book, store }: CitationMenuProps) => {
  const selected = useEditorState({ editor, selector: selectedCitation });
  const known = useStore(book, (state) => (selected === null ? null : lookUp(state, selected.cited)));
  const element = selected === null ? null : editor.view.nodeDOM(selected.position);
  const rect = useRectOf(element instanceof HTMLElement ? element : null);
  const menu = useRef<HTMLDivElement>(null);
  useMenuRequest(store, () => void focusInto(menu.current));
  const goToPassage = (): void => {
    if (known !== null) goTo({ view: 'articles', articleId: known.articleId, passageId: known.passageId });
  };
  useCommand('passage.citation', goToPassage, known !== null);
  const key = usePrintedKey('passage.citation');
  if (selected === null || known === null || rect === null) return null;
  const { form } = selected.cited;
  return (
    <div
      ref={menu}
      className={joinClasses('float', styles.citationMenu)}
      role="dialog"
      aria-label="Citation"
      style={placeBelow(rect, WIDTH_PX, HEIGHT_PX)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.commands.focus();
      }}
    >
      <CitationFacts known={known} />
      {form !== undefined && (
        <RadioGroup
          label="Printed as"
          isLabelHidden
          options={formOptions}
          value={form}
          onChange={(next) => changeSelected(editor, { form: next })}
        />
      )}
      <div className={styles.citedActs}>
        <Button isSmall onPress={goToPassage}>
          Go to passage {key !== undefined && <Kbd keys={key} />}
        </Button>
        {known.state === 'changed' && (
          <Button isSmall onPress={() => void citeAsItIs(editor, book, known)}>
            Cite as it reads now
          </Button>
        )}
      </div>
    </div>
  );
};
