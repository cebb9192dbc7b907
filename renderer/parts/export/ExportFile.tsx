import { Folder } from 'lucide-react';
import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoChooseExportFolder, memoExportPlace, memoReveal } from '#domain/contract/memo-export.ts';
import type { MemoId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { GONE_OUT, sayMade } from '#renderer/window/notices.ts';
import styles from './export-file.module.css';

export type ExportFileProps = {
  /** Without extension. */
  readonly name: string;
  /** The extension; null if the export is not a single file and needs no name. */
  readonly extension: string | null;
  /** Why the last export made no file. */
  readonly error: AppError | null;
  readonly onName: (name: string) => void;
  readonly onExport: (name: string, replaces: boolean) => void;
};

/** The next free name: "Report" is followed by "Report (2)", that by "Report (3)". */
const nextName = (name: string): string => {
  const counted = /^(.*) \((\d+)\)$/u.exec(name);
  return counted === null ? `${name} (2)` : `${counted[1]} (${Number(counted[2]) + 1})`;
};

type Place = { readonly folder: string; readonly choose: () => Promise<void> };

/** The folder for exported memos, and how to choose another. */
const useExportPlace = (): Place => {
  const answer = useQueryOnce(memoExportPlace, {});
  const [chosen, setChosen] = useState<string | null>(null);
  return {
    folder: chosen ?? (answer?.ok === true ? answer.value.folder : ''),
    choose: async () => {
      const place = await act(memoChooseExportFolder, {});
      if (place.ok) setChosen(place.value.folder);
    },
  };
};

type ExportFailureProps = {
  readonly error: AppError | null;
  readonly onReplace: () => void;
  readonly onKeepBoth: () => void;
};

/** Why there is no file, and the choices if one of that name exists. */
const ExportFailure = ({ error, onReplace, onKeepBoth }: ExportFailureProps) => {
  if (error === null) return null;
  const { title, text } = errorWords(error);
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>{title}</strong> {text}
      </p>
      {error.code === 'file-exists' && (
        <>
          <Button isSmall onPress={onReplace}>
            Replace
          </Button>
          <Button isSmall onPress={onKeepBoth}>
            Keep both
          </Button>
        </>
      )}
    </div>
  );
};

/** The last two names of a path, enough to recognise a folder. */
const printFolder = (path: string): string => path.split(/[\\/]/).filter(Boolean).slice(-2).join(' / ');

type FileNameProps = {
  /** Without extension. */
  readonly name: string;
  readonly extension: string;
  readonly place: Place;
  readonly onName: (name: string) => void;
};

/** The target folder, as a button that chooses another. */
const FolderButton = ({ folder, choose }: Place) => (
  <span title={folder}>
    <Button onPress={() => void choose()}>
      <Folder size={14} strokeWidth={1.6} aria-hidden />
      <span>
        <span className="visually-hidden">Folder: </span>
        {printFolder(folder)}
      </span>
    </Button>
  </span>
);

/** A fixed file name, with its target folder. */
export const FileAndFolder = ({ fileName }: { readonly fileName: string }) => (
  <div className={styles.settled}>
    <span className={styles.fileName}>{fileName}</span>
    <FolderButton {...useExportPlace()} />
  </div>
);

/** Reports that a file of the memo was made, and in which folder; a press shows it there. */
export const sayFileMade = async (title: string, fileName: string, memoId: MemoId): Promise<void> => {
  const place = await act(memoExportPlace, {});
  const folder = place.ok ? ` in ${printFolder(place.value.folder)}` : '';
  const run = (): void => void act(memoReveal, { memoId });
  sayMade(title, `${fileName}${folder}`, { name: 'Show in folder', run }, GONE_OUT);
};

/** The file name and the target folder. */
const FileName = ({ name, extension, place, onName }: FileNameProps) => (
  <div className={styles.file}>
    <TextField label="File name" value={name} maxLength={240} onChange={onName} />
    <span className={styles.ending} aria-hidden>
      .{extension}
    </span>
    <FolderButton {...place} />
  </div>
);

/** The foot of an export dialog: file name, folder, and why the last attempt failed. */
export const ExportFile = ({ name, extension, error, onName, onExport }: ExportFileProps) => {
  const place = useExportPlace();
  const keepBoth = (): void => {
    onName(nextName(name));
    onExport(nextName(name), false);
  };
  return (
    <>
      <ExportFailure error={error} onReplace={() => onExport(name, true)} onKeepBoth={keepBoth} />
      {extension !== null && <FileName name={name} extension={extension} place={place} onName={onName} />}
    </>
  );
};
