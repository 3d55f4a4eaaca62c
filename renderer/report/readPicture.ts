/** A picture that a person chooses, as the data URL that a workbook keeps. */

function chosenFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/svg+xml';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

function dataUrlOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error(file.name)));
    reader.readAsDataURL(file);
  });
}

/** Null when it is cancelled; '' for a file that no browser can draw, whatever its name says. */
export async function readPicture(): Promise<string | null> {
  const file = await chosenFile();
  if (file === null) return null;
  const url = await dataUrlOf(file);
  const image = new Image();
  image.src = url;
  return image.decode().then(
    () => url,
    () => '',
  );
}
