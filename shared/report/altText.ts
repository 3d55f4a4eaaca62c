/** What a chart says to somebody who does not see it: its finding and what is measured, as two sentences in either language. */
export function altText(finding: string, measure: string): string {
  if (measure === '') return finding;
  return /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]$/.test(finding) ? `${finding}。${measure}` : `${finding}. ${measure}`;
}
