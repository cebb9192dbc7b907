import { NewMemoDialog } from '#renderer/memos/list/NewMemoDialog.tsx';
import { PrintLayer } from '#renderer/memos/print/PrintLayer.tsx';
import { PadPane } from '#renderer/pad/PadPane.tsx';
import { ChosenDialog } from '#renderer/parts/article/chosen/ChosenDialog.tsx';
import { PasswordDialog } from '#renderer/parts/article/password/PasswordDialog.tsx';
import { BackupDialogs } from '#renderer/parts/backup/BackupDialogs.tsx';
import { CheckDialog } from '#renderer/parts/check/CheckDialog.tsx';
import { EncryptionDialogs } from '#renderer/parts/encryption/EncryptionDialogs.tsx';
import { BroughtDialog } from '#renderer/parts/exchange/BroughtDialog.tsx';
import { OutDialog } from '#renderer/parts/exchange/OutDialog.tsx';
import { CitationChoice } from '#renderer/parts/memo/CitationChoice.tsx';
import { MemoPicker } from '#renderer/parts/memo/MemoPicker.tsx';
import { LinkDialog } from '#renderer/parts/passage/link/LinkDialog.tsx';
import { UnlinkDialog } from '#renderer/parts/passage/link/UnlinkDialog.tsx';
import { RelatedPane } from '#renderer/parts/passage/related/RelatedPane.tsx';
import { CoderDialog } from '#renderer/tags/coder/CoderDialog.tsx';
import { KeepPaneWidth } from '#renderer/ui/panes/pane-width.ts';
import { useFocusTarget } from '#renderer/window/focus-targets.ts';
import { useNavigation, usePlace, type ViewId } from '#renderer/window/navigation.ts';
import { FaultBanner } from './banners/FaultBanner.tsx';
import { BackupProgress } from './banners/progress/BackupProgress.tsx';
import { BulkProgress } from './banners/progress/BulkProgress.tsx';
import { ExchangeProgress } from './banners/progress/ExchangeProgress.tsx';
import { ImportProgress } from './banners/progress/ImportProgress.tsx';
import { OcrProgress } from './banners/progress/OcrProgress.tsx';
import { PrintProgress } from './banners/progress/PrintProgress.tsx';
import { UnsavedBanner } from './banners/UnsavedBanner.tsx';
import { Rail } from './bars/Rail.tsx';
import { StatusBar } from './bars/StatusBar.tsx';
import { TopBar } from './bars/TopBar.tsx';
import { CloseGuard } from './CloseGuard.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeySheet } from './keys/KeySheet.tsx';
import { useKeyDispatch } from './keys/use-key-dispatch.ts';
import { keepPaneWidth, usePaneWidths } from './look/use-pane-widths.ts';
import { useTheme } from './look/use-theme.ts';
import { Palette } from './palette/Palette.tsx';
import styles from './shell.module.css';
import { SoughtMarks } from './sought/SoughtMarks.tsx';
import { TourBanner } from './tour/TourBanner.tsx';
import { UndoHistory } from './undo/UndoHistory.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useFileDrop, useHandedFiles } from './use-file-drop.ts';
import { ViewOfPlace } from './ViewOfPlace.tsx';

const showsPassages = (view: ViewId): boolean =>
  view === 'articles' || view === 'passages' || view === 'memos';

/** The window: bar, rail, the view of the place, status. */
export const App = () => {
  const place = usePlace();
  const visit = useNavigation((state) => state.visit);
  const { open, close } = useAppCommands();
  const isDropping = useFileDrop();
  useHandedFiles();
  useKeyDispatch();
  useTheme();
  usePaneWidths();
  const covers = place.view === 'articles' ? 'margin' : 'side';
  return (
    <div className={styles.shell}>
      <TopBar />
      <div className={styles.banners}>
        <UnsavedBanner />
        <FaultBanner />
        <TourBanner />
      </div>
      <div className={styles.body}>
        <Rail />
        <main ref={useFocusTarget('view')} className={styles.main}>
          <ErrorBoundary resetKey={`${place.view} ${visit}`}>
            <KeepPaneWidth value={keepPaneWidth}>
              <ViewOfPlace place={place} visit={visit} />
            </KeepPaneWidth>
          </ErrorBoundary>
          {showsPassages(place.view) && <RelatedPane covers={covers} />}
          <PadPane covers={covers} />
        </main>
      </div>
      <StatusBar />
      <ImportProgress />
      <OcrProgress />
      <BulkProgress />
      <ExchangeProgress />
      <BackupProgress />
      <PrintProgress />
      <CloseGuard />
      <ContextMenu />
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'keys' && <KeySheet onClose={close} />}
      {open === 'history' && <UndoHistory onClose={close} />}
      {open === 'new-memo' && <NewMemoDialog articleId={place.articleId} onClose={close} />}
      <SoughtMarks />
      <MemoPicker />
      <CitationChoice />
      <LinkDialog />
      <UnlinkDialog />
      <ChosenDialog />
      <PasswordDialog />
      <BackupDialogs />
      <CheckDialog />
      <EncryptionDialogs />
      <BroughtDialog />
      <OutDialog />
      <CoderDialog />
      <PrintLayer />
      {isDropping && <div className={styles.dropping}>Drop to import</div>}
    </div>
  );
};
