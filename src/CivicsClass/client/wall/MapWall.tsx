import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WallDebate, WallView } from '../contract';
import { MapPicture } from '../debates/MapPicture';

/** Of the font, so that the words of the map grow with the wall; heads and legend take the rest. */
const LINE_REM = 6.4, AROUND_REM = 6.6;

/** Who answers whom, as large as the wall has room for: with few arguments their claims, with many their shapes. */
export function MapWall({ view, debate }: { view: WallView; debate: WallDebate }) {
  const room = useRef<HTMLDivElement>(null);
  const [{ width, height }, measure] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = room.current!;
    const look = () => measure({ width: box.clientWidth, height: box.clientHeight });
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (
    <>
      <h1 class="prompt">{debate.prompt}</h1>
      <div class="mapWall" ref={room}>
        {width > 0 && height > 0 && <MapPicture lesson={view} board={debate} width={width} height={Math.max(1, height - AROUND_REM * rem)} line={LINE_REM * rem} />}
      </div>
    </>
  );
}
