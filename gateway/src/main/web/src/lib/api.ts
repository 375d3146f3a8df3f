/** The REST API as the pages use it. Units are in the names: _deg, _arcsec, _kev; _cgs is erg cm⁻² s⁻¹. */

export type Probabilities = Record<string, number>;

export interface ModelReference {
  name: string;
  version: string;
}

export interface Entry {
  detection_id: string;
  mission: string;
  class: string;
  probabilities: Probabilities;
  margin: number;
  outlier_measure: number;
  model: ModelReference;
  activation: number;
  revision: number;
  classified_at: string;
}

export interface SourceSummary {
  source_id: string;
  name: string;
  ra_deg: number;
  dec_deg: number;
  latest: Entry;
  /** share of held-out sources of its class that are at least as unusual */
  outlier_false_alarm?: number | null;
  /** significant long-term ratio [dex]; absent where it was seen once */
  variability?: number;
}

export interface SourcePage {
  sources: SourceSummary[];
  next_cursor?: string;
}

export interface TrackFeature {
  name: string;
  value: number | null;
  unit?: string;
  joint?: string[];
  ln_evidence: Probabilities;
}

export interface TrackEntry {
  category: string;
  ln_evidence: Probabilities;
  features?: TrackFeature[];
}

export interface Alternative {
  without: string;
  class: string;
}

export interface Classification {
  class: string;
  probabilities: Probabilities;
  margin: number;
  outlier_measure: number;
  outlier_false_alarm?: number | null;
  track: TrackEntry[];
  alternatives: Alternative[];
  model: ModelReference;
}

export interface Band {
  name: string;
  low_kev: number;
  high_kev: number;
  flux_cgs?: number;
  flux_error_cgs?: number;
  upper_limit_cgs?: number;
  upper_limit_confidence?: number;
}

export interface Position {
  ra_deg: number;
  dec_deg: number;
  error_major_arcsec: number;
  error_minor_arcsec?: number;
  error_angle_deg?: number;
  error_containment?: number;
}

export interface Detection {
  id: string;
  mission: string;
  instrument?: string;
  source_name?: string;
  start?: string;
  position: Position;
  bands: Band[];
  signal_to_noise?: number | null;
  intra_observation_variability?: number | null;
  inter_observation_variability?: number | null;
}

export interface Counterpart {
  catalogue: string;
  id: string;
  wavelength?: string;
  ra_deg: number;
  dec_deg: number;
  separation_arcsec: number;
  separation_sigma?: number;
  log10_bayes_factor: number;
  p_any: number;
  p_i: number;
  best?: boolean;
  match_flag?: number;
  terms?: Record<string, number>;
  magnitudes: Record<string, number>;
}

export interface Identification {
  catalogue: string;
  id: string;
  class: string;
  separation_arcsec: number;
}

export interface HostGalaxy {
  catalogue: string;
  id: string;
  separation_arcsec: number;
  /** in units of the D25 ellipse's radius */
  galactocentric_radius: number;
  redshift?: number | null;
  distance_mpc?: number | null;
}

export interface Feature {
  value: number | null;
  error: number | null;
  unit: string;
  /** why there is no value */
  missing?: string | null;
  /** what the value was computed from */
  inputs?: string[] | null;
}

export interface Epoch {
  detection_id: string;
  mission: string;
  instrument?: string;
  start: string;
  start_assumed: boolean;
  bands: Band[];
  full_band?: Band;
  reference_band?: Band;
}

/** Epochs whose flux did not change for certain. */
export interface FluxBlock {
  from: string;
  to: string;
  epochs: number;
  flux_cgs: number;
  flux_error_cgs?: number | null;
}

export interface ClassChange {
  from: string;
  to: string;
  because: string;
  detection_id: string;
  model: ModelReference;
  revision: number;
  at: string;
}

export interface Source {
  source_id: string;
  name?: string;
  position?: Position;
  latest_detection?: Detection;
  classification?: Classification & { activation: number; revision: number };
  epoch_count?: number;
  features?: Record<string, Feature>;
  identifications?: Identification[];
  identified_class?: string | null;
  identification_conflict?: boolean;
  host_galaxy?: HostGalaxy | null;
  counterparts?: Counterpart[];
  light_curve?: Epoch[];
  light_curve_blocks?: FluxBlock[] | null;
  history?: Entry[];
  class_changes?: ClassChange[];
  votes?: Record<string, number>;
  voters?: number;
  unavailable: { part: string; detail: string }[];
}

export interface Classified extends Classification {
  detection_id: string;
  counterparts: Counterpart[];
  identifications: Identification[];
  features: Record<string, Feature>;
}

export interface ProblemDetails {
  title: string;
  status: number;
  detail?: string;
}

export interface Failed {
  detection_id: string | null;
  error: ProblemDetails;
}

