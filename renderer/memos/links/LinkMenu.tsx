import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { appOpenLink } from '#domain/contract/app.ts';
import { readAddress } from '#domain/memo/content/link-address.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { placeBelow } from '#renderer/ui/overlays/place-float.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from '../citations/floats.module.css';
import { focusText } from '../state/focus-text.ts';
import { type MemoStore, setLinking } from '../state/memo-store.ts';
import { linkAt, type PlacedLink, removeLink, setLink } from './change-link.ts';

const WIDTH_PX = 380;
const HEIGHT_PX = 120;

type FormProps = { readonly editor: Editor; readonly href: string; readonly onDone: () => void };

/** Asks for the address. Enter makes the link, Escape leaves the text as it is. */
const LinkForm = ({ editor, href, onDone }: FormProps) => {
  const [typed, setTyped] = useState(href);
  const [isWrong, setIsWrong] = useState(false);
  const give = (): void => {
    const address = readAddress(typed);
    setIsWrong(address === null);
    if (address === null) return;
    onDone();
    setLink(editor, address);
  };
  return (
    <>
      <TextField
        label="Address"
        hint="Printed with the memo. Precis never opens it by itself."
        autoFocus
        value={typed}
        {...(isWrong ? { error: 'Enter a web or e-mail address.' } : {})}
        onChange={(next) => {
          setTyped(next);
          setIsWrong(false);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') give();
        }}
      />
      <div className={styles.citedActs}>
        <Button isSmall variant="primary" isDisabled={typed.trim() === ''} onPress={give}>
          {href === '' ? 'Add the link' : 'Change the link'} <Kbd keys="Enter" />
        </Button>
      </div>
    </>
  );
};

type ActsProps = {
  readonly editor: Editor;
  readonly link: PlacedLink;
  /** In a sent memo, links can only be opened. */
  readonly isReadOnly: boolean;
  readonly onChange: () => void;
};

const LinkActs = ({ editor, link, isReadOnly, onChange }: ActsProps) => {
  const key = usePrintedKey('format.link');
  return (
    <>
      <p className={styles.linkAddress}>{link.href}</p>
      <div className={styles.citedActs}>
        <Button isSmall onPress={() => void act(appOpenLink, { href: link.href })}>
          Open…
        </Button>
        {!isReadOnly && (
          <>
            <Button isSmall onPress={onChange}>
              Change {key !== undefined && <Kbd keys={key} />}
            </Button>
            <Button isSmall onPress={() => removeLink(editor)}>
              Remove link
            </Button>
          </>
        )}
      </div>
    </>
  );
};

/** The link at the caret, as far as the menu shows it. */
const shownLink = ({ editor }: { readonly editor: Editor }): PlacedLink | null =>
  editor.state.selection.empty ? linkAt(editor.state) : null;

export type LinkMenuProps = { readonly editor: Editor; readonly store: MemoStore };

/** The address of the link at the caret and its acts; asks for the address of a new link. */
export const LinkMenu = ({ editor, store }: LinkMenuProps) => {
  const link = useEditorState({ editor, selector: shownLink });
  const isLinking = useStore(store, (state) => state.isLinking);
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  useCommand('format.link', () => setLinking(store, true), !isReadOnly);
  if (!isLinking && link === null) return null;
  const done = (): void => {
    setLinking(store, false);
    focusText(editor);
  };
  const from = linkAt(editor.state)?.from ?? editor.state.selection.from;
  return (
    <div
      className={joinClasses('float', styles.citationMenu)}
      role="dialog"
      aria-label="Link"
      style={placeBelow(editor.view.coordsAtPos(from), WIDTH_PX, HEIGHT_PX)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
    >
      {isLinking ? (
        <LinkForm
          editor={editor}
          href={linkAt(editor.state)?.href ?? ''}
          onDone={() => setLinking(store, false)}
        />
      ) : (
        link !== null && (
          <LinkActs
            editor={editor}
            link={link}
            isReadOnly={isReadOnly}
            onChange={() => setLinking(store, true)}
          />
        )
      )}
    </div>
  );
};
