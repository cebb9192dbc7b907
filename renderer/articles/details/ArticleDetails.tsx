import { FilePlus2, Trash2 } from 'lucide-react';
import { missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { importNewVersion } from '#renderer/parts/article/imports.ts';
import { BibliographyFields } from '#renderer/parts/bibliography/BibliographyFields.tsx';
import { useKnownOffers } from '#renderer/parts/bibliography/use-known-names.ts';
import { MarkingPicker } from '#renderer/parts/marking/MarkingPicker.tsx';
import { SourcePicker } from '#renderer/parts/source/SourcePicker.tsx';
import { TagPicker } from '#renderer/parts/tag/TagPicker.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { SheetHead } from '#renderer/ui/overlays/SheetHead.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { ArticleNote } from './ArticleNote.tsx';
import styles from './details.module.css';
import { EventDates } from './EventDates.tsx';
import { Provenance } from './Provenance.tsx';
import { SameText } from './SameText.tsx';

export type ArticleDetailsProps = { readonly articleId: ArticleId; readonly onClose: () => void };

const DetailsOf = ({ article, about }: OpenArticle) => {
  const articleId = article.id;
  const bibliography = effectiveBibliography(article, about);
  const missingFields = missingForCitation(bibliography);
  const offersOf = useKnownOffers();
  return (
    <>
      {missingFields.length > 0 && (
        <p className={styles.missing}>
          <Badge>Citation incomplete</Badge> Missing: {printMissingFields(missingFields)}.
        </p>
      )}
      <SameText articleId={articleId} />
      <section>
        <h3>Bibliography</h3>
        <BibliographyFields
          articleId={articleId}
          bibliography={bibliography}
          found={article.found}
          offersOf={offersOf}
          onChange={async (corrections) => (await act('article:correct', { articleId, corrections })).ok}
        />
      </section>
      <section className={styles.stack}>
        <h3>Yours</h3>
        <SourcePicker
          label="Publication"
          sourceId={about.publicationId}
          newKinds={['publication']}
          onChange={(publicationId) => void act('article:set-publication', { articleId, publicationId })}
        />
        <MarkingPicker
          label="Marking received"
          value={about.marking}
          onChange={(marking) => void act('article:set-marking', { articleId, marking })}
        />
        <div>
          <div className={styles.label}>Tags</div>
          <TagPicker
            tagIds={about.tagIds}
            onChange={(tagIds) => void act('article:set-tags', { articleId, tagIds: [...tagIds] })}
          />
        </div>
        <EventDates articleId={articleId} eventDates={about.eventDates} />
        <ArticleNote articleId={articleId} note={about.note} />
      </section>
      <Provenance article={article} />
      <Button onPress={() => void importNewVersion(articleId)}>
        <FilePlus2 size={14} aria-hidden /> Import a new version…
      </Button>
      <Button variant="danger" onPress={() => runCommand('article.delete')}>
        <Trash2 size={14} aria-hidden /> Move the article to trash
      </Button>
    </>
  );
};

/** All that is said of an article as a whole. The text is fixed; everything here may be corrected. */
export const ArticleDetails = ({ articleId, onClose }: ArticleDetailsProps) => {
  const { data } = useQuery('article:open', { articleId });
  return (
    <div className={styles.details}>
      <SheetHead title="Article details" onClose={onClose} />
      {data !== undefined && <DetailsOf key={articleId} {...data} />}
    </div>
  );
};
