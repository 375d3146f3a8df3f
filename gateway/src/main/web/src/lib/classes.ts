/** The name, colour and shape of each class. The shapes differ too, so that no one needs colours to tell classes apart. */

export interface ClassLook {
  /** CSS custom property of its colour */
  colour: string;
  /** SVG path around the origin, about 2 wide */
  path: string;
  plural: string;
}

const CIRCLE = 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z';
const STAR = 'M0 -1.35 .32 -.42 1.28 -.42 .51 .16 .8 1.09 0 .53 -.8 1.09 -.51 .16 -1.28 -.42 -.32 -.42Z';
const DIAMOND = 'M0 -1.3 1.05 0 0 1.3 -1.05 0Z';
const TRIANGLE = 'M0 -1.2 1.15 .85 -1.15 .85Z';
const SQUARE = 'M-.9 -.9H.9V.9H-.9Z';
const CROSS = 'M-.35 -1.1H.35V-.35H1.1V.35H.35V1.1H-.35V.35H-1.1V-.35H-.35Z';

const KNOWN: Record<string, ClassLook> = {
  AGN: { colour: '--agn', path: CIRCLE, plural: 'active galaxies' },
  Star: { colour: '--star', path: STAR, plural: 'stars' },
  XRB: { colour: '--xrb', path: DIAMOND, plural: 'X-ray binaries' },
  CV: { colour: '--cv', path: TRIANGLE, plural: 'cataclysmic variables' },
};

/** The order of classes in every list. Classes of other taxonomies follow by name. */
export const CLASSES = Object.keys(KNOWN);

export function look(name: string): ClassLook {
  const known = KNOWN[name];
  if (known) {
    return known;
  }
  const odd = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 1;
  return { colour: odd ? '--other-1' : '--other-2', path: odd ? SQUARE : CROSS, plural: name };
}

export function inOrder(names: Iterable<string>): string[] {
  const place = (name: string) => (CLASSES.includes(name) ? CLASSES.indexOf(name) : CLASSES.length);
  return [...names].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}
