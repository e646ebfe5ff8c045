import type {KubeEvent, KubeObject, Member, Note} from '../../../src/model.ts'
import {memoryBytes} from '../../../src/read/archive/streams.ts'
import {type LogPiece, readBundle} from '../../../src/read/bundle/bundle.ts'

/** Files by path as members, in the order given. */
export async function* members(files: Record<string, string | Uint8Array>): AsyncGenerator<Member> {
  for (const [path, what] of Object.entries(files)) {
    const data = Buffer.from(what)
    yield {path, size: data.length, bytes: () => memoryBytes(data).stream()}
  }
}

export interface Read {
  format: string | null
  objects: KubeObject[]
  events: KubeEvent[]
  logs: (Omit<LogPiece, 'bytes' | 'type'> & {text: string})[]
  tests: string[]
  notes: Note[]
}

/** Everything that a bundle gives. */
export async function readAll(stream: AsyncIterable<Member>): Promise<Read> {
  const read: Read = {format: null, objects: [], events: [], logs: [], tests: [], notes: []}
  const pieces = readBundle({name: 'bundle', url: 'https://example.org/a'}, stream)
  for (;;) {
    const next = await pieces.next()
    if (next.done) return {...read, format: next.value.format}
    const piece = next.value
    if (piece.type === 'log') {
      const chunks: Uint8Array[] = []
      for await (const chunk of piece.bytes()) chunks.push(chunk)
      const {type: _, bytes: __, ...rest} = piece
      read.logs.push({...rest, text: Buffer.concat(chunks).toString()})
    } else if (piece.type === 'objects') read.objects.push(...piece.objects)
    else if (piece.type === 'events') read.events.push(...piece.events)
    else if (piece.type === 'test-file') read.tests.push(piece.path)
    else read.notes.push(piece.note)
  }
}

/** A pod as the API gives it, waiting for its image. */
export function pod(name: string, namespace = 'ns'): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid: `uid-${name}`,
      labels: {app: 'web'},
      ownerReferences: [{kind: 'ReplicaSet', name: 'web-1'}],
      creationTimestamp: '2026-08-19T10:00:00Z',
    },
    spec: {
      nodeName: 'n1',
      serviceAccountName: 'web-sa',
      containers: [
        {
          name: 'c',
          image: 'registry/web:1',
          envFrom: [{secretRef: {name: 'web-secret'}}],
          env: [{name: 'A', valueFrom: {configMapKeyRef: {name: 'web-config', key: 'a'}}}],
        },
      ],
      volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'web-data'}}],
    },
    status: {
      phase: 'Pending',
      conditions: [
        {
          type: 'Ready',
          status: 'False',
          reason: 'ContainersNotReady',
          message: 'containers with unready status: [c]',
          lastTransitionTime: '2026-08-19T10:00:05Z',
        },
      ],
      containerStatuses: [
        {
          name: 'c',
          ready: false,
          restartCount: 2,
          image: 'registry/web:1',
          state: {waiting: {reason: 'ImagePullBackOff', message: 'Back-off pulling image "registry/web:1"'}},
          lastState: {terminated: {reason: 'Error', exitCode: 1, finishedAt: '2026-08-19T10:00:09Z'}},
        },
      ],
    },
  }
}

/** An event as the API gives it. */
export function event(name: string, message: string, count = 1): object {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {name: `${name}.1`, namespace: 'ns'},
    involvedObject: {kind: 'ReplicaSet', name, namespace: 'ns'},
    type: 'Warning',
    reason: 'FailedCreate',
    message,
    count,
    firstTimestamp: '2026-08-19T10:00:00Z',
    lastTimestamp: '2026-08-19T10:05:00Z',
  }
}
