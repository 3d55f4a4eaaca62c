/** How AG Grid is drawn: flat, on the window's own colours. */
import { themeQuartz } from 'ag-grid-community';

export const rowHeight = 26;

export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  rowHeight,
  headerHeight: 28,
  backgroundColor: 'var(--bg)',
  foregroundColor: 'var(--ink)',
  headerBackgroundColor: 'var(--bg)',
  headerTextColor: 'var(--muted)',
  borderColor: 'var(--line2)',
  rowHoverColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
});
