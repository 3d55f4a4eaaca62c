/** Colours of charts. The same sector has the same colour everywhere; print is always light. */
export type Palette = {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly faint: string;
  readonly line: string;
  readonly hairline: string;
  readonly accent: string;
  readonly surplus: string;
  readonly shortage: string;
  readonly forecastGround: string;
  /** In the order of the workbook's sectors; exports come last as `exports`. */
  readonly series: readonly string[];
  readonly otherDomestic: string;
  readonly exports: string;
};

export const lightPalette: Palette = {
  background: '#ffffff',
  ink: '#1b1d21',
  muted: '#5f636b',
  faint: '#8b8f96',
  line: '#e5e4df',
  hairline: '#efeeea',
  accent: '#3a56b8',
  surplus: '#2f6fb0',
  shortage: '#d4722a',
  forecastGround: 'rgba(90,100,125,0.055)',
  // Neighbours in a stack differ in lightness, so that a grey printer tells them apart too; see paletteInGrey.test.ts.
  series: ['#3a56b8', '#649940', '#217a6f', '#b38e2f', '#885f49', '#987fc6', '#a0455f', '#53889d'],
  otherDomestic: '#9aa0a9',
  exports: '#c9cdd3',
};

export const darkPalette: Palette = {
  background: '#15171b',
  ink: '#e6e7ea',
  muted: '#a3a9b2',
  faint: '#7b818b',
  line: '#2b2f36',
  hairline: '#23272d',
  accent: '#8ea6f5',
  surplus: '#6aa8e6',
  shortage: '#f0a05a',
  forecastGround: 'rgba(160,175,210,0.06)',
  series: ['#5a76da', '#6fa34a', '#35b0a0', '#c29d3c', '#b5826a', '#9375cf', '#cc6c87', '#6497ab'],
  otherDomestic: '#8b919b',
  exports: '#b9bec6',
};

/** The colours by which scenarios are told apart. */
export const scenarioColors = ['#3a56b8', '#2a9d8f', '#b5651d', '#7a5ab5', '#b5536f', '#5b8c3a', '#4d7f92', '#b08c2e'] as const;

/** The same where the ground is dark. */
export const darkScenarioColors = ['#7f97ee', '#3fbcab', '#d98a45', '#a68be3', '#dd7f9a', '#82b85c', '#70a7bc', '#d0ac4e'] as const;
