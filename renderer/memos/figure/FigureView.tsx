import { NodeViewWrapper } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { memoFigure } from '#domain/contract/memo-figure.ts';
import { passageRows } from '#domain/contract/passage.ts';
import type { MemoId } from '#domain/ids.ts';
import {
  type FigureAttrs,
  type FigureSize,
  figureSizes,
  MAX_FIGURE_WORDS,
} from '#domain/memo/figure/figure.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { GradeSign } from '#renderer/parts/passage/GradeSign.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { printRowPlace } from '#renderer/parts/passage/print-row-place.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { focusInto } from '#renderer/ui/focus/focus-into.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { DetailField } from '../nodes/DetailField.tsx';
import { focusText } from '../state/focus-text.ts';
import { type MemoNodeViewProps, useMenuRequest } from '../state/memo-store.ts';
import { choosePicture, keepPicture } from './add-figure.ts';
import { cropFigure } from './crop-figure.tsx';
import styles from './figure.module.css';

/** In writing order: the first is printed with the figure, the second is its alternative text. */
const lines = [
  { name: 'caption', label: 'Caption', placeholder: 'printed below the figure, with its number' },
  {
    name: 'alt',
    label: 'Description',
    placeholder: 'what the figure shows, for readers who can’t see it; required',
  },
  { name: 'source', label: 'Source', placeholder: 'where the picture comes from' },
] as const;

const sizeNames: Readonly<Record<FigureSize, string>> = {
  text: 'Width of the text',
  half: 'Half the width',
  natural: 'Original size',
};
const sizeOptions = figureSizes.map((id) => ({ id, name: sizeNames[id] }));

const saysNothing = ({ caption, alt, source }: FigureAttrs): boolean => caption + alt + source === '';

/** A figure that was just inserted, or opened with Enter, focuses its first line. */
const useFirstLine = ({ node, editor, store, getPos }: MemoNodeViewProps) => {
  const words = useRef<HTMLDivElement>(null);
  const isNew = useRef(saysNothing(node.attrs as FigureAttrs) && editor.isFocused);
  useEffect(() => {
    if (isNew.current && editor.state.selection.from === getPos())
      focusInto(words.current, { into: 'fields' });
    isNew.current = false;
  }, [editor, getPos]);
  useMenuRequest(store, () => {
    if (editor.state.selection.from === getPos()) focusInto(words.current, { into: 'fields' });
  });
  return words;
};

/** Sets the printed width and replaces the picture; the pixels of a passage are those of its region. */
const FigureActs = ({ node, editor, store, getPos, updateAttributes }: MemoNodeViewProps) => {
  const attrs = node.attrs as FigureAttrs;
  const { size, cited, croppedFrom } = attrs;
  const replace = async (): Promise<void> => {
    const file = await choosePicture();
    const picture = file === null ? null : await keepPicture(store, file);
    if (picture !== null) updateAttributes({ ...picture, croppedFrom: undefined });
  };
  const crop = (): void => {
    const position = getPos();
    if (position !== undefined) void cropFigure(editor, store, position, attrs);
  };
  return (
    <div className={styles.acts}>
      <Select
        label="Width of the figure"
        isLabelHidden
        isBare
        options={sizeOptions}
        value={size}
        onChange={(wished) => updateAttributes({ size: wished })}
      />
      <Button isSmall onPress={crop}>
        {croppedFrom === undefined ? 'Crop…' : 'Crop again…'}
      </Button>
      {cited === undefined && (
        <Button isSmall onPress={() => void replace()}>
          Another picture…
        </Button>
      )}
    </div>
  );
};

type FigurePictureProps = { readonly memoId: MemoId; readonly attrs: FigureAttrs };

