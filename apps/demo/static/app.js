// A single-page site in its smallest form: a link to a page that has a template here swaps the content
// and pushes the address, so that nothing reloads and the chat stays as it is.
{
  const view = document.querySelector('#vy');
  const heading = document.querySelector('h1');
  if (view && heading) startApp(view, heading);
}

/** @param {Element} view what is swapped  @param {HTMLHeadingElement} heading the page's name */
function startApp(view, heading) {
  const first = { title: heading.textContent, nodes: [...view.childNodes] };
  const siteTitle = document.title.slice(first.title.length);

  /** @returns {HTMLTemplateElement | null} */
  function templateOf(/** @type {string} */ file) {
    return document.querySelector(`template[data-page="${CSS.escape(file)}"]`);
  }

  function show() {
    const file = new URLSearchParams(location.search).get('sida');
    const template = file ? templateOf(file) : null;
    view.replaceChildren(...(template ? [template.content.cloneNode(true)] : first.nodes));
    heading.textContent = template?.dataset['title'] ?? first.title;
    document.title = heading.textContent + siteTitle;
    for (const link of document.querySelectorAll('.tabs a')) {
      if (template && link.getAttribute('href') === file) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    // A screen reader hears the new page's name, and the keyboard goes on from its top.
    heading.focus();
  }

  function follow(/** @type {MouseEvent} */ event) {
    if (!(event.target instanceof Element) || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    /** @type {HTMLAnchorElement | null} */
    const link = event.target.closest('.tabs a, #vy a');
    const file = link?.pathname.split('/').at(-1) ?? '';
    if (link?.origin !== location.origin || !templateOf(file)) return;
    event.preventDefault();
    history.pushState(null, '', `?sida=${encodeURIComponent(file)}`);
    show();
  }

  heading.tabIndex = -1;
  document.addEventListener('click', follow);
  addEventListener('popstate', show);
  if (location.search) show();
}
