/** The English words of a widget in a form. */
export const en = {
  formMissing: 'Make a picture first.',
  formUnreadable:
    'The form cannot take this picture: its provider lets no page read it. Make another one, or download it and add it by hand.',
  formChoose: 'Use in the form',
  formChosen: 'In the form',
};