/** The picture of a figure about as large as in print, or a note that it is missing. */
const FigurePicture = ({ memoId, attrs }: FigurePictureProps) => {
  const { sha256, format, width, height, size, alt } = attrs;
  const answer = useQueryOnce(memoFigure, { memoId, picture: { sha256, format } });
  const room = { aspectRatio: `${width} / ${height}`, ...(size === 'natural' ? { inlineSize: width } : {}) };
  if (answer === null) return <div className={styles.picture} data-size={size} style={room} />;
  const base64 = answer.ok ? answer.value.base64 : null;
  return base64 === null ? (
    <p className={styles.missing} role="alert">
      The picture is missing: <code>{`${sha256.slice(0, 12)}….${format}`}</code> is missing from the memo’s
      folder, or was replaced.
    </p>
  ) : (
    <img
      className={styles.picture}
      data-size={size}
      style={room}
      src={`data:${mediaTypeOf[format]};base64,${base64}`}
      alt={alt.trim() === '' ? 'A picture, not described yet' : alt}
      draggable={false}
    />
  );
};

type CitedRegionProps = { readonly cited: NonNullable<FigureAttrs['cited']> };

/** The passage that a figure shows: its grade, its place, and a link to it. Printed below the figure. */
const CitedRegion = ({ cited: { articleId, passageId } }: CitedRegionProps) => {
  const { data: rows } = useQuery(passageRows, { passageIds: [passageId] });
  const row = rows?.[0];
  if (rows === undefined) return null;
  if (row === undefined)
    return (
      <p className={styles.missing} role="alert">
        Its passage is in the trash, or not in this archive.
      </p>
    );
  const { region, label, grade, articleTitle } = row;
  return (
    <div className={styles.cited}>
      <LabelSign label={label} />
      <GradeSign grade={grade} />
      <span className="clipped">
        {region === null ? 'A passage' : `Region of a ${region.of}`} in {articleTitle ?? 'Untitled'}{' '}
        {printRowPlace(row)}
      </span>
      <Button isSmall variant="quiet" onPress={() => goTo({ view: 'articles', articleId, passageId })}>
        Show in article
      </Button>
    </div>
  );
};

const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;

/** A picture with its caption, description and source, and its printed width. */
export const FigureView = (props: MemoNodeViewProps) => {
  const { node, editor, store, selected, getPos, updateAttributes } = props;
  const attrs = node.attrs as FigureAttrs;
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const memoId = useStore(store, (state) => state.memoId);
  const words = useFirstLine(props);
  // Whether something was typed in the focused line: Ctrl+Z then belongs to the line.
  const isTyped = useRef(false);
  const leave = (event: KeyboardEvent): void => {
    const position = getPos();
    if (isUndo(event) && !isTyped.current) {
      event.preventDefault();
      event.stopPropagation();
      editor.commands.undo();
      if (!editor.view.dom.contains(document.activeElement)) focusText(editor);
      return;
    }
    if ((event.key !== 'Enter' && event.key !== 'Escape') || position === undefined) return;
    event.preventDefault();
    editor.chain().setNodeSelection(position).focus().run();
  };
  return (
    <NodeViewWrapper
      as="figure"
      className={joinClasses(styles.figure, selected && styles.selected)}
      contentEditable={false}
    >
      <div data-drag-handle>
        <FigurePicture memoId={memoId} attrs={attrs} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it */}
      <div
        ref={words}
        className={styles.words}
        onKeyDown={leave}
        onFocus={() => {
          isTyped.current = false;
        }}
        onInput={() => {
          isTyped.current = true;
        }}
      >
        <p className={styles.number} />
        {lines.map(({ name, label, placeholder }) => (
          <DetailField
            key={name}
            label={label}
            placeholder={placeholder}
            maxLength={MAX_FIGURE_WORDS}
            isInvalid={name === 'alt' && attrs.alt.trim() === ''}
            value={attrs[name]}
            isReadOnly={isReadOnly}
            onChange={(text) => updateAttributes({ [name]: text })}
          />
        ))}
        {attrs.cited !== undefined && <CitedRegion cited={attrs.cited} />}
        {!isReadOnly && <FigureActs {...props} />}
      </div>
    </NodeViewWrapper>
  );
};
