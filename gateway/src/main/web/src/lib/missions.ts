/** The missions that the suite knows, as missions.yaml describes them. */

import { call } from './api';

export interface MissionBand {
  name: string;
  low_kev: number;
  high_kev: number;
}

export interface Mission {
  /** the name that people are shown */
  name: string;
  names: string[];
  /** names of the instruments meant; empty for all of the mission */
  instruments: string[];
  bands: MissionBand[];
  error_containment: number;
  mean_epoch_year: number;
  epoch_spread_years: number;
  photon_index: number;
  /** usual position error [arcsec]; absent where none is given */
  usual_error_arcsec?: number;
}

/** Stands for the first mission until the suite has answered. */
export const NONE_YET: Mission = {
  name: '', names: [], instruments: [], bands: [], error_containment: 0.95, mean_epoch_year: 2000, epoch_spread_years: 0, photon_index: 1.7,
};

let asked: Promise<Mission[]> | undefined;

/** They change with a restart of the suite only, so they are asked for once. */
export function missions(): Promise<Mission[]> {
  if (!asked) {
    asked = call<{ missions: Mission[] }>('missions').then(answer => answer.missions);
    asked.catch(() => (asked = undefined));
  }
  return asked;
}

/** Their names, each once; none where the suite does not answer. */
export async function missionNames(): Promise<string[]> {
  const known = await missions().catch(() => []);
  return [...new Set(known.map(({ name }) => name))];
}

/** A mission's name, with its instrument where another has the same name. */
export function titleOf(mission: Mission, known: Mission[]): string {
  const shared = known.some(other => other !== mission && other.name === mission.name);
  return shared && mission.instruments[0] ? `${mission.name} ${mission.instruments[0]}` : mission.name;
}
