import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '../ui/base.css';
import '../ui/looks.css';
import { type FormEvent, StrictMode, useState, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import type { LockBridge, LockTold, LockView } from '#domain/contract/lock-bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { ProgressBar } from '#renderer/ui/signs/progress.tsx';
import styles from './lock.module.css';

const root = document.getElementById('root');

type ViewOf<Is extends LockView['kind']> = Extract<LockView, { readonly kind: Is }>;

const Question = ({ refusal, archive }: Pick<ViewOf<'asking'>, 'refusal'> & Pick<LockTold, 'archive'>) => {
  const [typed, setTyped] = useState('');
  const [isShown, setShown] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === '') return;
    setTyped('');
    window.precisLock.answer({ kind: 'passphrase', passphrase: typed });
  };
  return (
    <form onSubmit={submit} className={styles.fields}>
      <p>
        Enter the passphrase to open “<bdi>{archive}</bdi>”.
      </p>
      <TextField
        label="Passphrase"
        type={isShown ? 'text' : 'password'}
        autoFocus
        autoComplete="off"
        // What was refused may be typed again: only main knows whether it is right.
        validationBehavior="aria"
        value={typed}
        onChange={setTyped}
        {...(refusal === null ? {} : { error: `${refusal.happened} ${refusal.advice}` })}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="primary" isDisabled={typed === ''}>
          Unlock
        </Button>
        <Button onPress={() => setShown(!isShown)}>{isShown ? 'Hide passphrase' : 'Show passphrase'}</Button>
        <Button variant="quiet" onPress={() => window.precisLock.answer({ kind: 'other-archive' })}>
          Another archive…
        </Button>
      </div>
    </form>
  );
};

/** Cancels once: main gets it between two files, and first syncs what it has written. */
const CancelButton = ({ name, cancelling }: { readonly name: string; readonly cancelling: string }) => {
  const [isCancelling, setCancelling] = useState(false);
  // It keeps the focus, and its new name is announced.
  const cancel = (): void => {
    if (isCancelling) return;
    setCancelling(true);
    window.precisLock.answer({ kind: 'cancel' });
  };
  return (
    <div className={styles.acts}>
      <Button onPress={cancel}>{isCancelling ? cancelling : name}</Button>
    </div>
  );
};

const Conversion = ({ to, done, total, course }: Omit<ViewOf<'converting'>, 'kind'>) => (
  <div className={styles.fields}>
    <ProgressBar
      label={to === 'encrypted' ? 'Encrypting files' : 'Decrypting files'}
      done={done}
      total={total}
    />
    <p className={styles.quiet}>
      You can quit at any time. Precis continues when you open the archive again.
    </p>
    {course === 'begun' && <CancelButton name="Cancel and undo" cancelling="Cancelling…" />}
  </div>
);

const Merge = ({ step, done, total }: Omit<ViewOf<'merging'>, 'kind'>) => (
  <div className={styles.fields}>
    <ProgressBar
      label={step === 'merging' ? 'Merging both sides' : 'Writing the merged files'}
      done={done}
      total={total}
    />
    <p className={styles.quiet}>
      {step === 'merging'
        ? 'No file has been changed yet.'
        : 'Your changes since Git stopped are set aside. You will see a list of them.'}
    </p>
    {step === 'merging' && <CancelButton name="Cancel" cancelling="Cancelling…" />}
  </div>
);

declare global {
  interface Window {
    readonly precisLock: LockBridge;
  }
}

let told: LockTold = { archive: '', view: { kind: 'opening' } };
const listeners = new Set<() => void>();
window.precisLock.onView((next) => {
  told = next;
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The state that main wants shown. */
const useLockTold = (): LockTold => useSyncExternalStore(subscribe, () => told);

const Finishing = () => (
  <div className={styles.fields}>
    <p role="status">An import, an export or other work is still running. Precis locks when it is done.</p>
    <p className={styles.quiet}>If you lock now, finished parts stay and the rest is left out.</p>
    <CancelButton name="Lock now" cancelling="Locking…" />
  </div>
);

const Shown = ({ view, archive }: LockTold) => {
  if (view.kind === 'asking') return <Question refusal={view.refusal} archive={archive} />;
  if (view.kind === 'converting') return <Conversion {...view} />;
  if (view.kind === 'merging') return <Merge {...view} />;
  if (view.kind === 'finishing') return <Finishing />;
  return <p role="status">Opening the archive…</p>;
};

/** By the target state of the files. */
const conversions = {
  encrypted: {
    begun: 'Encrypting the archive',
    undone: 'Encrypting the archive again',
    resumed: 'Finishing the encryption',
  },
  clear: {
    begun: 'Decrypting the archive',
    undone: 'Decrypting the archive',
    resumed: 'Finishing the decryption',
  },
} as const;

const headingOf = (view: LockView): string => {
  if (view.kind === 'merging') return 'Merging the archive';
  if (view.kind === 'finishing') return 'Locking Precis';
  return view.kind === 'converting' ? conversions[view.to][view.course] : 'Precis is locked';
};

/**
 * The window shown in place of an archive that is not open: it knows the name of its folder and none of its content.
 */
const LockScreen = () => {
  const { view, archive } = useLockTold();
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <header>
          {view.kind !== 'asking' && archive !== '' && (
            <p className={styles.quiet} dir="auto">
              {archive}
            </p>
          )}
          <h1>{headingOf(view)}</h1>
        </header>
        <Shown view={view} archive={archive} />
      </div>
    </main>
  );
};

if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-GB">
        <LockScreen />
      </I18nProvider>
    </StrictMode>,
  );
}
