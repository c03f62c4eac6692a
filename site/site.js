/* Comfort for readers; every page reads without it. A classic script: it works from a folder. */
(() => {
  const root = document.documentElement;
  const key = 'variorum-theme';
  const recall = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const chosen = recall();
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;

  function switchTheme() {
    const isDark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
    try {
      localStorage.setItem(key, root.dataset.theme);
    } catch {
      // A browser that keeps nothing shows the choice on this page only.
    }
  }

  /* Notes in the margin, each beside its call, where there is room; one after the other where calls are close. */
  const gap = 12;
  function placeNotes() {
    const article = document.querySelector('body.document article');
    const sections = article ? [...article.querySelectorAll('.notes')] : [];
    if (sections.length === 0) return;
    document.body.classList.remove('margin-notes');
    const notes = sections.flatMap((section) => [...section.querySelectorAll('li.note')]);
    for (const note of notes) note.style.top = '';
    // Images of the pages take the margin where there are any.
    if (!matchMedia('(min-width: 70rem)').matches || article.querySelector('.text .page-image')) return;
    document.body.classList.add('margin-notes');
    const top = article.getBoundingClientRect().top;
    const text = article.querySelector('.text');
    const bottom = (text ?? article).getBoundingClientRect().bottom - top;
    const callOf = (note) => {
      const back = note.querySelector('a.back');
      return back && document.getElementById(decodeURIComponent(back.hash.slice(1)));
    };
    // A note on a note follows it.
    const whereOf = (note, depth) => {
      const call = callOf(note);
      const outer = call?.closest('li.note');
      if (!outer || depth > 8) return call && call.getBoundingClientRect().top - top;
      const at = whereOf(outer, depth + 1);
      return at === null ? null : at + 0.01;
    };
    const placed = notes
      .map((note) => {
        const at = whereOf(note, 0);
        return at == null ? null : { note, at, height: note.offsetHeight };
      })
      .filter(Boolean)
      .sort((a, b) => a.at - b.at);
    let free = 0;
    let furthest = 0;
    for (const each of placed) {
      each.top = Math.max(each.at - 2, free);
      free = each.top + each.height + gap;
      furthest = Math.max(furthest, each.top - each.at);
    }
    // More notes than margin: they stay at the end of the page.
    if (placed.length < notes.length || furthest > 900 || free > bottom + 500) {
      document.body.classList.remove('margin-notes');
      return;
    }
    for (const { note, top } of placed) note.style.top = `${Math.round(top)}px`;
    article.style.setProperty('--notes-end', `${Math.max(0, Math.round(free - bottom))}px`);
  }

  /* Without a margin, a call opens its note at the place where it stands, and closes it again. */
  function openNote(call) {
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note) return false;
    const open = document.getElementById(`open-${note.id}`);
    if (open) {
      open.remove();
      call.setAttribute('aria-expanded', 'false');
      return true;
    }
    const block = call.closest('p, li, dd, td, blockquote, h1, h2, h3, h4, h5, h6, div') ?? call;
    const shown = document.createElement(block.matches('li, dd, td') ? 'div' : 'aside');
    shown.className = 'open-note';
    shown.id = `open-${note.id}`;
    const body = note.querySelector('.note-body');
    for (const child of (body ?? note).childNodes) shown.append(child.cloneNode(true));
    for (const each of shown.querySelectorAll('[id]')) each.removeAttribute('id');
    if (block.matches('li, dd, td')) block.append(shown);
    else block.after(shown);
    call.setAttribute('aria-expanded', 'true');
    call.setAttribute('aria-controls', shown.id);
    return true;
  }

  function showNote(event) {
    const call = event.target.closest('a[role="doc-noteref"]');
    if (!call || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    if (document.body.classList.contains('margin-notes')) {
      for (const open of document.querySelectorAll('li.note.is-open')) open.classList.remove('is-open');
      document.getElementById(decodeURIComponent(call.hash.slice(1)))?.classList.add('is-open');
      return;
    }
    if (openNote(call)) event.preventDefault();
  }

  function closeFolds(event) {
    for (const fold of document.querySelectorAll('details.fold[open]')) {
      if (event.key === 'Escape' || !fold.contains(event.target)) {
        if (event.key === 'Escape' && fold.contains(document.activeElement)) fold.firstElementChild.focus();
        fold.open = false;
      }
    }
  }

  /* Of two aligned texts: what the pointer is on, and what corresponds to it. */
  function showAligned(event) {
    for (const each of document.querySelectorAll('.is-aligned')) each.classList.remove('is-aligned');
    const passage = event.target.closest?.('[data-aligned]');
    if (!passage || passage.parentElement.matches('.side')) return;
    const others = passage.dataset.aligned.split(' ').map((id) => document.getElementById(id));
    for (const each of [passage, ...others]) each?.classList.add('is-aligned');
  }

  addEventListener('DOMContentLoaded', () => {
    if (document.body.matches('.parallel')) document.addEventListener('pointerover', showAligned);
    const button = document.querySelector('button.theme');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', switchTheme);
    }
    placeNotes();
    document.fonts?.ready.then(placeNotes);
    let width = innerWidth;
    let waiting;
    addEventListener('resize', () => {
      if (innerWidth === width) return;
      width = innerWidth;
      clearTimeout(waiting);
      waiting = setTimeout(placeNotes, 150);
    });
    addEventListener('load', placeNotes);
    document.addEventListener('click', showNote);
    document.addEventListener('click', closeFolds);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') closeFolds(event);
    });
    document.addEventListener('toggle', placeNotes, true);
    // An index entry or a mention that an address names is opened.
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches('.register-entry')) {
      const mentions = target.querySelector('details.mentions');
      if (mentions) mentions.open = true;
    }
  });
})();
