import type { MyView } from '../contract';
import type { CameBack as Post } from './news';

const SAYS = { returned: 'Your teacher sent a post back to you.', removed: 'Your teacher removed a post of yours.' };

/** Posts that came back while their author looks at something else. It was said aloud already, so this is no status. */
export function CameBack({ posts, me, look, read }: { posts: readonly Post[]; me: MyView; look: (step: string) => void; read: () => void }) {
  const post = posts.at(-1);
  if (!post) return null;
  const mine = me.steps[post.step];
  const claim = mine?.kind === 'debate' ? mine.mine[post.argument]?.card.claim : undefined;
  return (
    <div class="notice came-back">
      <p>{posts.length > 1 ? <strong>{posts.length} of your posts came back.</strong> : <><strong>{SAYS[post.as]}</strong> “{claim}”</>}</p>
      <p class="row">
        <button type="button" class="primary" onClick={() => look(post.step)}>
          Look at it
        </button>
        <button type="button" onClick={read}>
          Got it
        </button>
      </p>
    </div>
  );
}
