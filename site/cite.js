/* Citations: a chooser of styles, a button beside each wording, and buttons at a selection that cite the passage it stands in. */
(() => {
  const key = 'variorum-cite-style';
  /* A page opened from a folder may have no storage: the choice then lasts as long as the page. */
  function recall() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  function remember(style) {
    try {
      localStorage.setItem(key, style);
    } catch {
      // Nothing to do: the page itself shows the choice.
    }
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function start() {
    const script = document.getElementById('-cite-passages');
    if (script === null) return;
    const data = JSON.parse(script.textContent);
    const { words } = data;
    const status = element('p', { className: 'cite-status' });
    status.setAttribute('role', 'status');
    document.body.append(status);
    let style = data.style;

    async function copy(text, button) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = element('textarea', { value: text, readOnly: true });
        const focused = document.activeElement;
        (button.parentElement ?? document.body).append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
        focused?.focus();
      }
      button.classList.add('copied');
      status.textContent = words.copied;
      setTimeout(() => {
        button.classList.remove('copied');
        status.textContent = '';
      }, 1500);
    }

    /* The wordings, one style at a time. */
    function chooser() {
      const citations = [...document.querySelectorAll('.cite .citation')];
      for (const wording of document.querySelectorAll('.cite .citation p')) {
        const form = wording.querySelector('span');
        const text = wording.textContent.slice(form?.textContent.length ?? 0).trim();
        const button = element('button', { type: 'button', className: 'copy', textContent: words.copy });
        if (form !== null) button.setAttribute('aria-label', `${words.copy}: ${form.textContent}`);
        button.addEventListener('click', () => copy(text, button));
        wording.append(' ', button);
      }
      const styles = [...document.querySelectorAll('.cite [data-style]')];
      if (styles.length < 2) return;
      const select = element('select', { id: 'cite-style' });
      for (const { dataset, textContent } of styles)
        select.append(element('option', { value: dataset.style, textContent }));
      const label = element('label', { htmlFor: 'cite-style', textContent: words.style });
      const line = element('p', { className: 'cite-style' }, label, ' ', select);
      const folded = document.querySelector('.cite details.styles');
      citations[0].before(line);
      line.after(...citations);
      folded?.remove();
      function show(wanted) {
        const shown = styles.find(({ dataset }) => dataset.style === wanted) ?? styles[0];
        style = shown.dataset.style;
        select.value = style;
        for (const each of styles) each.parentElement.hidden = true;
        for (const citation of citations) citation.hidden = !citation.contains(shown);
      }
      select.addEventListener('change', () => {
        show(select.value);
        remember(style);
      });
      show(recall());
    }

    /* What is selected inside one passage. */
    const byAnchor = new Map(data.passages.map((passage) => [passage[0], passage]));
    function passageOf(range) {
      const around = range.commonAncestorContainer;
      let at = around.nodeType === 1 ? around : around.parentElement;
      for (; at !== null; at = at.parentElement) if (byAnchor.has(at.id)) return byAnchor.get(at.id);
      return undefined;
    }
    /* The words selected and 32 characters on each side, as the passage has them. */
    function quotationOf(range, anchor) {
      const around = document.createRange();
      around.selectNodeContents(document.getElementById(anchor));
      const [before, after] = [around.cloneRange(), around.cloneRange()];
      before.setEnd(range.startContainer, range.startOffset);
      after.setStart(range.endContainer, range.endOffset);
      return {
        exact: range.toString(),
        prefix: [...before.toString()].slice(-32).join(''),
        suffix: [...after.toString()].slice(0, 32).join(''),
      };
    }
    function uuid() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = (bytes[6] & 15) | 64;
      bytes[8] = (bytes[8] & 63) | 128;
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
    }

    function selection() {
      const page = data.page || location.href.split(/[?#]/)[0];
      let chosen;
      const addressOf = ([anchor, , hash]) => `${page}?sha256=${hash}#${encodeURIComponent(anchor)}`;
      const templateOf = (name) => data.templates.find(([, ...names]) => names.includes(name))?.[0];
      const citationOf = (passage) =>
        (templateOf(style) ?? templateOf(data.style))
          .replaceAll('\ufdd0', () => passage[1])
          .replaceAll('\ufdd1', () => addressOf(passage));
      /* As `variorum cite --format annotation` makes it, with the words selected inside the passage. */
      function annotationOf({ passage, quotation }) {
        const quote = { type: 'TextQuoteSelector', ...quotation };
        const fragment = {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
          value: encodeURIComponent(passage[0]),
          refinedBy: quote,
        };
        const annotation = {
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          id: uuid(),
          type: 'Annotation',
          motivation: 'bookmarking',
          body: {
            type: 'TextualBody',
            value: citationOf(passage),
            format: 'text/plain',
            purpose: 'describing',
          },
          target: {
            id: addressOf(passage),
            type: 'SpecificResource',
            source: page,
            selector: [fragment, quote],
            ...(data.since === '' ? {} : { state: { type: 'TimeState', sourceDate: data.since } }),
            ...(data.version === '' ? {} : { 'schema:version': data.version }),
          },
        };
        return JSON.stringify(annotation, undefined, 2);
      }
      const group = element('div', { className: 'cite-passage', hidden: true });
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', words.passage);
      const title = element('span', { textContent: words.passage });
      title.setAttribute('aria-hidden', 'true');
      group.append(title);
      const offers = [
        [words.citation, () => citationOf(chosen.passage)],
        [words.link, () => addressOf(chosen.passage)],
        [words.annotation, () => annotationOf(chosen)],
      ];
      for (const [label, text] of offers) {
        const button = element('button', { type: 'button', textContent: label });
        button.addEventListener('click', () => copy(text(), button));
        group.append(button);
      }
      document.body.append(group);

      document.addEventListener('selectionchange', () => {
        const selected = getSelection();
        if (group.contains(document.activeElement)) return;
        const isEmpty = selected === null || selected.isCollapsed || selected.toString().trim() === '';
        const range = isEmpty ? undefined : selected.getRangeAt(0);
        const passage = range === undefined ? undefined : passageOf(range);
        group.hidden = passage === undefined;
        if (passage === undefined) return;
        chosen = { passage, quotation: quotationOf(range, passage[0]) };
        const box = range.getBoundingClientRect();
        group.style.top = `${box.bottom + scrollY + 6}px`;
        group.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - group.offsetWidth - 8))}px`;
      });
      /* The buttons stand at the end of the page; while words are selected, the Tab key leads to them. */
      document.addEventListener('keydown', (event) => {
        if (group.hidden) return;
        if (event.key === 'Escape') {
          const wasInside = group.contains(document.activeElement);
          group.hidden = true;
          if (wasInside) document.activeElement.blur();
        } else if (event.key === 'Tab' && !event.shiftKey && !group.contains(document.activeElement)) {
          event.preventDefault();
          group.querySelector('button').focus();
        }
      });
    }

    chooser();
    selection();
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
