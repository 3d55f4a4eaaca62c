/** What is wrong with laid sheets, read in the page itself: a blank one, blocks that run into the foot, words wider than their boxes. */
export function sheetFaults(): readonly string[] {
  return [...document.querySelectorAll('.report:not([hidden]) .page')].flatMap((page, at) => {
    const body = page.querySelector('.body');
    const end = page.querySelector('.end');
    const blocks = [...page.querySelectorAll('.block')];
    const last = blocks.at(-1);
    if (!body || !end || !last) return [`sheet ${at + 1} is blank`];
    const below = last.getBoundingClientRect().bottom - end.getBoundingClientRect().top;
    // What stands in a block takes room in it: styles of the window must not lift it out of the sheet.
    const lifted = blocks.filter((block) => [...block.children].some((one) => one.getBoundingClientRect().bottom > block.getBoundingClientRect().bottom + 1 || one.getBoundingClientRect().height < 1));
    const wide = [...page.querySelectorAll('.block > *, header, footer, th, td, li')].filter((one) => one.scrollWidth > one.clientWidth + 1);
    const heads = [...page.querySelectorAll('header, footer')].filter((one) => one.scrollHeight > one.clientHeight + 1);
    return [
      ...(below > 1 ? [`sheet ${at + 1} runs ${below} px into its foot`] : []),
      ...lifted.map((one) => `sheet ${at + 1}: ${one.firstElementChild?.className ?? ''} stands outside its block`),
      ...wide.map((one) => `sheet ${at + 1}: ${one.tagName} is too wide: ${(one.textContent ?? '').slice(0, 60)}`),
      ...heads.map((one) => `sheet ${at + 1}: ${one.tagName} is cut`),
    ];
  });
}
