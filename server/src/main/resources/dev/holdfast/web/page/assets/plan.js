// Small comforts of the planner's room; every page works without them.

// A supply curve can be taken and moved to the right: whole weeks, written into the field beside the picture, which is
// the way for those who type.
function draggable(form) {
  const figure = document.querySelector(`[data-steps="${form.dataset.slip}"]`);
  const field = form.querySelector('[name="amount"]');
  if (!figure) {
    return;
  }
  form.classList.add('draggable');
  figure.classList.add('dragging-on');
  for (const hill of figure.querySelectorAll('.steps-hill')) {
    const drawing = hill.ownerSVGElement;
    let start = null;
    let ghost = null;
    const weeks = event => {
      const scale = drawing.viewBox.baseVal.width / drawing.getBoundingClientRect().width;
      return Math.max(0, Math.min(52, Math.round((event.clientX - start) * scale / Number(drawing.dataset.week))));
    };
    hill.addEventListener('pointerdown', event => {
      start = event.clientX;
      ghost = ghost || drawing.appendChild(hill.cloneNode());
      ghost.setAttribute('class', 'steps-slipped');
      hill.setPointerCapture(event.pointerId);
    });
    hill.addEventListener('pointermove', event => {
      if (start !== null) {
        ghost.setAttribute('transform', `translate(${weeks(event) * Number(drawing.dataset.week)} 0)`);
        field.value = Math.max(1, weeks(event));
      }
    });
    hill.addEventListener('pointerup', event => {
      const moved = weeks(event);
      start = null;
      if (moved > 0) {
        form.requestSubmit();
      }
    });
    hill.addEventListener('pointercancel', () => {
      start = null;
    });
  }
}

document.querySelectorAll('form[data-slip]').forEach(draggable);
