// Written here because the well-kept libraries bring hundreds of packages for these two functions. Held to scipy
// within 1e-9 by test/evaluation/statistics.test.ts.

const tiny = 1e-300
const precision = 1e-16
const maxSteps = 10_000

/** Lanczos’ coefficients for g = 607/128, as computed by Godfrey; the error stays under 1e-14. */
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
]

/** The natural logarithm of the gamma function, for x > 0. */
function logGamma(x: number): number {
  const shifted = x + 607 / 128 - 0.5
  const series = lanczos.reduce(
    (sum, coefficient, at) => (at === 0 ? coefficient : sum + coefficient / (x + at - 1)),
    0,
  )
  return (x - 0.5) * Math.log(shifted) - shifted + Math.log(Math.sqrt(2 * Math.PI) * series)
}

/** Lentz’s method for a continued fraction 1 / (1 + a1 / (1 + a2 / ...)), given its partial numerators. */
function continuedFraction(numerator: (step: number) => number): number {
  let c = 1
  let d = 0
  let fraction = 1
  for (let step = 1; step <= maxSteps; step += 1) {
    const a = numerator(step)
    d = 1 + a * d
    if (Math.abs(d) < tiny) d = tiny
    c = 1 + a / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) < precision) break
  }
  return 1 / fraction
}

/** The regularized incomplete beta function I_x(a, b) (DLMF 8.17.22). `rest` is 1 - x, given apart for its digits. */
function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(rest, x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest)) / a
  return (
    front *
    continuedFraction((step) => {
      const m = Math.floor(step / 2)
      return step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    })
  )
}

/** How likely Student’s t is as far from zero as this or farther, either way. Degrees of freedom need not be whole. */
export function studentTwoSided(t: number, degrees: number): number {
  const square = t * t
  return incompleteBeta(degrees / (degrees + square), square / (degrees + square), degrees / 2, 0.5)
}

/** The t that is exceeded either way with this probability: 2.228 for 0.05 and 10 degrees of freedom. */
export function studentCritical(twoSided: number, degrees: number): number {
  let low = 0
  let high = 1
  while (studentTwoSided(high, degrees) > twoSided) high *= 2
  // Doubles halve about 60 times before the two ends meet.
  for (let step = 0; step < 80 && high - low > precision * high; step += 1) {
    const middle = (low + high) / 2
    if (studentTwoSided(middle, degrees) > twoSided) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** How likely a standard normal figure is as far from zero as this or farther, either way: erfc(|z| / sqrt 2). */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  return x < 2 ? 1 - errorSeries(x) : errorFraction(x)
}

/** erf by its series (DLMF 7.6.2), whose terms are all positive. */
function errorSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; n <= maxSteps && term > precision * sum; n += 1) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** erfc by its continued fraction (DLMF 7.9.1 in equivalent form), for large x. */
function errorFraction(x: number): number {
  return (Math.exp(-x * x) / (x * Math.sqrt(Math.PI))) * continuedFraction((step) => step / (2 * x * x))
}
