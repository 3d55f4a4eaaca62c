/** How AG Grid is drawn: flat, on the window's own colours, and as large as the grid around it says (rows and heads are given to it as numbers). */
import { themeQuartz } from 'ag-grid-community';

export const gridTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: 'var(--grid-font)',
  backgroundColor: 'var(--bg)',
  foregroundColor: 'var(--ink)',
  headerBackgroundColor: 'var(--bg)',
  headerTextColor: 'var(--muted)',
  borderColor: 'var(--line2)',
  rowHoverColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 'calc(10px * var(--grid-scale))',
});
