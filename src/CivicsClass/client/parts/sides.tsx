import type { PositionView } from '../contract';

/** The class that carries a position's colour; it follows the shape, whatever order the positions stand in. */
export function sideClass(position: PositionView | undefined): string {
  return position === undefined ? '' : position.shape === 'diamond' ? 'side-a' : 'side-b';
}

/** A diamond or a circle; never without the position's name beside it. */
export function Sign() {
  return <span class="sign" aria-hidden="true" />;
}

/** A position's short name with its sign and colour. A text of neither side has no position. */
export function SideTag({ position, children }: { position: PositionView | undefined; children?: preact.ComponentChildren }) {
  return (
    <span class={`tag ${sideClass(position)}`}>
      {position && <Sign />}
      <span>
        {position?.short ?? 'Background'}
        {children}
      </span>
    </span>
  );
}
