/** Files in a conversation. */
export const filesSv = {
  attachFile: 'Bifoga en fil',
  fileSending: 'skickas …',
  fileLost: 'kom inte fram. Försök igen.',
  fileType: 'kan inte skickas. Välj en bild (JPEG, PNG, WebP eller GIF) eller en pdf.',
  fileTooLarge: 'är för stor. En fil får vara högst 10 MB.',
  fileRefused: 'är tom eller trasig, eller gick inte att kontrollera.',
};
