import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './settings.module.css';

export type ReadingSizeProps = { readonly sizePx: number; readonly onChange: (sizePx: number) => void };

const SMALLEST_PX = 14;
const LARGEST_PX = 28;

/** The size of the reading text, with a line of it. */
export const ReadingSize = ({ sizePx, onChange }: ReadingSizeProps) => (
  <div className={styles.reading}>
    <Slider
      className={joinClasses(styles.slider)}
      minValue={SMALLEST_PX}
      maxValue={LARGEST_PX}
      defaultValue={sizePx}
      onChangeEnd={onChange}
    >
      <div className={styles.sliderHead}>
        <Label>Size of the text</Label>
        <SliderOutput>{({ state }) => `${state.getThumbValue(0)} px`}</SliderOutput>
      </div>
      <SliderTrack className={joinClasses(styles.track)}>
        <SliderThumb className={joinClasses(styles.thumb)} />
      </SliderTrack>
    </Slider>
    <p className={styles.specimen} style={{ fontSize: `${sizePx}px` }}>
      What crosses is machine tools, chips and other goods with two uses.
    </p>
  </div>
);
