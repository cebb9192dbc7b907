import { useState } from 'react';
import {
  type DescribedProgram,
  describedProgramSchema,
  MAX_TRIED,
  type ShownProgram,
  translationCancel,
  translationChooseProgram,
  translationDescribeProgram,
  translationForgetProgram,
  translationProgram,
  translationTryProgram,
} from '#domain/contract/translation-program.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { LanguageField } from '#renderer/parts/translation/LanguageField.tsx';
import { attributesOfLanguage } from '#renderer/parts/translation/translations.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { Line, Part } from '../Part.tsx';
import styles from '../settings.module.css';

const isolationWords = {
  namespace: 'It runs without a network: Linux takes it away from the program.',
  'sandbox-exec': 'It runs without a network: macOS takes it away from the program.',
  none: 'This system can’t take the network from a program. What you translate leaves this computer if the program sends it.',
} as const satisfies Readonly<Record<ShownProgram['isolation'], string>>;

const choose = (): void => void act(translationChooseProgram, {});

const change = async (program: ShownProgram, changed: Partial<DescribedProgram>): Promise<boolean> => {
  const { name, version, arguments: line, limitSeconds, language } = program;
  const said = { name, version, arguments: line, limitSeconds, language, ...changed };
  return (await act(translationDescribeProgram, said)).ok;
};

const secondsIn = (typed: string): number | null => {
  const seconds = Number(typed.trim());
  return describedProgramSchema.shape.limitSeconds.safeParse(seconds).data ?? null;
};

type ProgramProps = { readonly program: ShownProgram };

/** How the program is run, and the name shown with its translations. */
const ProgramFields = ({ program }: ProgramProps) => (
  <div className={styles.narrow}>
    <CommitField
      label="Name"
      hint="Kept with each paragraph that it translates."
      value={program.name}
      validate={(text) => (text === '' ? 'Enter a name' : undefined)}
      onCommit={(name) => change(program, { name })}
    />
    <CommitField
      label="Version"
      value={program.version}
      onCommit={(version) => change(program, { version })}
    />
    <CommitField
      label="Arguments"
      hint="{from} and {to} stand for the language codes, such as de and en."
      value={program.arguments}
      onCommit={(line) => change(program, { arguments: line })}
    />
    <CommitField
      label="Time limit for a paragraph, in seconds"
      value={`${program.limitSeconds}`}
      validate={(text) => (secondsIn(text) === null ? 'From 1 to 3600' : undefined)}
      onCommit={(text) => change(program, { limitSeconds: secondsIn(text) ?? program.limitSeconds })}
    />
  </div>
);

type Tried = { readonly text: string; readonly tookMs: number };

/** Translates a test sentence, so that the program is known to work before an article depends on it. */
const TryProgram = ({ program }: ProgramProps) => {
  const { spelling } = useSettings();
  const [text, setText] = useState('Der zweite Scanner ist bestellt. Wann er kommt, sagt niemand.');
  const [from, setFrom] = useState<string | null>('de');
  const [to, setTo] = useState<string | null>(program.language ?? spelling.language.split('-')[0] ?? 'en');
  const [isTrying, setIsTrying] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const run = async (): Promise<void> => {
    if (from === null || to === null) return;
    setTried(null);
    setIsTrying(true);
    const answer = await act(translationTryProgram, { text, from, to });
    setIsTrying(false);
    if (answer.ok) setTried(answer.value);
  };
  const changeTo = (language: string | null): void => {
    setTo(language);
    if (language !== null) void change(program, { language });
  };
  return (
    <div className={styles.narrow}>
      <LanguageField label="From" value={from} onChange={setFrom} />
      <LanguageField label="Into" value={to} onChange={changeTo} />
      <TextArea label="Text to try" rows={3} value={text} maxLength={MAX_TRIED} onChange={setText} />
      <div className={styles.acts}>
        <Button
          isDisabled={isTrying || text.trim() === '' || from === null || to === null}
          onPress={() => void run()}
        >
          Try it
        </Button>
        {isTrying && <Button onPress={() => void act(translationCancel, {})}>Cancel</Button>}
      </div>
      <div role="status" aria-label="What the program translated">
        {isTrying && 'Translating…'}
        {tried !== null && (
          <>
            <p {...attributesOfLanguage(to ?? 'en', tried.text)}>{tried.text}</p>
            <p className={styles.quiet}>{(tried.tookMs / 1000).toFixed(1)} seconds</p>
          </>
        )}
      </div>
    </div>
  );
};

/** The analyst's own translation program: which it is, how it is run, and whether it works. */
export const TranslationPart = () => {
  const { data: program } = useQuery(translationProgram, {});
  if (program === undefined) return null;
  if (program === null)
    return (
      <Part>
        <Line
          title="Translation program"
          help="Precis includes none. Choose a program on this computer that reads text and writes its translation. Articles then offer to translate with it."
        >
          <Button onPress={choose}>Choose a program…</Button>
        </Line>
      </Part>
    );
  return (
    <>
      <Part>
        <Line title={`${program.name} ${program.version}`.trim()} help={program.path}>
          <div className={styles.acts}>
            <Button onPress={choose}>Change…</Button>
            <Button onPress={() => void act(translationForgetProgram, {})}>Remove</Button>
          </div>
        </Line>
        <p className={program.isolation === 'none' ? styles.warn : styles.quiet}>
          {isolationWords[program.isolation]}
        </p>
        <ProgramFields program={program} />
      </Part>
      <Part title="Try it">
        <TryProgram key={program.path} program={program} />
      </Part>
    </>
  );
};
