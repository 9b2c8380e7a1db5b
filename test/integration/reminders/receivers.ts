import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface WebhookReceiver {
  readonly url: string
  readonly bodies: string[]
  /** What the next requests are answered; `break` reads the body and hangs up. 200 when there is none. */
  readonly answers: (number | 'break')[]
  close(): Promise<void>
}

/** A real HTTP server on this computer that keeps what it is sent. */
export async function receiveWebhooks(): Promise<WebhookReceiver> {
  const bodies: string[] = []
  const answers: (number | 'break')[] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString('utf8'))
      const answer = answers.shift() ?? 200
      if (answer === 'break') request.socket.destroy()
      else response.writeHead(answer).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}/hook/topic`,
    bodies,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      })
  }
}

export interface MailReceiver {
  readonly port: number
  readonly mails: string[]
  readonly logins: string[]
  /** Breaks the next connections off after the text was received. */
  breaks: number
  close(): Promise<void>
}

/** A real SMTP server on this computer. It takes one user and password. */
export async function receiveMail(options: { secure?: boolean } = {}): Promise<MailReceiver> {
  const mails: string[] = []
  const logins: string[] = []
  const server = new SMTPServer({
    secure: options.secure ?? false,
    disabledCommands: options.secure === true ? [] : ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      logins.push(username ?? '')
      if (password === 'mail password') done(null, { user: username ?? '' })
      else done(new Error('no'))
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'))
        if (receiver.breaks > 0) {
          receiver.breaks -= 1
          for (const connection of server.connections) connection.close()
        } else done()
      })
    }
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const receiver: MailReceiver = {
    port,
    mails,
    logins,
    breaks: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      })
  }
  return receiver
}
