// Starts the components that add to pages which work without them.
import { createAll, initAll } from '../vendor/govuk-frontend.min.js'
import { SortableTable } from '../vendor/moj-frontend.min.js'
import { keepDrafts } from './drafts.js'

initAll()
createAll(SortableTable)
keepDrafts()
