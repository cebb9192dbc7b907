import { Ellipsis, Languages } from 'lucide-react';
import { hasWords, textBlockText } from '#domain/article/body/canonical-text.ts';
import type { TranslationId } from '#domain/ids.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { sayExtent, sayTranslation } from '#renderer/parts/translation/translations.ts';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { useTranslationView } from '#renderer/window/side-panes.ts';
import { useToday } from '#renderer/window/today.ts';
import { useReader } from '../state/reader-context.ts';
import { translateByMachine, useTranslationProgram } from './translate-by-machine.ts';
import styles from './translation.module.css';
import type { OpenTranslation } from './use-open-translation.ts';

const ways = [
  { id: 'original', name: 'Original' },
  { id: 'beside', name: 'Beside' },
  { id: 'below', name: 'Below' },
] as const;
type Way = (typeof ways)[number]['id'];

const showAs = (way: Way): void =>
  useTranslationView.setState(way === 'original' ? { isWanted: false } : { isWanted: true, place: way });

/** The current translation; a choice if the article has several. */
const Chosen = ({ all, chosen, choose }: OpenTranslation) => {
  const today = useToday();
  if (all.translations.length > 1)
    return (
      <Select<TranslationId>
        label="Translation"
        isLabelHidden
        isBare
        value={chosen.id}
        options={all.translations.map((each) => ({ id: each.id, name: sayTranslation(each, today) }))}
        onChange={choose}
      />
    );
  const [language, ...rest] = sayTranslation(chosen, today).split(', ');
  return (
    <span>
      <b>{language}</b>, {rest.join(', ')}
    </span>
  );
};

/** Above the text of an article with translations: whose is shown, how complete it is, and where it is placed. */
export const TranslationHead = ({ open }: { readonly open: OpenTranslation | null }) => {
  if (open === null) return null;
  return <Head open={open} />;
};

/** Has the program translate the remaining paragraphs; null if no program is set, or none remain. */
const useRest = ({ all, chosen }: OpenTranslation) => {
  const { article } = useReader();
  const program = useTranslationProgram();
  const translated = new Set(chosen.paragraphs.map(({ block }) => block));
  if (program === null || translated.size >= all.blockCount) return null;
  const { articleId, id: translationId, language } = chosen;
  const run = (): void => {
    const blocks = article.spans.flatMap(({ block }, at) =>
      hasWords(textBlockText(block)) && !translated.has(at) ? [at] : [],
    );
    if (blocks.length > 0) void translateByMachine({ articleId, translationId, language, blocks });
  };
  return { name: `Translate the rest with ${program.name}`, run };
};

const Head = ({ open }: { readonly open: OpenTranslation }) => {
  const { all, chosen, place, hasRoom } = open;
  const rest = useRest(open);
  return (
    <div className={styles.head} data-place={place ?? undefined}>
      <span className={styles.way}>
        <Segments
          label="Translation"
          segments={hasRoom ? ways : ways.filter(({ id }) => id !== 'beside')}
          value={place ?? 'original'}
          onChange={showAs}
        />
        <CommandKbd command="translation.show" />
      </span>
      <span className={styles.whose}>
        <Languages size={14} strokeWidth={1.75} aria-hidden />
        <Chosen {...open} />
        <span className={styles.extent} title={sayExtent(chosen, all.blockCount)}>
          {place === 'beside'
            ? `${chosen.paragraphs.length.toLocaleString('en-GB')} of ${all.blockCount.toLocaleString('en-GB')}`
            : sayExtent(chosen, all.blockCount)}
        </span>
        <Menu
          label="Translation"
          trigger={<IconButton icon={Ellipsis} label="Acts on the translation" isSmall />}
          entries={[
            { id: 'add', name: 'Add a translation…', run: () => runCommand('translation.add') },
            {
              id: 'edit',
              name: 'Translate this paragraph',
              keys: '↵',
              run: () => runCommand('translation.edit'),
            },
            ...(rest === null ? [] : [{ id: 'rest', ...rest }]),
            { id: 'change', name: 'Language and translator…', run: () => runCommand('translation.change') },
            'separator',
            {
              id: 'delete',
              name: 'Move to trash',
              isDangerous: true,
              run: () => runCommand('translation.delete'),
            },
          ]}
        />
      </span>
    </div>
  );
};
