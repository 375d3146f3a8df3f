/** Names and meanings of the stream's alerts. `AlertRules` in the gateway decides when one is raised. */

export const ALERTS: Record<string, { name: string; meaning: string }> = {
  outlier: { name: 'outlier', meaning: 'unlike every class' },
  variable: { name: 'strongly variable', meaning: 'much brighter in one epoch than in another' },
  ulx: { name: 'ULX candidate', meaning: 'ultraluminous and outside the nucleus of a galaxy' },
  tde: { name: 'TDE candidate', meaning: 'a soft outburst in the nucleus of a galaxy, perhaps a star torn apart' },
};

export function alertName(alert: string): string {
  return ALERTS[alert]?.name ?? alert;
}
