/* Two texts of a document side by side, with the words marked in which they differ from each other. Without it each witness stands beside the reading text. */
(() => {
  const form = document.querySelector('form.compare-two');
  if (!form) return;
  const rows = JSON.parse(document.getElementById('witness-lines').textContent);
  const [first, second] = form.querySelectorAll('select');
  const said = form.querySelector('output');
  const frame = document.querySelector('.compared');
  const all = document.getElementById('all-texts');
  const singles = document.querySelector('.single-texts');

  /** Which words of two lines are in both, in their order (longest common subsequence). */
  const common = (a, b) => {
    const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        longest[i][j] =
          a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    const both = [new Set(), new Set()];
    for (let i = 0, j = 0; i < a.length && j < b.length; )
      if (a[i] === b[j]) {
        both[0].add(i++);
        both[1].add(j++);
      } else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
      else j++;
    return both;
  };
  const cell = (words, shared) => {
    const td = document.createElement('td');
    if (words === undefined) {
      td.className = 'missing';
      td.textContent = '–';
      return td;
    }
    for (let at = 0; at < words.length; ) {
      const isShared = shared.has(at);
      let end = at;
      while (end < words.length && shared.has(end) === isShared) end++;
      const run = words.slice(at, end).join(' ');
      if (at > 0) td.append(' ');
      if (isShared) td.append(run);
      else td.append(Object.assign(document.createElement('mark'), { textContent: run }));
      at = end;
    }
    return td;
  };

  const show = () => {
    const [a, b] = [first.value, second.value];
    const isChosen = b !== '';
    frame.hidden = !isChosen;
    all.hidden = isChosen;
    singles.hidden = isChosen;
    said.textContent = '';
    if (!isChosen) return;
    const heads = frame.querySelectorAll('th');
    heads[0].textContent = first.selectedOptions[0].textContent;
    heads[1].textContent = second.selectedOptions[0].textContent;
    let differing = 0;
    const lines = rows.map(({ lines, of }) => {
      const [left, right] = [a, b].map((text) => lines[of[text]]?.split(' '));
      if (of[a] !== of[b]) differing++;
      const both = left && right ? common(left, right) : [new Set(), new Set()];
      const row = document.createElement('tr');
      row.append(cell(left, both[0]), cell(right, both[1]));
      return row;
    });
    frame.querySelector('tbody').replaceChildren(...lines);
    said.textContent = said.dataset.words.replace('{n}', differing);
  };
  form.hidden = false;
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
})();
