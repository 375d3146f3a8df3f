import type { Mention } from '../api';

/** A piece of a text: plain, or the name of a source with a link to it. */
export interface Piece {
  text: string;
  address?: string;
  /** whether the address is one of these pages */
  ours?: boolean;
}

/** VizieR tables of the catalogues whose names SIMBAD knows only in part. */
const TABLES: Record<string, string> = { swift: 'IX/58', erosita: 'J/A+A/682/A34', wise: 'II/328' };
const PLACE = /J(\d\d)(\d\d)(\d\d\.\d+)([+-]\d\d)(\d\d)(\d\d(?:\.\d+)?)$/;
const VIZIER_RADIUS_ARCSEC = 10;

export function pieces(text: string, mentions: Mention[]): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const mention of mentions) {
    found.push({ text: text.slice(end, mention.offset) });
    end = mention.offset + mention.length;
    found.push({ text: text.slice(mention.offset, end), ...destination(mention) });
  }
  found.push({ text: text.slice(end) });
  return found.filter(piece => piece.text !== '');
}

function destination({ kind, name }: Mention): { address: string; ours: boolean } {
  if (kind === 'source') {
    return { address: `/sources/${encodeURIComponent(name)}`, ours: true };
  }
  if (kind === 'lynceus') {
    return { address: `/?${new URLSearchParams({ name })}`, ours: true };
  }
  const table = TABLES[kind];
  const place = PLACE.exec(name);
  return {
    address:
      table && place
        ? `https://vizier.cds.unistra.fr/viz-bin/VizieR-4?${new URLSearchParams({
            '-source': table,
            '-c': place.slice(1).join(' '),
            '-c.rs': String(VIZIER_RADIUS_ARCSEC),
          })}`
        : `https://simbad.cds.unistra.fr/simbad/sim-id?${new URLSearchParams({ Ident: name })}`,
    ours: false,
  };
}
