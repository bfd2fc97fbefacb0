import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClassView, MyView } from '../contract';
import { announce } from '../parts/Announcer';
import { news, stillBack, type CameBack } from './news';

/** Says what happens, and keeps the posts that came back until `isInSight`, or until the student has read of them. */
export function useNews(lesson: ClassView, me: MyView, isInSight: (post: CameBack) => boolean) {
  const before = useRef({ class: lesson, my: me });
  const [back, keep] = useState<CameBack[]>([]);
  useEffect(() => {
    const now = { class: lesson, my: me };
    const fresh = news(before.current, now);
    before.current = now;
    if (fresh.length === 0) return;
    announce(fresh.map(({ says }) => says).join(' '));
    keep((known) => [...known, ...fresh.flatMap(({ cameBack }) => cameBack ?? [])]);
  }, [lesson, me]);

  const unseen = stillBack(back, me).filter((post) => !isInSight(post));
  useEffect(() => {
    const seen = back.filter((post) => !unseen.includes(post));
    if (seen.length > 0) keep((known) => known.filter((post) => !seen.includes(post)));
  });
  return { cameBack: unseen, read: () => keep([]) };
}
