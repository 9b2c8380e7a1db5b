/** What most failures leave behind. */
export const unchanged = 'Es wurde nichts geändert.'
