import { type ReactNode, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import type { Result } from '#domain/result.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { ExportFile } from './ExportFile.tsx';
import styles from './export-dialog.module.css';
import { MadeFileDialog } from './MadeFileDialog.tsx';
import { useExport } from './use-export.ts';

type Made = { readonly fileName: string; readonly bytes: number };

export type ExportDialogProps<Format extends string, File extends Made> = {
  readonly title: string;
  /** In the order of the choices; the format's name is the file extension unless another is given. */
  readonly formats: readonly Format[];
  readonly table: Readonly<
    Record<Format, { readonly name: string; readonly says: string; readonly ending?: string }>
  >;
  /** The initial file name, without extension. */
  readonly name: string;
  readonly make: (asked: { fileName: string; replaces: boolean }) => Promise<Result<File, AppError>>;
  readonly cancel: () => void;
  /** The content of the finished file: the first is the title, all are listed as facts. */
  readonly holds: (file: File) => readonly [string, ...string[]];
  readonly onDrag: () => void;
  readonly onReveal: () => void;
  readonly onClose: () => void;
  /** Further choices, besides the formats. */
  readonly children?: ReactNode;
  /** What one should know before the file is made, by format, or why the last attempt failed. */
  readonly note?: (now: { readonly format: Format; readonly error: AppError | null }) => ReactNode;
  /** Whether the note covers an error, which is then not shown beside the name. */
  readonly isAnswered?: (error: AppError) => boolean;
  /** What one should know about the finished file. */
  readonly tells?: (file: File) => ReactNode;
};

const printSize = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`;

/** Exports to a file for other programs: asks for format and name, and shows the result. */
export const ExportDialog = <Format extends string, File extends Made>(
  props: ExportDialogProps<Format, File>,
) => {
  const { title, formats, table, holds, onClose, children } = props;
  const [format, setFormat] = useState(formats[0] as Format);
  const [typedName, setTypedName] = useState<string | null>(null);
  const exporting = useExport(props.make, props.cancel);
  const name = typedName ?? props.name;
  const ending = table[format].ending ?? format;
  const exportAs = (typed: string, replaces: boolean): void => {
    const fileName = safeFileName(typed, ending);
    if (fileName !== '' && !exporting.isUnderWay) void exporting.begin({ fileName, replaces });
  };
  if (exporting.file !== null) {
    const held = holds(exporting.file);
    return (
      <MadeFileDialog
        title={`${held[0]} exported`}
        fileName={exporting.file.fileName}
        facts={[...held, printSize(exporting.file.bytes)].join(', ')}
        onDrag={props.onDrag}
        onReveal={props.onReveal}
        onClose={onClose}
      >
        {props.tells?.(exporting.file)}
      </MadeFileDialog>
    );
  }
  const { error } = exporting;
  const isAnswered = error !== null && props.isAnswered?.(error) === true;
  const formatChoice = (
    <RadioGroup
      label="Format"
      options={formats.map((id) => ({ id, name: table[id].name, detail: table[id].says }))}
      value={format}
      onChange={setFormat}
    />
  );
  return (
    <Dialog
      title={title}
      isMedium
      isOpen
      onClose={onClose}
      onSubmit={() => exportAs(name, false)}
      actions={
        <>
          {exporting.isSlow && <span role="status">Making the file…</span>}
          <Button onPress={exporting.isUnderWay ? exporting.cancel : onClose}>Cancel</Button>
          <Button type="submit" variant="primary" autoFocus>
            Export {table[format].name}
          </Button>
        </>
      }
    >
      {children === undefined ? (
        <div className={styles.format}>{formatChoice}</div>
      ) : (
        <div className={styles.choice}>
          {formatChoice}
          <div>{children}</div>
        </div>
      )}
      {props.note?.({ format, error })}
      <div className={styles.file}>
        <ExportFile
          name={name}
          extension={ending}
          error={isAnswered ? null : error}
          onName={setTypedName}
          onExport={exportAs}
        />
      </div>
    </Dialog>
  );
};
