// Keys for those who work here all day. Each does what a link on the page does; none is needed.

const typing = 'input, select, textarea';

// What a page offers: links and fields name their key themselves.
function press(key) {
  const wanted = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!wanted) {
    return false;
  }
  wanted.matches(typing) ? wanted.focus() : wanted.click();
  return true;
}

function step(by) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  next?.focus();
  return Boolean(next);
}

function enter(number) {
  const door = document.querySelectorAll('.rooms a')[number - 1];
  door?.click();
  return Boolean(door);
}

function keys() {
  const list = document.getElementById('keys');
  list.open = !list.open;
  if (list.open) {
    list.querySelector('summary').focus();
  }
  return true;
}

function act(key) {
  switch (key) {
    case '?': return keys();
    case 'j': return step(1);
    case 'k': return step(-1);
    default: return /^[1-9]$/.test(key) ? enter(Number(key)) : press(key);
  }
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  if (event.target.matches(typing)) {
    if (event.key === 'Escape') {
      event.target.blur();
    }
    return;
  }
  if (act(event.key)) {
    event.preventDefault();
  }
});