export interface StreamEvent {
  source_id: string;
  name: string;
  detection_id: string;
  mission: string;
  ra_deg: number;
  dec_deg: number;
  class: string;
  probabilities: Probabilities;
  margin: number;
  outlier_measure: number;
  alerts: string[];
  /** ISO 8601; null where it was not noted */
  entered_at: string | null;
  classified_at: string;
  model: ModelReference;
}

/** What waits on the way from a detection to its class. */
export interface Backlog {
  stages: { service: string; topic: string; waiting: number }[];
}

export interface Model extends ModelReference {
  active: boolean;
  missions: string[];
  prior: Probabilities;
  variant: string;
  weights: Record<string, number>;
  features: { name: string; category: string; unit: string }[];
  provenance: {
    sample: string;
    rows: Record<string, number>;
    excluded_rows: Record<string, number>;
    objective: string;
    held_out: Record<string, number>;
    /** held-out sources by class given, then by true class, in the order of the priors; empty where not measured */
    confusion: number[][];
    reliability: ReliabilityBin[];
  };
}

/** Held-out answers of about one sureness. */
export interface ReliabilityBin {
  sources: number;
  mean_posterior: number;
  share_right: number;
  /** 95% interval */
  share_low: number;
  share_high: number;
}

/** p(value | class) on an even grid. */
export interface FeatureDensities {
  name: string;
  category: string;
  unit: string;
  low: number;
  high: number;
  /** whether a value counts as its absolute value */
  folded: boolean;
  densities: Record<string, number[]>;
}

export interface Densities extends ModelReference {
  features: FeatureDensities[];
  /** outlier measures of held-out sources by class, ascending [dex]; empty where the model keeps none */
  outlier_quantiles: Record<string, number[]>;
}

export interface Models {
  activation: number;
  models: Model[];
}

export interface Activation {
  activation: number;
  models: string[];
  activated_at: string;
  reclassified_at?: string | null;
  moves: { from: string; to: string; sources: number }[];
}

export interface Subject {
  source_id: string;
  name: string;
}

export interface Vote {
  user: string;
  answer: string;
  comment?: string;
  /** from sight of the source to the answer [s] */
  time_spent_s?: number;
  /** categories of properties that spoke for the answer */
  hints?: string[];
}

export interface VoteAnswer extends Vote {
  /** false if an earlier vote of the same user stands, which is then the one shown */
  counted: boolean;
  tally: { votes: Record<string, number>; voters: number };
  /** of a training source: its true class */
  training?: { truth: string; right: boolean } | null;
}

/** What went wrong, in words for the reader. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError(0, 'The suite does not answer. Is it running?');
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => undefined)) as ProblemDetails | undefined;
    throw new ApiError(response.status, problem?.detail ?? problem?.title ?? `The answer was ${response.status}.`);
  }
  return (response.status === 204 ? null : await response.json()) as T;
}

export function post(body: unknown, signal: AbortSignal): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal };
}

export function sources(conditions: URLSearchParams, signal: AbortSignal): Promise<SourcePage> {
  return call(`sources?${conditions}`, { signal });
}

export function source(id: string, signal: AbortSignal): Promise<Source> {
  return call(`sources/${encodeURIComponent(id)}`, { signal });
}

export function models(signal: AbortSignal): Promise<Models> {
  return call('models', { signal });
}

export function activation(number: number, signal: AbortSignal): Promise<Activation> {
  return call(`activations/${number}`, { signal });
}

export async function classify(detection: Detection, signal: AbortSignal): Promise<Classified | Failed> {
  const answer = await call<{ classifications: (Classified | Failed)[] }>('classify', post({ detections: [detection] }, signal));
  const [first] = answer.classifications;
  if (!first) {
    throw new ApiError(200, 'The answer is empty.');
  }
  return first;
}

/** Null where this user has labelled every source, or every known one where those are asked for. */
export function nextToLabel(user: string, training: boolean, signal: AbortSignal): Promise<Subject | null> {
  return call(`labels/next?${new URLSearchParams({ user, ...(training ? { training: 'true' } : {}) })}`, { signal });
}

export function vote(id: string, cast: Vote, signal: AbortSignal): Promise<VoteAnswer> {
  return call(`sources/${encodeURIComponent(id)}/votes`, post(cast, signal));
}

export function backlog(signal: AbortSignal): Promise<Backlog> {
  return call('stream/backlog', { signal });
}

const known = new Map<string, Promise<Densities>>();

/** A version of a model never changes, so it is asked for once. */
export function densities({ name, version }: ModelReference): Promise<Densities> {
  const path = `models/${encodeURIComponent(name)}/${encodeURIComponent(version)}/densities`;
  let asked = known.get(path);
  if (!asked) {
    asked = call<Densities>(path);
    asked.catch(() => known.delete(path));
    known.set(path, asked);
  }
  return asked;
}
