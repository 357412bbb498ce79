const TYPED = 'form textarea, form input[type="text"]';

/** Whether something stands in a form of this page that was typed and not sent. */
export const hasUnsentText = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED)].some(
    ({ value, defaultValue }) => value.trim() !== "" && value !== defaultValue,
  );
