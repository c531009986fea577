/** Puts a text on the clipboard; false where the browser refuses, as to a page without https: then it is copied by hand. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
