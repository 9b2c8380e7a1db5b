import { z } from 'zod'

// Imported before any schema is built: the page's policy refuses eval, which zod would otherwise try once.
z.config({ jitless: true })
