import { AppError } from '@contract/errors'
import type { HttpExchange, HttpResponse, HttpTransport } from '@main/ports/http'

export const answer = (status: number, headers: Record<string, string> = {}, body = ''): HttpResponse => ({
  status,
  headers,
  body: Buffer.from(body)
})

export const unreachable = (): AppError => new AppError('provider-unreachable', { host: 'api.example.com' })

export interface FakeTransport extends HttpTransport {
  readonly exchanges: HttpExchange[]
}

/** Gives these outcomes one after the other, the last one for ever. */
export function createFakeTransport(...outcomes: (HttpResponse | Error)[]): FakeTransport {
  const exchanges: HttpExchange[] = []
  return {
    exchanges,
    lookup: async () => [{ address: '93.184.215.14', family: 4 }],
    async exchange(exchange) {
      exchanges.push(exchange)
      const outcome = outcomes[Math.min(exchanges.length, outcomes.length) - 1] ?? unreachable()
      if (outcome instanceof Error) throw outcome
      return outcome
    }
  }
}
