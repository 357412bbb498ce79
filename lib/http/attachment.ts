/** As RFC 5987 writes what a header cannot say: everything but these letters, digits and marks as %XX of its UTF-8. */
const encodeExtended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * `Content-Disposition` that makes a browser save a file under this name, whatever is in it (RFC 6266): the name in
 * plain ASCII for old readers, and in full for the others.
 */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "-")
    .trim();
  return `attachment; filename="${plain || "file"}"; filename*=UTF-8''${encodeExtended(fileName)}`;
}
