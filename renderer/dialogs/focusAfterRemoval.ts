/**
 * Where the keyboard goes on when the row of a button is removed: to the same button of the next row, else of the one before,
 * else to the tab of the section. Without it the focus would fall out of the dialog.
 */
export function focusAfterRemoval(button: HTMLElement): () => void {
  const row = button.closest('li');
  const rows = [row?.nextElementSibling, row?.previousElementSibling];
  const tab = button.closest('dialog')?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  return () => {
    if (button.isConnected) return;
    const near = rows.map((one) => [...(one?.querySelectorAll<HTMLElement>('button.sign') ?? [])].at(-1)).find((one) => one?.isConnected === true);
    (near ?? tab)?.focus();
  };
}
