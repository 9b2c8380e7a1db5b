/** What a person may choose on a notification; `show` is a click on the notification itself. */
export type NoticeChoice = 'show' | 'rotate' | 'snooze'

/** Fixed texts, and where it is allowed the name a person gave the key. Never a secret or a part of one. */
export interface Notice {
  readonly title: string
  readonly body: string
  /** Left out where the system shows no buttons. */
  readonly buttons: readonly { readonly choice: NoticeChoice; readonly label: string }[]
  /** Something has ended already. */
  readonly urgent: boolean
}

/** The system's own notifications. */
export interface Notifier {
  readonly isSupported: boolean
  readonly hasButtons: boolean
  /** Shows it in place of the one before; `chosen` is called once, or never. */
  show(notice: Notice, chosen: (choice: NoticeChoice) => void): void
}
