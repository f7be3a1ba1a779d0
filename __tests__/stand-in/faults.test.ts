// The faults of the stand-in.
import { expect, test } from '@jest/globals'
import { setUp } from '../set-up.ts'

const world = setUp()

test.concurrent('a fault cannot be set where tests run at once', async () => {
  const setFault = () => {
    world.standIn.faults.api = 'hang'
  }
  expect(setFault).toThrow('run at once')
  expect(world.standIn.faults).toEqual({})
})
