/** The reports under way: how many of them are done. Null while none is. */
export type ReportWork = { readonly done: number; readonly all: number };
