import { useEffect, useRef } from 'preact/hooks';

/** Long enough to be read out; afterwards nobody should come upon old news. */
const STANDS_MS = 7000;
/** A region must stand for a moment before what is put into it is heard. */
const SETTLES_MS = 100;

let speak: ((text: string) => void) | undefined;

/** Says something to those who listen to the page, without moving focus. */
export function announce(text: string): void {
  speak?.(text);
}

/** Mounted once per page. Behind an open dialog nothing is heard, so the region moves into the topmost one; a new paragraph each time, so that
 * the same words twice are heard twice. */
export function Announcer() {
  const home = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const region = document.createElement('div');
    region.className = 'unseen';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    home.current!.append(region);
    let silence: ReturnType<typeof setTimeout>;
    let standsAt = 0;
    speak = (text) => {
      const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? home.current!;
      if (region.parentNode !== place) {
        region.replaceChildren();
        place.append(region);
        standsAt = Date.now() + SETTLES_MS;
      }
      const words = document.createElement('p');
      words.textContent = text;
      setTimeout(() => region.replaceChildren(words), Math.max(0, standsAt - Date.now()));
      clearTimeout(silence);
      silence = setTimeout(() => region.replaceChildren(), STANDS_MS);
    };
    return () => {
      speak = undefined;
      clearTimeout(silence);
      region.remove();
    };
  }, []);
  return <div ref={home} />;
}
