import type { ClassView } from '../contract';
import type { Posts, RefusedPost } from './posts';

/** Posts that the server refused after their form was left, wherever the student is now. */
export function Refusals({ lesson, posts, onForm, goOn }: { lesson: ClassView; posts: Posts; onForm: string | undefined; goOn: (post: RefusedPost) => void }) {
  return (
    <div role="status">
      {posts.refused
        .filter(({ field }) => field !== onForm)
        .map((post) => (
          <div key={post.field} class="error-box refusal">
            <p>
              <strong>Your post was not taken.</strong> {post.sentence}
            </p>
            <p class="row">
              {lesson.phase === 'running' && lesson.steps[post.step]?.status === 'open' && (
                <button type="button" class="primary" onClick={() => goOn(post)}>
                  Go on writing
                </button>
              )}
              <button type="button" onClick={() => posts.read(post.field)}>
                Got it
              </button>
            </p>
          </div>
        ))}
    </div>
  );
}
