import { HARD_CAP, room, tooLong } from './limit';

/** How much of its room a text takes, once that matters. */
export function Room({ id, text, max, wasCut }: { id: string; text: string; max: number; wasCut: boolean }) {
  const says = room(text, max);
  return (
    <>
      {says && (
        <p class={tooLong(text, max) ? 'error' : 'small'} id={id}>
          {says}
        </p>
      )}
      {wasCut && (
        <p class="error" role="alert">
          Only the first {HARD_CAP.toLocaleString('en')} characters fit here. The rest was left out.
        </p>
      )}
    </>
  );
}
