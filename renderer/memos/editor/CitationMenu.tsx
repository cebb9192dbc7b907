import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useStore } from 'zustand';
import type { ResolvedCitation } from '#domain/contract/memos.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { citationForms } from '#domain/memo/memo-content.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { act } from '#renderer/bridge/act.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/fields/RadioGroup.tsx';
import { type CitationBook, enter, lookUp } from './citation-book.ts';
import styles from './editor.module.css';

const formOptions = [
  { id: citationForms[0], name: 'Quote and reference' },
  { id: citationForms[1], name: 'Reference after own words' },
  { id: citationForms[2], name: 'Number only' },
] as const;

const stateWords = {
  ok: null,
  changed: 'The passage has changed since it was cited.',
  deleted: 'The passage or its article is in the trash.',
  missing: 'The passage is not in this archive.',
} as const;

type Selected = {
  readonly cited: CitedPassage & { form?: (typeof citationForms)[number] };
  readonly position: number;
};

const selectedCitation = ({ editor }: { readonly editor: Editor }): Selected | null => {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return null;
  const { type, attrs } = selection.node;
  if (type.name !== 'citation' && type.name !== 'quotation') return null;
  return { cited: attrs as Selected['cited'], position: selection.from };
};

/** Cites the passage as it reads now: the analyst has seen what changed and takes it. */
const citeAsItIs = async (editor: Editor, book: CitationBook, known: ResolvedCitation): Promise<void> => {
  const answer = await act('memo:cite', { articleId: known.articleId, passageId: known.passageId });
  if (!answer.ok) return;
  enter(book, [{ ...known, exactSha256: answer.value.exactSha256, state: 'ok' }]);
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return;
  editor
    .chain()
    .updateAttributes(selection.node.type.name, { exactSha256: answer.value.exactSha256 })
    .setNodeSelection(selection.from)
    .run();
};

export type CitationMenuProps = { readonly editor: Editor; readonly book: CitationBook };

/** What is behind the selected citation, and what can be done with it. */
export const CitationMenu = ({ editor, book }: CitationMenuProps) => {
  const selected = useEditorState({ editor, selector: selectedCitation });
  const known = useStore(book, (state) => (selected === null ? null : lookUp(state, selected.cited)));
  if (selected === null || known === null) return null;
  const rect = editor.view.nodeDOM(selected.position);
  if (!(rect instanceof HTMLElement)) return null;
  const { left, bottom } = rect.getBoundingClientRect();
  const trouble = stateWords[known.state];
  return (
    <div
      className={styles.citationMenu}
      role="dialog"
      aria-label="Citation"
      style={{ insetInlineStart: left, insetBlockStart: bottom + 6 }}
    >
      <p className={styles.citedQuote}>{known.quote}</p>
      <p className={styles.citedFrom}>
        {[known.speaker, known.publication, known.articleTitle, printGrade(known.grade)]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </p>
      {trouble !== null && <p className={styles.citedTrouble}>{trouble}</p>}
      {selected.cited.form !== undefined && (
        <RadioGroup
          label="Printed as"
          isLabelHidden
          options={formOptions}
          value={selected.cited.form}
          onChange={(form) =>
            editor.chain().updateAttributes('citation', { form }).setNodeSelection(selected.position).run()
          }
        />
      )}
      <div className={styles.citedActs}>
        <Button
          isSmall
          onPress={() => goTo({ view: 'articles', articleId: known.articleId, passageId: known.passageId })}
        >
          Go to passage
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
