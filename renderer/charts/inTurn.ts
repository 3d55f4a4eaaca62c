/** Charts that appear together are drawn one after another, each in a task of its own, so that a key pressed meanwhile is not kept waiting for all of them. */
const waiting: (() => void)[] = [];
let drawing = false;

function next(): void {
  const draw = waiting.shift();
  drawing = draw !== undefined;
  if (!draw) return;
  setTimeout(next, 0);
  draw();
}

/** Draws now, or once the others before it are drawn. The result takes it back where it was not drawn yet. */
export function inTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!drawing) next();
  return () => {
    const at = waiting.indexOf(draw);
    if (at >= 0) waiting.splice(at, 1);
  };
}
