/** The fields below an element that people type sentences into. */
export const typedFields = (within: ParentNode): (HTMLInputElement | HTMLTextAreaElement)[] => [
  ...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input[type="text"], input:not([type])',
  ),
];

/** Whether something stands in a form of this page that was typed and not sent. */
export const hasUnsentText = (): boolean =>
  typedFields(document).some(
    ({ form, value, defaultValue }) => form !== null && value.trim() !== "" && value !== defaultValue,
  );
