import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysInMonth, isoDate } from '../../server/src/core/minutes/calendar.ts'

const years = [999, 1000, 1900, 2000, 2023, 2024, 2100, 9996, 9999, 10_000]

test('there are the days that JavaScript itself counts, and no others', () => {
  for (const year of years) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const date = new Date(Date.UTC(year, month - 1, day))
        const isOne = year >= 1000 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        assert.equal(isoDate(year, month, day), isOne ? date.toISOString().slice(0, 10) : undefined)
      }
    }
  }
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(isoDate(2024, none, none), undefined)
})

test('a month has as many days as there are', () => {
  for (const year of years) {
    for (let month = 1; month <= 12; month += 1)
      assert.equal(daysInMonth(year, month), new Date(Date.UTC(year, month, 0)).getUTCDate(), `${year}-${month}`)
  }
})
