/** What an alert of the stream is called, and what it means; `AlertRules` in the gateway says when it is raised. */

export const ALERTS: Record<string, { name: string; meaning: string }> = {
  outlier: { name: 'outlier', meaning: 'unlike every class' },
  variable: { name: 'strongly variable', meaning: 'brighter by far in one epoch than in another' },
  ulx: { name: 'ULX candidate', meaning: 'ultraluminous, off the nucleus of a galaxy' },
  tde: { name: 'TDE candidate', meaning: 'a soft outburst in the nucleus of a galaxy: a star torn apart?' },
};

export function alertName(alert: string): string {
  return ALERTS[alert]?.name ?? alert;
}
