import { ClipboardPaste, FileDown, Footprints, type LucideIcon, NotebookText } from 'lucide-react';
import { Button as PlainButton } from 'react-aria-components';
import type { CommandId } from '#domain/command/command-table.ts';
import { articleList } from '#domain/contract/article.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { AnalystNameField } from '#renderer/parts/writer/AnalystNameField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './today.module.css';

type ActProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly text: string;
  /** The command that does the same; its key is printed. */
  readonly command?: CommandId;
  readonly run: () => void;
};

const Act = ({ icon: Icon, name, text, command, run }: ActProps) => (
  <PlainButton className={joinClasses(styles.act)} onPress={run}>
    <span className={styles.actName}>
      <Icon size={18} strokeWidth={1.5} aria-hidden /> {name}{' '}
      {command !== undefined && <CommandKbd command={command} />}
    </span>
    <span className={styles.actText}>{text}</span>
  </PlainButton>
);

/** Whether the archive holds only the sample; undefined until that is known. */
const useFirstArticles = () => {
  const { data: articles } = useQuery(articleList, { filter: {}, order: 'newest' });
  if (articles === undefined) return undefined;
  return articles.some(({ isSample }) => !isSample) ? null : articles;
};

/** Ways to begin, on one line above the day, as long as there is only the sample. */
export const FirstRun = () => {
  const articles = useFirstArticles();
  const [sample] = articles ?? [];
  return articles == null ? null : (
    <div className={styles.acts}>
      <Act
        icon={ClipboardPaste}
        name="Paste an article"
        command="import.clipboard"
        text="Copy its text anywhere. You check it before it is kept."
        run={() => runCommand('import.clipboard')}
      />
      <Act
        icon={FileDown}
        name="Import files"
        command="import.files"
        text="Or drop them here: web pages, PDF, Word, mail, scans."
        run={() => runCommand('import.files')}
      />
      {sample !== undefined && (
        <Act
          icon={NotebookText}
          name="Open the sample"
          text="Two articles with passages and a memo, to try things out."
          run={() => goTo({ view: 'articles', articleId: sample.id })}
        />
      )}
      <Act
        icon={Footprints}
        name="Take the tour"
        text="Three steps on a real text. It takes two minutes."
        run={() => runCommand('help.tour')}
      />
    </div>
  );
};

/** The folder and name of the archive: changed now, before there is anything to move. */
export const FirstArchive = () => {
  const archive = useAppState(({ app }) => app?.archive);
  return useFirstArticles() == null ? null : (
    <PageSection title="Set up">
      <div className={styles.setUp}>
        <div>
          <p className="quiet-words">
            Your archive, a folder of {archive?.isEncrypted === true ? 'encrypted' : 'plain'} files
          </p>
          <p>
            <code>{archive?.folder}</code>
          </p>
          <div className={styles.setUpActs}>
            <Button isSmall onPress={() => runCommand('archive.new')}>
              New archive…
            </Button>
            <Button isSmall onPress={() => runCommand('archive.open')}>
              Open another archive…
            </Button>
          </div>
        </div>
        <AnalystNameField
          label="Your name on records (optional)"
          hint="For an archive that several people share. Never printed in a memo."
        />
        <div>
          <p className="quiet-words">Everything that Precis does, by task</p>
          <div className={styles.setUpActs}>
            <Button isSmall onPress={() => runCommand('help.guide')}>
              User guide
            </Button>
          </div>
        </div>
      </div>
    </PageSection>
  );
};
