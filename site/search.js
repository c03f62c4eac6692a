/* The search: asks the index that the build made. Texts of passages are loaded in parts, when a result needs them. */
(() => {
  const form = document.querySelector('form.search');
  if (!form) return;
  const { words, romanPattern } = variorumWords;
  const say = (key, filling) => (form.getAttribute(`data-${key}`) ?? key).replace(/\{\w+\}/, filling);
  const pageLength = 20;
  const found = document.querySelector('.found');
  const list = document.querySelector('ol.results');
  const names = document.querySelector('.names-found');
  const more = document.querySelector('.more-results');
  let data;
  let mini;
  let asked = 0;
  const texts = new Map();
  const waiting = new Map();

  window.variorumTexts = (n, part) => {
    texts.set(n, JSON.parse(part));
    waiting.get(n)?.resolve();
  };

  function open(script) {
    data = JSON.parse(script);
    mini = MiniSearch.loadJSON(data.index, { fields: ['text'], processTerm: (term) => term });
    data.index = '';
    data.names = data.entries.map(([, , , all]) => all.map((name) => words(name).map(({ term }) => term)));
    data.passagesOf = data.entries.map(() => []);
    data.named.forEach((entries, passage) => {
      for (const entry of entries) data.passagesOf[entry].push(passage);
    });
  }
  window.variorumIndex = open;

  function partOf(passage) {
    let low = 0;
    let high = data.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (data.starts[middle] <= passage) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function load(n) {
    if (texts.has(n)) return Promise.resolve();
    if (!waiting.has(n)) {
      const one = {};
      one.promise = new Promise((resolve) => {
        one.resolve = resolve;
      });
      waiting.set(n, one);
      const script = document.createElement('script');
      script.src = `${form.dataset.up}assets/search/${n}.js`;
      script.onerror = () => {
        texts.set(n, []);
        one.resolve();
      };
      document.head.append(script);
    }
    return waiting.get(n).promise;
  }

  const passageAt = (id) => texts.get(partOf(id))?.[id - data.starts[partOf(id)]] ?? ['', '', []];

  /** Words and phrases of a question. */
  function read(question) {
    const asks = [];
    const parts = question.matchAll(/["“”„«»‟]([^"“”„«»‟]*)["“”„«»‟]|(\S+)/g);
    for (const [, quoted, single] of parts) {
      const terms = words(quoted ?? single).map(({ term }) => term);
      if (terms.length === 0) continue;
      const isPrefix = quoted === undefined && /\*["“”„«»]*$/.test(single);
      if (terms.length === 1) asks.push({ terms, isPrefix });
      else asks.push({ terms, isPhrase: true, isPrefix });
    }
    return asks;
  }

  /** Whether a word of a name is the word asked for, in whatever script either is written. */
  function matcher(term, isPrefix) {
    const pattern = romanPattern(term);
    const patterns = new Map();
    return (word) => {
      if (isPrefix ? word.startsWith(term) : word === term) return true;
      if (pattern?.test(word)) return true;
      if (!patterns.has(word)) patterns.set(word, romanPattern(word));
      return patterns.get(word)?.test(term) ?? false;
    };
  }

  function entriesNamed(ask) {
    const matchers = ask.terms.map((term, at) => matcher(term, ask.isPrefix && at === ask.terms.length - 1));
    const named = [];
    data.names.forEach((all, entry) => {
      const isNamed = all.some((name) =>
        name.some((_, from) => matchers.every((matches, at) => name[from + at] && matches(name[from + at]))),
      );
      if (isNamed) named.push(entry);
    });
    return named;
  }

  const ask1 = (term, isPrefix) =>
    new Map(
      mini.search(term, { prefix: isPrefix, tokenize: (text) => [text] }).map(({ id, score }) => [id, score]),
    );

  /** Passages that a word or phrase stands in, or that name an entry called so, with their weight. */
  async function passagesWith(ask) {
    let hits;
    ask.terms.forEach((term, at) => {
      const own = ask1(term, ask.isPrefix && at === ask.terms.length - 1);
      hits = hits
        ? new Map([...hits].filter(([id]) => own.has(id)).map(([id, score]) => [id, score + own.get(id)]))
        : own;
    });
    if (ask.isPhrase) {
      await Promise.all([...new Set([...hits.keys()].map(partOf))].map(load));
      for (const id of [...hits.keys()]) {
        if (places(passageAt(id)[1], ask).length === 0) hits.delete(id);
      }
    }
    for (const entry of ask.entries) {
      for (const passage of data.passagesOf[entry]) hits.set(passage, Math.max(hits.get(passage) ?? 0, 3));
    }
    return hits;
  }

  /** Where a word or phrase stands in a text. */
  function places(text, { terms, isPrefix }) {
    const all = words(text);
    const last = terms.length - 1;
    const at = [];
    for (let from = 0; from + last < all.length; from++) {
      const isHere = terms.every((term, n) => {
        const word = all[from + n].term;
        return isPrefix && n === last ? word.startsWith(term) : word === term;
      });
      if (isHere) at.push([all[from].start, all[from + last].end]);
    }
    return at;
  }

  const facet = (name) => form.elements[name].value;

  async function search() {
    const turn = ++asked;
    const asks = read(form.elements.q.value);
    for (const ask of asks) ask.entries = entriesNamed(ask);
    const chosen = ['person', 'place', 'text-kind', 'language'].some((name) => facet(name) !== '');
    if (asks.length === 0 && !chosen) {
      list.replaceChildren();
      names.replaceChildren();
      found.textContent = '';
      more.hidden = true;
      return;
    }
    let hits;
    for (const ask of asks) {
      const own = await passagesWith(ask);
      hits = hits
        ? new Map([...hits].filter(([id]) => own.has(id)).map(([id, score]) => [id, score + own.get(id)]))
        : own;
    }
    hits ??= new Map(data.document.map((_, id) => [id, 0]));
    const entries = ['person', 'place']
      .map(facet)
      .filter((value) => value !== '')
      .map(Number);
    const kind = facet('text-kind');
    const language = facet('language');
    const ids = [...hits.keys()].filter(
      (id) =>
        entries.every((entry) => data.named[id].includes(entry)) &&
        (kind === '' || data.kind[id] === Number(kind)) &&
        (language === '' || data.language[id] === Number(language)),
    );
    ids.sort((a, b) => hits.get(b) - hits.get(a) || a - b);
    if (turn !== asked) return;
    showNames(asks);
    list.replaceChildren();
    found.textContent = ids.length === 0 ? say('no-results') : say('results-n', ids.length);
    await show(ids, asks, turn);
    document.documentElement.dataset.searched = String(turn);
  }

  async function show(ids, asks, turn) {
    const from = list.children.length;
    const next = ids.slice(from, from + pageLength);
    await Promise.all([...new Set(next.map(partOf))].map(load));
    if (turn !== asked) return;
    for (const id of next) list.append(result(id, asks));
    more.hidden = from + next.length >= ids.length;
    more.onclick = () => {
      const at = list.children.length;
      show(ids, asks, turn).then(() => list.children[at]?.querySelector('a')?.focus());
    };
  }

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  /** A passage: where it stands, and its words around what was found. */
  function result(id, asks) {
    const [anchor, text, mentions] = passageAt(id);
    const [route, title] = data.documents[data.document[id]];
    const marks = asks.flatMap((ask) => places(text, ask));
    const entries = new Set(asks.flatMap((ask) => ask.entries));
    for (let at = 0; at < mentions.length; at += 3) {
      if (entries.has(mentions[at])) marks.push([mentions[at + 1], mentions[at + 2]]);
    }
    marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const link = element('a', '', title);
    link.href = `${form.dataset.up}${route}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
    const line = element('p', 'context');
    line.dir = 'auto';
    if (data.languages[data.language[id]]) line.lang = data.languages[data.language[id]];
    const first = marks[0]?.[0] ?? 0;
    let at = first > 90 ? text.indexOf(' ', first - 80) + 1 : 0;
    if (at > first) at = first;
    let end = Math.min(text.length, at + 320);
    if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), at + 1);
    if (at > 0) line.append('… ');
    for (const [start, stop] of marks) {
      if (start < at || start >= end) continue;
      line.append(text.slice(at, start), element('mark', '', text.slice(start, stop)));
      at = stop;
    }
    line.append(text.slice(at, Math.max(end, at)), end < text.length ? ' …' : '');
    const kind = element('span', 'what-kind', say(`kind-${data.kinds[data.kind[id]]}`));
    return element('li', '', element('p', 'where', link, ' ', kind), line);
  }

  function showNames(asks) {
    names.replaceChildren();
    const all = new Set(asks.flatMap((ask) => ask.entries));
    if (all.size === 0) return;
    const entries = element('ul', '');
    for (const entry of [...all].slice(0, 12)) {
      const [route, label, kind] = data.entries[entry];
      const link = element('a', '', label);
      link.href = `${form.dataset.up}${route}`;
      entries.append(element('li', '', link, ' ', element('span', 'what-kind', say(kind))));
    }
    names.append(element('h2', '', say('names-found')), entries);
  }

  function fill(name, options) {
    const select = form.elements[name];
    for (const [value, label] of options) select.append(new Option(label, value));
    if (options.length === 0 || (name !== 'person' && name !== 'place' && options.length < 2)) {
      select.closest('p').hidden = true;
    }
  }

  function fillFacets() {
    const counts = data.passagesOf.map((all) => all.length);
    for (const kind of ['person', 'place']) {
      fill(
        kind,
        data.entries.flatMap(([, label, own], at) =>
          own === kind && counts[at] > 0 ? [[at, `${label} (${counts[at]})`]] : [],
        ),
      );
    }
    fill(
      'text-kind',
      data.kinds.map((kind, at) => [at, say(`kind-${kind}`)]),
    );
    const nameOf = (language) => {
      try {
        const all = new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });
        return all.of(language);
      } catch {
        return language;
      }
    };
    fill(
      'language',
      data.languages.flatMap((language, at) => (language ? [[at, nameOf(language)]] : [])),
    );
  }

  addEventListener('DOMContentLoaded', () => {
    if (!data) return;
    fillFacets();
    form.hidden = false;
    let later;
    form.addEventListener('input', () => {
      clearTimeout(later);
      later = setTimeout(search, 120);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(later);
      search();
      try {
        history.replaceState(null, '', `?q=${encodeURIComponent(form.elements.q.value)}`);
      } catch {
        // A browser may forbid a new address for a file: the search works without.
      }
    });
    const question = new URLSearchParams(location.search).get('q');
    if (question) {
      form.elements.q.value = question;
      search();
    }
  });
})();
