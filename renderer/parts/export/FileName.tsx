import { Folder } from 'lucide-react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './export-file.module.css';

/** The last two names of a path, which tell a folder apart. */
const printFolder = (path: string): string => path.split(/[\\/]/).filter(Boolean).slice(-2).join(' / ');

export type FileNameProps = {
  /** Without its ending. */
  readonly name: string;
  readonly extension: string;
  readonly folder: string;
  readonly onName: (name: string) => void;
  readonly onChooseFolder: () => void;
};

/** How the file is named and where it goes. */
export const FileName = ({ name, extension, folder, onName, onChooseFolder }: FileNameProps) => (
  <div className={styles.file}>
    <TextField label="File name" value={name} maxLength={240} onChange={onName} />
    <span className={styles.ending} aria-hidden>
      .{extension}
    </span>
    <span title={folder}>
      <Button onPress={onChooseFolder}>
        <Folder size={14} strokeWidth={1.6} aria-hidden />
        <span>
          <span className="visually-hidden">Folder: </span>
          {printFolder(folder)}
        </span>
      </Button>
    </span>
  </div>
);
