import { useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import {
  articleCancelMarked,
  articleDragMarked,
  articleExportMarked,
  articleRevealMarked,
  type ExportedMarks,
  type LeftOutWhy,
  type MarkedFormat,
  markedFormats,
} from '#domain/contract/article-export.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TagId } from '#domain/ids.ts';
import { exportName } from '#domain/memo/export-file-name.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { printCount } from '#domain/print-count.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { ExportDialog } from '#renderer/parts/export/ExportDialog.tsx';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { printPath, useTags } from '#renderer/parts/tag/use-tags.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './export-marked.module.css';
import { useOpenPassages } from './state/passages-context.ts';
import { useReader } from './state/reader-context.ts';

const ALL = 'all';

const isOfPassword = ({ code }: AppError): boolean => code === 'password-needed' || code === 'password-wrong';

const formats: Readonly<Record<MarkedFormat, { readonly name: string; readonly says: string }>> = {
  pdf: { name: 'PDF', says: 'The original, with passages as highlights' },
  html: { name: 'Web page', says: 'Text, passages and pictures in one file' },
};

const useLabelOptions = () => {
  const { placed } = useOpenPassages();
  const { all } = useLabels();
  const there = all.filter(({ id }) => placed.some(({ passage }) => passage.label === id));
  return [{ id: ALL, name: 'All labels' }, ...there.map(({ id, name }) => ({ id, name }))] as const;
};

/** The tags of the passages, and their ancestors. */
const useTagOptions = () => {
  const { placed } = useOpenPassages();
  const { byId } = useTags();
  const carried = new Set<TagId>();
  for (const id of placed.flatMap(({ passage }) => passage.tagIds))
    for (
      let row = byId.get(id);
      row !== undefined;
      row = row.parentId === null ? undefined : byId.get(row.parentId)
    )
      carried.add(row.id);
  const options = [...carried].flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ id, name: printPath(row.path) }];
  });
  return [{ id: ALL, name: 'All tags' }, ...options.sort((a, b) => a.name.localeCompare(b.name))] as const;
};

const useChoice = () => {
  const { article } = useReader();
  const { about, bibliography } = useOpenPassages();
  const today = useToday();
  const [label, setLabel] = useState<LabelId | typeof ALL>(ALL);
  const [tagId, setTagId] = useState<TagId | typeof ALL>(ALL);
  const [hasNotes, setHasNotes] = useState(false);
  const [hasNames, setHasNames] = useState(false);
  const [password, setPassword] = useState('');
  const title = `${bibliography.title ?? 'Untitled'} marked`;
  const head = { title, referenceNumber: '', asOf: today, marking: about.marking };
  const asked = {
    articleId: article.article.id,
    label: label === ALL ? null : label,
    tagId: tagId === ALL ? null : tagId,
    hasNotes,
    hasNames,
    ...(password === '' ? {} : { password }),
  };
  return {
    ...{ label, setLabel, tagId, setTagId, hasNotes, setHasNotes, hasNames, setHasNames },
    ...{ password, setPassword, asked, marking: about.marking },
    name: exportName(head, '{title} {marking}'),
  };
};

type Choice = ReturnType<typeof useChoice>;

const WhatGoesIn = ({ choice }: { readonly choice: Choice }) => {
  const labelOptions = useLabelOptions();
  const tagOptions = useTagOptions();
  return (
    <div className={styles.which}>
      <Select label="Label" options={labelOptions} value={choice.label} onChange={choice.setLabel} />
      <Select label="Tag" options={tagOptions} value={choice.tagId} onChange={choice.setTagId} />
      <div>
        <Checkbox isSelected={choice.hasNotes} onChange={choice.setHasNotes}>
          Your notes
        </Checkbox>
        <Checkbox isSelected={choice.hasNames} onChange={choice.setHasNames}>
          Names and dates
        </Checkbox>
      </div>
    </div>
  );
};

/** Shown if the original needs a password, which is only known after a first attempt. */
const PasswordField = ({ choice, error }: { readonly choice: Choice; readonly error: AppError | null }) =>
  (error !== null && isOfPassword(error)) || choice.password !== '' ? (
    <TextField
      label="Password of the original"
      type="password"
      autoComplete="off"
      autoFocus
      value={choice.password}
      onChange={choice.setPassword}
      {...(error?.code === 'password-wrong' ? { error: 'That is not the password.' } : {})}
    />
  ) : null;

/** The marking is in the file name, and in a web page; on the pages of a PDF only if the original prints it. */
const MarkingLine = ({
  marking,
  format,
}: {
  readonly marking: Marking | null;
  readonly format: MarkedFormat;
}) =>
  marking === null ? null : (
    <p className={styles.marking}>
      <MarkingSign marking={marking} />
      {format === 'pdf'
        ? 'The file name shows the marking; the pages do not.'
        : 'The page and its file name show the marking.'}
    </p>
  );

const reasons: Readonly<Record<LeftOutWhy, string>> = {
  'not-in-text': 'not in this text',
  'not-on-page': 'no letters on the page',
  'picture-not-on-page': 'picture not found on a page',
};

const ToldOfMarks = ({ file: { leftOut, near, isSigned } }: { readonly file: ExportedMarks }) => (
  <>
    {isSigned && (
      <p className={styles.told}>The original is signed. Its signature does not cover the marks.</p>
    )}
    <ToldPassages
      title={`Left out: ${printCount(leftOut.length, 'passage')}`}
      rows={leftOut.map(({ words, why }) => `${words} (${reasons[why]})`)}
    />
    <ToldPassages title={`Check ${printCount(near.length, 'mark')} in the copy`} rows={near} />
  </>
);

const ToldPassages = ({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) =>
  rows.length === 0 ? null : (
    <section className={styles.told}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two passages may have the same words
          <li key={at} dir="auto">
            {row}
          </li>
        ))}
      </ul>
    </section>
  );

const exportMarked = async (asked: InputOf<typeof articleExportMarked>) => {
  await flushAll();
  return act(articleExportMarked, asked, { saysFailure: true });
};

const ExportMarkedDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { article } = useReader();
  const choice = useChoice();
  return (
    <ExportDialog
      title="Export marked copy"
      formats={markedFormats.filter((format) => format !== 'pdf' || article.article.format === 'pdf')}
      table={formats}
      name={choice.name}
      make={(asked) => exportMarked({ ...choice.asked, ...asked })}
      cancel={() => void act(articleCancelMarked, {})}
      holds={({ passages }) => [printCount(passages, 'passage')]}
      note={({ format, error }) => (
        <>
          <PasswordField choice={choice} error={error} />
          <MarkingLine marking={choice.marking} format={format} />
        </>
      )}
      isAnswered={isOfPassword}
      tells={(file) => <ToldOfMarks file={file} />}
      onDrag={() => void act(articleDragMarked, {})}
      onReveal={() => void act(articleRevealMarked, {})}
      onClose={onClose}
    >
      <WhatGoesIn choice={choice} />
    </ExportDialog>
  );
};

/** Exports the open article with its passages: as its PDF with marks, or as one web page. */
export const ExportMarked = () => {
  const { placed } = useOpenPassages();
  const [isOpen, setIsOpen] = useState(false);
  useCommand('article.export-marked', () => setIsOpen(true), placed.length > 0);
  return isOpen ? <ExportMarkedDialog onClose={() => setIsOpen(false)} /> : null;
};
