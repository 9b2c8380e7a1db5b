/** The smallest manifest that does something: list, create, revoke. A plain value: tests change what they need. */
export const exampleManifest = {
  manifestVersion: 1,
  id: 'example',
  name: 'Example',
  provenance: 'assumed',
  connection: { baseUrl: 'https://api.example.com/v1', provenance: 'assumed' },
  credentials: { apiKey: { kind: 'bearer', label: 'Management key' } },
  kinds: [
    {
      id: 'key',
      label: 'API key',
      format: {
        prefixes: ['ex_'],
        pattern: '[A-Za-z0-9]{20}',
        words: 'ex_ and 20 letters or digits',
        mask: { keepStart: 4 }
      },
      rotation: { mode: 'successor' },
      fields: { remoteId: 'id', name: 'name', preview: 'preview', createdAt: 'created_at' },
      operations: {
        list: {
          provenance: 'assumed',
          method: 'GET',
          path: '/keys',
          credential: 'apiKey',
          from: 'body.data',
          pagination: { kind: 'cursor', param: 'cursor', nextPath: 'body.next_cursor', sizeParam: 'limit', size: 50 }
        },
        create: {
          provenance: 'assumed',
          method: 'POST',
          path: '/keys',
          credential: 'apiKey',
          body: '{name: name}',
          fields: { secret: 'key' }
        },
        revoke: { provenance: 'assumed', method: 'DELETE', path: '/keys/{id}', credential: 'apiKey' }
      }
    }
  ]
}
