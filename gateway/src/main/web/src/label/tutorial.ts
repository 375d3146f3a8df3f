/** Progress of a volunteer in the tutorial: ten known sources, which can be left and resumed at any time. */

export const LENGTH = 10;
/** The first sources come with a tip on what to look at; this many of them. */
export const TIPS = 4;

const KEY = 'lynceus-tutorial';

export interface Progress {
  user: string;
  /** whether the volunteer is in the tutorial now */
  active: boolean;
  answered: number;
  right: number;
}

export function fresh(user: string, active = false): Progress {
  return { user, active, answered: 0, right: 0 };
}

/** The stored progress, if it belongs to this volunteer. */
export function restored(kept: string | null, user: string): Progress {
  try {
    const progress = JSON.parse(kept ?? '') as Progress;
    return progress.user === user ? progress : fresh(user);
  } catch {
    return fresh(user);
  }
}

export function afterAnswer(progress: Progress, right: boolean): Progress {
  return { ...progress, answered: progress.answered + 1, right: progress.right + (right ? 1 : 0) };
}

export function finished({ answered }: Progress): boolean {
  return answered >= LENGTH;
}

export function remembered(user: string): Progress {
  return restored(localStorage.getItem(KEY), user);
}

export function remember(progress: Progress): void {
  localStorage.setItem(KEY, JSON.stringify(progress));
}
