/** The missions that the suite knows, as missions.yaml describes them. */

import type { ListMissionsData, ListMissionsResponse, Mission } from '../api';
import { request } from './request';

/** Stands for the first mission until the suite has answered. */
export const NONE_YET: Mission = {
  name: '', names: [], instruments: [], bands: [], error_containment: 0.95, mean_epoch_year: 2000, epoch_spread_years: 0, photon_index: 1.7,
};

let requested: Promise<Mission[]> | undefined;

/** Missions change only when the suite is restarted, so they are requested once. */
export function missions(): Promise<Mission[]> {
  if (!requested) {
    requested = request<ListMissionsData, ListMissionsResponse>('GET', '/api/v1/missions', {}).then(answer => answer.missions);
    requested.catch(() => (requested = undefined));
  }
  return requested;
}

/** The names of the missions, each once; none if the suite does not answer. */
export async function missionNames(): Promise<string[]> {
  const known = await missions().catch(() => []);
  return [...new Set(known.map(({ name }) => name))];
}

/** The name of a mission, with its instrument if another mission has the same name. */
export function titleOf(mission: Mission, known: Mission[]): string {
  const shared = known.some(other => other !== mission && other.name === mission.name);
  return shared && mission.instruments[0] ? `${mission.name} ${mission.instruments[0]}` : mission.name;
}
