// A single-page site in its smallest form: a link to a page that has a template here swaps the content
// and pushes the address, so that nothing reloads and the chat stays as it is.
const view = document.getElementById('vy');
const heading = document.querySelector('h1');
heading.tabIndex = -1;
const first = { title: heading.textContent, nodes: [...view.childNodes] };
const siteTitle = document.title.slice(document.title.indexOf(' – '));
const fileOf = (url) => url.pathname.split('/').at(-1);
const templateOf = (file) => document.querySelector(`template[data-page="${CSS.escape(file)}"]`);

function show() {
  const file = new URLSearchParams(location.search).get('sida');
  const template = file && templateOf(file);
  view.replaceChildren(...(template ? [template.content.cloneNode(true)] : first.nodes));
  heading.textContent = template ? template.dataset.title : first.title;
  document.title = heading.textContent + siteTitle;
  for (const link of document.querySelectorAll('.tabs a')) {
    if (template && link.getAttribute('href') === file) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  // A screen reader hears the new page's name, and the keyboard goes on from its top.
  heading.focus();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('.tabs a, #vy a');
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  const file = fileOf(url);
  if (url.origin !== location.origin || !templateOf(file)) return;
  event.preventDefault();
  history.pushState(null, '', `?sida=${encodeURIComponent(file)}`);
  show();
});
addEventListener('popstate', show);
if (location.search) show();
