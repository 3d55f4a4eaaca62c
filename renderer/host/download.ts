/** Hands a file to the browser's own downloads. */
const patienceMs = 60_000;

export function download(name: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers begin to read only when this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href), patienceMs);
}
