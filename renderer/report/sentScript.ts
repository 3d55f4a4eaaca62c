/**
 * What runs in the page that is sent, and nothing else does: it shows the pages of the chosen scenario and what stands under the pointer
 * in a chart. It is written into the page as the text of this function, so it may name nothing that stands outside it.
 */
export function sentScript(): void {
  type Place = { readonly title: string; readonly rows: readonly (readonly [string, string])[]; readonly box?: readonly [number, number, number, number]; readonly band?: readonly [number, number, number, number, number] };
  type Hover = { readonly along: 'x' | 'y' | 'flow'; readonly start?: number; readonly step?: number; readonly places: readonly Place[] };
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
  /** Where a place stands, px from the left and the top of its figure. */
  const boxOf = (figure: HTMLElement, { along, start = 0, step = 0, places }: Hover, at: number): readonly [number, number, number, number] => {
    if (along === 'x') return [start + at * step, 0, step, figure.clientHeight];
    if (along === 'y') return [0, start + at * step, figure.clientWidth, step];
    return places[at]?.box ?? [0, 0, 0, 0];
  };
  /** The place under a point; -1 where there is none. A band of a flow runs between two stages as an S. */
  const placeAt = (figure: HTMLElement, hover: Hover, x: number, y: number): number => {
    const onBand = hover.places.findIndex(({ band }) => {
      if (!band || x < band[0] || x > band[1]) return false;
      const share = (x - band[0]) / (band[1] - band[0]);
      const above = band[2] + (band[3] - band[2]) * share * share * (3 - 2 * share);
      return y >= above && y <= above + Math.max(band[4], 4);
    });
    if (onBand >= 0) return onBand;
    return hover.places.findIndex((_, at) => {
      const [left, top, width, height] = boxOf(figure, hover, at);
      return x >= left && x < left + width && y >= top && y < top + height;
    });
  };
  const read = (figure: HTMLElement, hover: Hover, at: number): void => {
    const place = hover.places[at];
    if (!place) return leave();
    const [left, top, width, height] = boxOf(figure, hover, at);
    band.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
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
    const isRight = left > figure.clientWidth / 2;
    if (hover.along === 'x') readout.style.cssText = isRight ? `right:${figure.clientWidth - left + 6}px;top:4px` : `left:${left + width + 6}px;top:4px`;
    else if (hover.along === 'y') readout.style.cssText = `right:4px;top:${top + height}px`;
    else readout.style.cssText = `${isRight ? `right:${figure.clientWidth - left + 6}px` : `left:${left + width + 6}px`};top:${Math.max(0, top)}px`;
    figure.append(band, readout);
  };
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-hover]')) {
    const hover = JSON.parse(figure.dataset['hover'] ?? '{"places":[]}') as Hover;
    let current = -1;
    figure.tabIndex = 0;
    figure.addEventListener('pointermove', (event) => {
      const box = figure.getBoundingClientRect();
      const scale = box.width / Math.max(1, figure.offsetWidth);
      current = placeAt(figure, hover, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
      read(figure, hover, current);
    });
    figure.addEventListener('pointerleave', leave);
    figure.addEventListener('blur', leave);
    figure.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : event.key === 'Home' ? -hover.places.length : event.key === 'End' ? hover.places.length : 0;
      if (by === 0) return;
      event.preventDefault();
      current = Math.min(hover.places.length - 1, Math.max(0, current + by));
      read(figure, hover, current);
    });
  }
}
