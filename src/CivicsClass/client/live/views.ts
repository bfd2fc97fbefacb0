import { mergePatch } from './mergePatch';

/** The epoch rises when a server loads the session; n counts changes within it. */
export type Version = readonly [epoch: number, n: number];
export type Versions = Record<string, Version>;

export interface Patch {
  audience: string;
  from: Version;
  to: Version;
  patch: unknown;
}

export interface Entered {
  version: Version;
  view?: unknown;
}

export function isSame(a: Version | undefined, b: Version): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Whether `b` is something that a holder of `a` has not seen. */
export function isNews(a: Version | undefined, b: Version): boolean {
  return a === undefined || a[0] !== b[0] || b[1] > a[1];
}

/** The views as held by this page. Patches that arrive while the page asks for whole views wait until those are there. */
export class Views {
  private readonly held = new Map<string, { version: Version; view: unknown }>();
  private waiting: Patch[] = [];
  private entering = false;

  get(audience: string): unknown {
    return this.held.get(audience)?.view;
  }

  have(): Versions {
    return Object.fromEntries([...this.held].map(([audience, { version }]) => [audience, version]));
  }

  holdBack(): void {
    this.entering = true;
  }

  /** @returns whether the page must ask for the whole view again. */
  receive(patch: Patch): 'applied' | 'known' | 'held' | 'gap' {
    if (this.entering) {
      this.waiting.push(patch);
      return 'held';
    }
    const held = this.held.get(patch.audience);
    if (held && !isNews(held.version, patch.to)) return 'known';
    if (!held || !isSame(held.version, patch.from)) return 'gap';
    this.held.set(patch.audience, { version: patch.to, view: mergePatch(held.view, patch.patch) });
    return 'applied';
  }

  /** Takes the answer to Enter, then the patches that waited for it. @returns whether a gap is left. */
  entered(views: Record<string, Entered>): boolean {
    for (const [audience, { version, view }] of Object.entries(views))
      if (view !== undefined) this.held.set(audience, { version, view });
    this.entering = false;
    const waiting = this.waiting;
    this.waiting = [];
    return waiting.map((patch) => this.receive(patch)).includes('gap');
  }

  /** The connection went: what waited belonged to it. */
  forgetWaiting(): void {
    this.waiting = [];
  }

  isBehind(versions: Versions): boolean {
    return Object.entries(versions).some(([audience, version]) => this.held.has(audience) && isNews(this.held.get(audience)?.version, version));
  }
}
