/** The head of a group that folds: a button, so that it is said whether it is open. Its press is taken where the rows are folded. */
import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { Language } from '../../shared/messages/phrase.ts';
import type { TableRow } from '../../shared/tables/table.ts';

type Params = ICellRendererParams<TableRow> & { readonly language: Language };

export class GroupLabel implements ICellRendererComp<TableRow> {
  private readonly button = document.createElement('button');
  private readonly mark = document.createElement('span');
  private readonly name = document.createTextNode('');

  init(params: Params): void {
    this.button.type = 'button';
    this.button.className = 'group-label';
    this.button.tabIndex = -1;
    this.mark.setAttribute('aria-hidden', 'true');
    this.button.append(this.mark, this.name);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.button;
  }

  refresh({ data, language }: Params): boolean {
    const folded = data?.folded === true;
    this.button.setAttribute('aria-expanded', String(!folded));
    this.mark.textContent = folded ? '▸ ' : '▾ ';
    this.name.data = data?.label[language] ?? '';
    return true;
  }
}
