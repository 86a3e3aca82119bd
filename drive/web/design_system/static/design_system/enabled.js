// Runs before the page is drawn, so that what needs JavaScript does not flicker.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
