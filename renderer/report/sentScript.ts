/**
 * What runs in the page that is sent, and nothing else does: it shows the pages of the chosen scenario and what stands under the pointer
 * in a chart. It is written into the page as the text of this function, so it may name nothing that stands outside it.
 */
export function sentScript(): void {
  type Place = { readonly title: string; readonly rows: readonly (readonly [string, string])[] };
  type Hover = { readonly along: 'x' | 'y'; readonly start: number; readonly step: number; readonly places: readonly Place[] };
  const reports = [...document.querySelectorAll<HTMLElement>('.report')];
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.switch button')];
  const band = document.createElement('div');
  band.className = 'hover-band';
  const readout = document.createElement('div');
  readout.className = 'hover-readout';
  readout.setAttribute('role', 'status');

  const show = (id: string): void => {
    const seen = reports.find((report) => !report.hidden)?.getBoundingClientRect().top ?? 0;
    for (const report of reports) report.hidden = report.dataset['scenario'] !== id;
    for (const button of buttons) button.setAttribute('aria-checked', String(button.value === id));
    for (const button of buttons) button.tabIndex = button.value === id ? 0 : -1;
    const now = reports.find((report) => !report.hidden)?.getBoundingClientRect().top ?? 0;
    window.scrollBy(0, now - seen);
    const name = buttons.find((button) => button.value === id)?.textContent ?? '';
    if (name !== '') document.title = `${document.body.dataset['title'] ?? ''} — ${name}`;
  };
  buttons.forEach((button, at) => {
    button.addEventListener('click', () => show(button.value));
    button.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
      const next = buttons[(at + by + buttons.length) % buttons.length];
      if (by === 0 || !next) return;
      event.preventDefault();
      show(next.value);
      next.focus();
    });
  });

  const leave = (): void => {
    band.remove();
    readout.remove();
  };
  const read = (figure: HTMLElement, hover: Hover, at: number): void => {
    const place = hover.places[at];
    if (!place) return leave();
    const from = hover.start + at * hover.step;
    const isAcross = hover.along === 'x';
    band.style.cssText = isAcross ? `left:${from}px;width:${hover.step}px;top:0;bottom:0` : `top:${from}px;height:${hover.step}px;left:0;right:0`;
    const title = document.createElement('b');
    title.textContent = place.title;
    readout.replaceChildren(title);
    for (const [name, value] of place.rows) {
      const row = document.createElement('span');
      const number = document.createElement('em');
      number.textContent = value;
      row.append(name, number);
      readout.append(row);
    }
    const isRight = isAcross && from > figure.clientWidth / 2;
    readout.style.cssText = isAcross ? (isRight ? `right:${figure.clientWidth - from + 6}px;top:4px` : `left:${from + hover.step + 6}px;top:4px`) : `right:4px;top:${from + hover.step}px`;
    figure.append(band, readout);
  };
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-hover]')) {
    const hover = JSON.parse(figure.dataset['hover'] ?? '{"places":[]}') as Hover;
    let current = -1;
    figure.tabIndex = 0;
    figure.addEventListener('pointermove', (event) => {
      const box = figure.getBoundingClientRect();
      const scale = box.width / Math.max(1, figure.offsetWidth);
      const at = Math.floor(((hover.along === 'x' ? event.clientX - box.left : event.clientY - box.top) / scale - hover.start) / hover.step);
      current = at;
      if (at < 0 || at >= hover.places.length) leave();
      else read(figure, hover, at);
    });
    figure.addEventListener('pointerleave', leave);
    figure.addEventListener('blur', leave);
    figure.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      current = Math.min(hover.places.length - 1, Math.max(0, current + by));
      read(figure, hover, current);
    });
  }
}
