// Filters a list while you type: the pages on the search page, the streets on the waste page.
// Without this script the whole list is shown.

/** Letter case does not matter. */
function plain(/** @type {string} */ text) {
  return text.normalize('NFKC').toLocaleLowerCase(document.documentElement.lang);
}

/** @param {HTMLInputElement} input names its list in data-filters, and its answers in data-one, -many and -none */
function startFilter(input) {
  const { filters = '', one = '', many = '', none = '' } = input.dataset;
  /** @type {NodeListOf<HTMLElement>} */
  const items = document.querySelectorAll(`#${filters} > *`);
  /** @type {HTMLElement | null} */
  const box = input.closest('.filter');
  const status = (box ?? document).querySelector('[role=status]');

  function filter() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const item of items) {
      // A street is found by its name, not by its weekday.
      const name = item.querySelector('th') ?? item;
      const text = plain(`${name.textContent} ${item.dataset['words'] ?? ''}`);
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) hits += 1;
    }
    const found = hits === 0 ? none : `${hits} ${hits === 1 ? one : many}`;
    if (status) status.textContent = words.length === 0 ? '' : found;
  }

  if (box) box.hidden = false;
  else input.value = new URLSearchParams(location.search).get('q') ?? input.value;
  input.addEventListener('input', filter);
  filter();
}

for (const input of document.querySelectorAll('input')) if (input.dataset['filters']) startFilter(input);

// A link to the chat opens it in the page, about what the page is about. Without the widget it goes to the chat's own page.
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  const lotsa = /** @type {{ lotsa?: (command: string) => void }} */ (/** @type {unknown} */ (window)).lotsa;
  if (!lotsa || !event.target.closest('a[data-chat]')) return;
  event.preventDefault();
  lotsa('open');
});
