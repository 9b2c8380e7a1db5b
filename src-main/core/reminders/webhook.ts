import type { WebhookShape } from '@contract/model/reminder'
import type { HttpRequest } from '../../ports/http'

/** What a channel is told. */
export interface ChannelText {
  readonly title: string
  readonly body: string
}

/**
 * The request that tells `url` in the words its service understands.
 * Slack: api.slack.com/messaging/webhooks. Discord: discord.com/developers/docs/resources/webhook; the empty list of
 * mentions keeps a key called `@everyone` from ringing everybody. ntfy: docs.ntfy.sh/publish/#publish-as-json, which
 * takes the topic out of the path, so that titles may hold any character.
 */
export function webhookRequest(
  url: string,
  shape: WebhookShape,
  { title, body }: ChannelText,
  id: string
): HttpRequest {
  const text = `${title}\n${body}`
  switch (shape) {
    case 'json':
      return post(url, { source: 'keyquay', id, title, body })
    case 'slack':
      return post(url, { text })
    case 'discord':
      return post(url, { content: text, allowed_mentions: { parse: [] } })
    case 'ntfy': {
      const at = new URL(url)
      const segments = at.pathname.split('/').filter((segment) => segment !== '')
      const topic = segments.pop() ?? ''
      at.pathname = `/${segments.join('/')}`
      return post(at.href, { topic: decodeURIComponent(topic), title, message: body })
    }
  }
}

function post(url: string, content: object): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', 'user-agent': 'Keyquay' },
    body: JSON.stringify(content),
    // Whether it is sent again is decided by what is written down of it.
    repeat: 'once'
  }
}
