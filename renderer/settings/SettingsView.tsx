import {
  BookOpen,
  FileText,
  History,
  Inbox,
  Info,
  Keyboard,
  Languages,
  LayoutTemplate,
  Lock,
  type LucideIcon,
  SlidersHorizontal,
  SpellCheck,
  Tags,
} from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { SETTINGS_PAGE, type SettingsPageId, settingsPages } from '#renderer/parts/show-settings.ts';
import { ListHead } from '#renderer/ui/collections/ListHead.tsx';
import { PageList } from '#renderer/ui/collections/PageList.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Page, PageHead } from '#renderer/ui/panes/Page.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useViewState } from '#renderer/window/view-state.ts';
import { ArchivePart, BrowserPart, InboxPart, OcrPart } from './ArchivePart.tsx';
import { BackupPart } from './BackupPart.tsx';
import { EncryptionPart } from './EncryptionPart.tsx';
import { FormsPart } from './forms/FormsPart.tsx';
import { KeysPart } from './KeysPart.tsx';
import { LabelsPart } from './LabelsPart.tsx';
import { SpellingPart } from './language/SpellingPart.tsx';
import { TranslationPart } from './language/TranslationPart.tsx';
import {
  AboutPart,
  ExportPart,
  NamePart,
  ReadingPart,
  TradecraftPart,
  TypingPart,
  WindowPart,
} from './preferences.tsx';
import styles from './settings.module.css';

type SettingsPage = {
  readonly icon: LucideIcon;
  readonly Body: () => ReactNode;
};

const pages: Readonly<Record<SettingsPageId, SettingsPage>> = {
  general: {
    icon: SlidersHorizontal,
    Body: () => (
      <>
        <ArchivePart />
        <NamePart />
        <WindowPart />
      </>
    ),
  },
  reading: {
    icon: BookOpen,
    Body: ReadingPart,
  },
  labels: {
    icon: Tags,
    Body: LabelsPart,
  },
  memos: {
    icon: FileText,
    Body: () => (
      <>
        <TradecraftPart />
        <TypingPart />
        <ExportPart />
      </>
    ),
  },
  forms: {
    icon: LayoutTemplate,
    Body: FormsPart,
  },
  spelling: {
    icon: SpellCheck,
    Body: SpellingPart,
  },
  translation: {
    icon: Languages,
    Body: TranslationPart,
  },
  keys: {
    icon: Keyboard,
    Body: KeysPart,
  },
  encryption: {
    icon: Lock,
    Body: EncryptionPart,
  },
  backup: {
    icon: History,
    Body: BackupPart,
  },
  import: {
    icon: Inbox,
    Body: () => (
      <>
        <InboxPart />
        <BrowserPart />
        <OcrPart />
      </>
    ),
  },
  about: {
    icon: Info,
    Body: AboutPart,
  },
};

/** The pages in the order of the list, in groups. */
const groups: readonly (readonly SettingsPageId[])[] = [
  ['general', 'reading', 'labels', 'memos', 'forms', 'spelling', 'translation', 'keys'],
  ['encryption', 'backup', 'import'],
  ['about'],
];

type FoundPage = { readonly id: SettingsPageId; readonly found: readonly string[] };

/** The pages of a group that match, by name or by one of their settings; all of them if nothing is typed. */
const findPages = (group: readonly SettingsPageId[], typed: string): readonly FoundPage[] =>
  group.flatMap((id) => {
    const { name, settings } = settingsPages[id];
    const found = typed.trim() === '' ? [] : matchNames(settings, typed, (setting) => [setting]);
    const isNamed = matchNames([name], typed, () => [name]).length > 0;
    return isNamed || found.length > 0 ? [{ id, found }] : [];
  });

type PagesListProps = {
  readonly typed: string;
  readonly selectedId: SettingsPageId;
  readonly onSelect: (id: SettingsPageId) => void;
};

const PagesList = ({ typed, selectedId, onSelect }: PagesListProps) => (
  <PageList
    className={styles.list}
    selectedId={selectedId}
    onSelect={onSelect}
    empty={<EmptyState title="No settings match">Try fewer words.</EmptyState>}
  >
    {groups.map((group) => {
      const own = findPages(group, typed);
      return (
        own.length > 0 && (
          <ListBoxSection key={group.join()} className={joinClasses(styles.group)}>
            {own.map(({ id, found }) => {
              const { name } = settingsPages[id];
              const { icon: Icon } = pages[id];
              return (
                <ListBoxItem key={id} id={id} textValue={name} className={joinClasses(styles.item)}>
                  <Icon size={15} aria-hidden />
                  <span>{name}</span>
                  {found.length > 0 && <span className={styles.found}>{found.join(', ')}</span>}
                </ListBoxItem>
              );
            })}
          </ListBoxSection>
        )
      );
    })}
  </PageList>
);

/** The preferences on this computer, one page a subject. */
export const SettingsView = () => {
  const [typed, setTyped] = useViewState('settings.text', '');
  const [pageId, setPageId] = useViewState<SettingsPageId>(SETTINGS_PAGE, 'general');
  const header = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', header);
  const { Body } = pages[pageId];
  const { name } = settingsPages[pageId];
  const [first] = groups.flatMap((group) => findPages(group, typed));
  return (
    <>
      <Panel
        label="Settings"
        kind="list"
        header={
          <>
            <h1 className="visually-hidden">Settings</h1>
            <ListHead
              ref={header}
              filter={
                <SearchField
                  label="Filter settings"
                  placeholder="Filter settings"
                  value={typed}
                  onChange={setTyped}
                  onSubmit={() => first !== undefined && setPageId(first.id)}
                />
              }
            />
          </>
        }
      >
        <PagesList typed={typed} selectedId={pageId} onSelect={setPageId} />
      </Panel>
      <Page key={pageId} label={name} width="narrow">
        <PageHead>
          <h2>{name}</h2>
        </PageHead>
        <Body />
      </Page>
    </>
  );
};
