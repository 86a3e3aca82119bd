// Keeps what is typed on the server while somebody is typing: nothing is kept in the browser.
// Forms with a large box are kept, and those that say under which name the page looks for a draft.
const PAUSE = 2000

export function keepDrafts () {
  const address = document.querySelector('meta[name="drafts"]')?.content
  if (!address) return
  for (const form of document.querySelectorAll('main form[method="post"]')) {
    if (form.dataset.draftForm || form.querySelector('textarea')) keep(form, address)
  }
}

function keep (form, address) {
  const said = document.createElement('p')
  said.className = 'govuk-body-s drive-saved'
  said.setAttribute('role', 'status')
  form.append(said)
  let waiting
  let sent = false
  form.addEventListener('submit', () => { sent = true; clearTimeout(waiting) })
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const words = await send(form, address)
      if (!sent) said.textContent = words ?? 'Not kept yet: Drive cannot be reached'
    }, PAUSE)
  })
}

async function send (form, address) {
  const typed = new FormData(form)
  for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name)
  typed.set('draft_path', location.pathname)
  if (form.dataset.draftForm) {
    typed.set('draft_form', form.dataset.draftForm)
    typed.set('draft_subject', form.dataset.draftSubject ?? '')
  }
  try {
    const answer = await fetch(address, { method: 'POST', body: typed, redirect: 'error' })
    return answer.ok ? (await answer.json()).words : null
  } catch {
    return null
  }
}
