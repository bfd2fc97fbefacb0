/** A count of the class with its bar. Nobody is named and nobody is last. */
export function Meter({ done, of, words }: { done: number; of: number; words: string }) {
  const all = Math.max(of, done);
  const percent = all > 0 ? Math.round((100 * done) / all) : 0;
  return (
    <div class="meter">
      <p><b>{done}</b> of {all} {words}</p>
      <div class="bar" aria-hidden="true"><i style={{ width: `${percent}%` }} /></div>
    </div>
  );
}
