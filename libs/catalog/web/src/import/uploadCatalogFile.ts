/** What the hub answered to a file; `failure` also when it never answered. */
export type Uploaded = { uploadId: string } | { failure: string };

const noAnswer = 'The hub could not be reached. Check the network, then try again.';

/** Sends a file as it is. Not with `fetch`, which cannot tell how far it is. */
export const uploadCatalogFile = (file: File, onProgress: (part: number) => void): Promise<Uploaded> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/catalog/uploads');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(/[\ud800-\udfff]/gu, '')));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer(request.responseText));
    request.onerror = () => resolve({ failure: noAnswer });
    request.ontimeout = request.onerror;
    request.send(file);
  });

const readAnswer = (text: string): Uploaded => {
  try {
    const { uploadId, errors } = JSON.parse(text) as { uploadId?: string; errors?: { message: string }[] };
    if (uploadId) return { uploadId };
    if (errors?.[0]) return { failure: errors[0].message };
  } catch {
    // falls through: a proxy answered in its own words
  }
  return { failure: 'The hub did not take the file. Try again in a minute.' };
};
