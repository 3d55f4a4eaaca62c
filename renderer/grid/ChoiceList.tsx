/** The words of a choice, in a small list over the grid. The grid's text area keeps the focus and the keys. */
import type { Language } from '../../shared/messages/phrase.ts';
import type { Choice } from '../../shared/tables/table.ts';
import type { Box } from './gridGeometry.ts';

export type CellPlace = {
  /** The cell in the scrolled content. */
  readonly box: Box;
  /** What of the content is in view. */
  readonly frame: Box;
};

type Props = {
  readonly id: string;
  readonly choices: readonly Choice[];
  /** The position of the marked one; -1 for none. */
  readonly marked: number;
  readonly place: CellPlace;
  readonly itemHeight: number;
  readonly language: Language;
  onMark(at: number): void;
  onPick(choice: Choice): void;
};

const border = 2;
const leastWidth = 150;

/** Under the cell where there is room, else over it, and never outside the grid, which would cut it off. */
function listBox({ box, frame }: CellPlace, count: number, itemHeight: number): { left: number; top: number; width: number } {
  const height = count * itemHeight + border;
  const width = Math.max(leastWidth, box.width);
  const below = box.top + box.height;
  const right = frame.left + frame.width;
  const bottom = frame.top + frame.height;
  const top = below + height <= bottom ? below : box.top - height;
  return { left: Math.max(frame.left, Math.min(box.left, right - width)), top: Math.max(frame.top, Math.min(top, bottom - height)), width };
}

export function choiceId(list: string, at: number): string {
  return `${list}-${at}`;
}

export function ChoiceList({ id, choices, marked, place, itemHeight, language, onMark, onPick }: Props) {
  return (
    <ul
      id={id}
      className="choice-list"
      role="listbox"
      style={listBox(place, choices.length, itemHeight)}
      onMouseDown={(event) => {
        // The press must not take the focus from the text area, nor select the cell under the list.
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {choices.map((choice, at) => (
        <li key={choice.key} id={choiceId(id, at)} role="option" aria-selected={at === marked} onMouseEnter={() => onMark(at)} onClick={() => onPick(choice)}>
          <kbd>{choice.key}</kbd>
          {choice.label[language]}
        </li>
      ))}
    </ul>
  );
}
