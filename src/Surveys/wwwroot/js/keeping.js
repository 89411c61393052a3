// Keeps a half-filled anonymous survey in this browser, and nowhere else, until it is sent; offers to go on with it.
const form = document.querySelector('form[data-survey]')
const done = document.querySelector('[data-survey-done]')
const place = id => `eventops-survey-${id}`
const mine = field => field.name.startsWith('q-')

function keep() {
  const kept = [...new FormData(form)].filter(([name, value]) => (name.startsWith('q-') || name === 'page') && value !== '')
  try { localStorage.setItem(place(form.dataset.survey), JSON.stringify(kept)) } catch { /* a browser that keeps nothing */ }
}

function restore(kept) {
  const values = Map.groupBy(kept, ([name]) => name)
  for (const field of form.elements) {
    if (!mine(field) || !values.has(field.name)) continue
    const typed = values.get(field.name).map(([, value]) => value)
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = typed.includes(field.value)
    else field.value = typed[0]
    values.delete(field.type === 'radio' || field.type === 'checkbox' ? '' : field.name)
  }
  const here = new Set([...form.elements].map(field => field.name))
  for (const [name, value] of kept.filter(([name]) => name.startsWith('q-') && !here.has(name))) {
    const hidden = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
    form.append(hidden)
  }
}

if (done) try { localStorage.removeItem(place(done.dataset.surveyDone)) } catch { /* nothing was kept */ }

if (form?.dataset.keep) {
  let kept = null
  try { kept = JSON.parse(localStorage.getItem(place(form.dataset.survey)) ?? 'null') } catch { kept = null }
  const untouched = ![...form.elements].some(field => mine(field) && (field.checked || (field.type === 'hidden' && field.value)))
  if (kept && untouched) restore(kept)
  form.addEventListener('input', keep)
  form.addEventListener('submit', keep)
}
