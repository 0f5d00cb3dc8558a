/** `npm run test:walls` takes its time; every other run tries less of the same. */
export const isFull = process.env['PARLEY_WALLS'] === 'full'
