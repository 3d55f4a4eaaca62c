/** A workbook file that was read and checked when the program was built; see build/checkedSample.ts. */
declare module '*.lodestone?checked' {
  export const workbook: import('../shared/model/workbook.ts').Workbook;
}
