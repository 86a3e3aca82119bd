// Keeps what is typed on the server while somebody is typing: nothing is kept in the browser.
// Forms with a large box are kept, and those that say under which name the page looks for a draft.
const PAUSE = 1500
const LONGEST = 3500
// After one request that nobody heard, the next still comes within five seconds of typing.
const AGAIN = 1000
const AGAIN_AT_MOST = 3000
const PATIENCE = 10000
// A request that outlives its page may carry this much; browsers refuse more.
const OUTLIVING = 60000
const WORDS = {
  unreachable: 'Not saved yet: Drive cannot be reached. Leave this page open: it is tried again every few seconds.',
  signedOut: 'Not saved: you have been signed out. Leave this page open; what you typed is saved by itself as soon as you have signed in.',
  tooLong: 'Not saved: this is more than Drive can keep at once. Copy a part of it into another note.'
}

export function keepDrafts () {
  const about = document.querySelector('meta[name="drafts"]')
  if (!about) return
  for (const form of document.querySelectorAll('main form[method="post"]')) {
    if (form.dataset.draftForm || form.querySelector('textarea')) new Keeper(form, about).start()
  }
}

class Keeper {
  constructor (form, about) {
    this.form = form
    this.address = about.content
    this.author = about.dataset.author
    this.signIn = about.dataset.signIn
    this.state = 'saved'
    this.unsaved = false
    this.firstUnsavedAt = 0
    this.unheard = 0
  }

  start () {
    this.mark('draft_form', this.form.dataset.draftForm ?? '')
    this.mark('draft_subject', this.form.dataset.draftSubject ?? '')
    this.mark('draft_author', this.author)
    this.mark('draft_from', '')
    this.number = this.mark('draft_number', '0')
    const page = this.mark('draft_page', '')
    page.value ||= randomName()
    this.shown = this.form.appendChild(paragraph('govuk-body-s drive-saved'))
    this.told = this.form.appendChild(paragraph('govuk-visually-hidden'))
    this.told.setAttribute('role', 'status')
    for (const kind of ['input', 'change']) this.form.addEventListener(kind, () => this.typed())
    this.form.addEventListener('focusout', () => this.unsaved && this.save())
    this.form.addEventListener('submit', (event) => this.submitted(event))
    window.addEventListener('pagehide', () => this.leave())
    document.addEventListener('visibilitychange', () => document.hidden && this.leave())
    // The page was gone and is shown again, as it was.
    window.addEventListener('pageshow', () => { this.sent = false })
    window.addEventListener('beforeunload', (event) => this.warn(event))
  }

  // The hidden field of that name: written by the page, or added here.
  mark (name, value) {
    const found = this.form.querySelector(`input[name="${name}"]`)
    if (found) return found
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    return this.form.appendChild(field)
  }

  typed () {
    if (!this.unsaved) this.firstUnsavedAt = Date.now()
    this.unsaved = true
    this.plan(Math.min(PAUSE, Math.max(0, this.firstUnsavedAt + LONGEST - Date.now())))
  }

  plan (wait) {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.save(), wait)
  }

  // One request at a time; what is typed meanwhile goes with the next.
  async save () {
    clearTimeout(this.waiting)
    if (this.sent) return
    if (this.saving) {
      this.saveAgain = true
      return
    }
    this.saving = true
    this.unsaved = false
    const answer = await this.ask()
    this.saving = false
    this.say(answer)
    this.unheard = answer.state === 'saved' ? 0 : this.unheard + 1
    if (this.unheard) this.unsaved = true
    const again = this.saveAgain
    this.saveAgain = false
    if (answer.state === 'tooLong') return
    if (this.unheard) this.plan(Math.min(AGAIN * this.unheard, AGAIN_AT_MOST))
    else if (again || this.unsaved) this.typed()
  }

  async ask () {
    const answer = await this.send()
    // The token of the page is out of date once somebody has signed in anew.
    if (answer.state !== 'refused') return answer
    const renewed = await this.renew()
    return renewed.state === 'renewed' ? this.settled(await this.send()) : this.settled(renewed)
  }

  settled (answer) {
    return answer.state === 'refused' ? { state: 'unreachable' } : answer
  }

  async send () {
    return this.call(this.address, { method: 'POST', body: this.body() })
  }

  async renew () {
    const answer = await this.call(`${this.address}?draft_author=${this.author}`, {})
    if (!answer.token) return answer
    for (const field of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) field.value = answer.token
    return { state: 'renewed' }
  }

  async call (address, request) {
    const signal = AbortSignal.timeout(PATIENCE)
    try {
      return await read(await fetch(address, { ...request, redirect: 'manual', cache: 'no-store', signal }))
    } catch {
      return { state: 'unreachable' }
    }
  }

  body () {
    this.number.value = Number(this.number.value) + 1
    const typed = new FormData(this.form)
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name)
    for (const secret of this.form.querySelectorAll('input[type="password"]')) typed.delete(secret.name)
    typed.set('draft_path', location.pathname + location.search)
    return typed
  }

  // The page goes, or is put aside: the request outlives it.
  leave () {
    if (this.sent || !(this.unsaved || this.saving)) return
    const body = new URLSearchParams(this.body())
    const keepalive = body.toString().length < OUTLIVING
    fetch(this.address, { method: 'POST', body, redirect: 'manual', keepalive }).catch(() => {})
  }

  submitted (event) {
    // With nobody there to take it, the text is safest where it stands.
    if (!event.defaultPrevented && ['unreachable', 'signedOut', 'other'].includes(this.state)) {
      event.preventDefault()
      this.sendLater(event.submitter)
      return
    }
    this.number.value = Number(this.number.value) + 1
    this.sent = true
    clearTimeout(this.waiting)
    // Still here after a while: the form was not sent after all.
    setTimeout(() => { this.sent = false }, PATIENCE)
  }

  async sendLater (submitter) {
    await this.save()
    if (this.state === 'saved') this.form.requestSubmit(submitter)
    else this.shown.scrollIntoView({ block: 'nearest' })
  }

  warn (event) {
    if (!this.sent && this.unsaved && this.state !== 'saved') event.preventDefault()
  }

  say (answer) {
    const news = answer.state !== this.state || !this.shown.textContent
    this.state = answer.state
    const words = answer.words ?? WORDS[answer.state]
    this.shown.textContent = words
    this.shown.classList.toggle('drive-saved--not', answer.state !== 'saved')
    if (answer.state === 'signedOut' || answer.state === 'other') this.shown.append(' ', this.link())
    // Said aloud when it changes, not at each saving.
    if (news) this.told.textContent = answer.state === 'saved' ? 'What you typed is saved' : words
  }

  link () {
    const link = document.createElement('a')
    Object.assign(link, { href: this.signIn, target: '_blank', rel: 'noopener', className: 'govuk-link', textContent: 'Sign in (opens in a new tab)' })
    return link
  }
}

// A signed-out session is answered with a way to the sign-in page, which `manual` shows as opaque.
async function read (answer) {
  if (answer.type === 'opaqueredirect') return { state: 'signedOut' }
  if (answer.ok) return { state: 'saved', ...await answer.json() }
  if (answer.status === 409) return { state: 'other', ...await answer.json() }
  if (answer.status === 403) return { state: 'refused' }
  if (answer.status === 400 || answer.status === 413) return { state: 'tooLong' }
  return { state: 'unreachable' }
}

function paragraph (classes) {
  const made = document.createElement('p')
  made.className = classes
  return made
}

function randomName () {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
