/* Opens entries of the apparatus in place. Without it each call leads to its entry in the apparatus. */
(() => {
  if (!('popover' in HTMLElement.prototype)) return;
  const panel = document.createElement('div');
  panel.className = 'in-place';
  panel.popover = 'auto';
  panel.tabIndex = -1;
  panel.setAttribute('role', 'dialog');
  let opener;
  const close = () => panel.hidePopover();

  const fill = (call, target) => {
    const copy = target.cloneNode(true);
    copy.removeAttribute('id');
    for (const each of copy.querySelectorAll('[id]')) each.removeAttribute('id');
    panel.replaceChildren(...copy.childNodes);
    panel.setAttribute('aria-label', call.getAttribute('aria-label') ?? '');
  };
  const put = (call) => {
    const at = call.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - panel.offsetWidth - 16);
    panel.style.left = `${Math.max(16, left) + window.scrollX}px`;
    panel.style.top = `${at.bottom + 6 + window.scrollY}px`;
  };

  const open = (event) => {
    const call = event.target.closest?.('.entry-call a');
    if (!call || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    if (!panel.isConnected) document.body.append(panel);
    if (panel.matches(':popover-open')) close();
    fill(call, target);
    opener = call;
    panel.showPopover();
    call.setAttribute('aria-expanded', 'true');
    put(call);
    panel.focus();
  };
  document.addEventListener('click', open, true);
  document.addEventListener('DOMContentLoaded', () => {
    for (const call of document.querySelectorAll('.entry-call a')) {
      call.setAttribute('aria-haspopup', 'dialog');
      call.setAttribute('aria-expanded', 'false');
    }
  });
  panel.addEventListener('click', (event) => {
    if (event.target.closest('a')) close();
  });
  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'closed') return;
    opener?.setAttribute('aria-expanded', 'false');
    if (panel.contains(document.activeElement)) opener?.focus();
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
    opener?.focus();
  });
})();
