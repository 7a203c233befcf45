// Filters a list while you type: the pages on the search page, the streets on the waste page.
// Without this script the whole list is shown.
for (const input of document.querySelectorAll('input[data-filters]')) {
  const { filters, one, many, none } = input.dataset;
  const items = [...document.getElementById(filters).children];
  const box = input.closest('.filter');
  const status = (box ?? document.querySelector('main')).querySelector('[role=status]');
  const plain = (text) => text.normalize('NFKC').toLocaleLowerCase(document.documentElement.lang);

  function filter() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const item of items) {
      // A street is found by its name, not by its weekday.
      const name = item.querySelector('th') ?? item;
      const text = plain(`${name.textContent} ${item.dataset.words ?? ''}`);
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) hits += 1;
    }
    status.textContent = words.length === 0 ? '' : hits === 0 ? none : `${hits} ${hits === 1 ? one : many}`;
  }

  if (box) box.hidden = false;
  input.addEventListener('input', filter);
  input.value = (!box && new URLSearchParams(location.search).get('q')) || input.value;
  filter();
}
