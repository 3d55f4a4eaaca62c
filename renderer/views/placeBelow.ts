/** Places what a button opens below it, before the browser shows it. */
export function placeBelow(button: HTMLElement, popover: HTMLElement | null, gap: number): void {
  const { left, bottom } = button.getBoundingClientRect();
  if (popover) Object.assign(popover.style, { left: `${left}px`, top: `${bottom + gap}px` });
}
