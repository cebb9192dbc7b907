import type { MemoId } from '#domain/ids.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import styles from './figure.module.css';

export type FigurePictureProps = { readonly memoId: MemoId; readonly attrs: FigureAttrs };

/** The picture of a figure about as large as it is printed; one that is missing says so. */
export const FigurePicture = ({ memoId, attrs }: FigurePictureProps) => {
  const { sha256, format, width, height, size, alt } = attrs;
  const answer = useQueryOnce('memo:figure', { memoId, picture: { sha256, format } });
  const room = { aspectRatio: `${width} / ${height}`, ...(size === 'natural' ? { inlineSize: width } : {}) };
  if (answer === null) return <div className={styles.picture} data-size={size} style={room} />;
  const base64 = answer.ok ? answer.value.base64 : null;
  return base64 === null ? (
    <p className={styles.missing} role="alert">
      The picture is missing: <code>{`${sha256.slice(0, 12)}….${format}`}</code> is not in the folder of the
      memo, or is another file.
    </p>
  ) : (
    <img
      className={styles.picture}
      data-size={size}
      style={room}
      src={`data:${mediaTypeOf[format]};base64,${base64}`}
      alt={alt.trim() === '' ? 'A picture, not described yet' : alt}
      draggable={false}
    />
  );
};
