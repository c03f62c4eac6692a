/* Copying citations: a button beside each, and one at a selection that cites the passage it stands in. */
(() => {
  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    const label = button.textContent;
    button.textContent = '✓';
    setTimeout(() => {
      button.textContent = label;
    }, 1500);
  }

  function start() {
    const data = document.getElementById('cite-passages');
    if (data === null) return;
    const { words, template, passages } = JSON.parse(data.textContent);
    for (const wording of document.querySelectorAll('.cite .citation p')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = words.copy;
      const text = wording.textContent.trim();
      button.addEventListener('click', () => copy(text, button));
      wording.append(' ', button);
    }
    const byAnchor = new Map(passages.map((passage) => [passage[0], passage]));
    const offer = document.createElement('button');
    offer.type = 'button';
    offer.className = 'cite-passage';
    offer.textContent = words.passage;
    offer.hidden = true;
    document.body.append(offer);
    let chosen;
    offer.addEventListener('click', () => {
      const [anchor, label, hash] = chosen;
      const page = location.href.split(/[?#]/)[0];
      const address = `${page}?sha256=${hash}#${encodeURIComponent(anchor)}`;
      copy(
        template.replace('\ue000', () => label).replace('\ue001', () => address),
        offer,
      );
    });
    /* The passage around the whole selection. */
    function passageOf(selection) {
      const around = selection.getRangeAt(0).commonAncestorContainer;
      let at = around.nodeType === 1 ? around : around.parentElement;
      for (; at !== null; at = at.parentElement) if (byAnchor.has(at.id)) return byAnchor.get(at.id);
      return undefined;
    }
    document.addEventListener('selectionchange', () => {
      const selection = getSelection();
      const isEmpty = selection === null || selection.isCollapsed || selection.toString().trim() === '';
      const passage = isEmpty ? undefined : passageOf(selection);
      if (passage === undefined) {
        if (document.activeElement !== offer) offer.hidden = true;
        return;
      }
      chosen = passage;
      const box = selection.getRangeAt(0).getBoundingClientRect();
      offer.hidden = false;
      offer.style.top = `${box.bottom + scrollY + 6}px`;
      offer.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - offer.offsetWidth - 8))}px`;
    });
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
