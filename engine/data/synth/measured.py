"""Facts measured on the real images that the generator copies."""

from __future__ import annotations

#: A measured curve, one value per knot.
Curve = tuple[float, ...]

# fmt: off

# Amplitude spectra (grey values) of the real classes 3, 5 and 6 at these frequencies in
# cycles/px: the mean over their images, corrected until generated images show the same.
# Anisotropy is (a0 - a90) / (a0 + a90), where a0 is the amplitude along x and a90 the one along y.
FREQUENCIES: Curve = (
    0.002, 0.004, 0.006, 0.01, 0.014, 0.021, 0.031, 0.045, 0.065,
    0.094, 0.136, 0.196, 0.283, 0.413, 0.595,
)
CLOTH: Curve = (
    600.0, 640.0, 500.0, 310.0, 255.0, 202.6, 192.0, 152.1, 86.9,
    42.4, 27.3, 17.4, 9.9, 6.5, 5.7,
)
CLOTH_ANISOTROPY: Curve = (
    0.0, 0.0, 0.2, 0.1, 0.05, 0.0, -0.1, -0.38, -0.32,
    -0.11, 0.0, -0.03, -0.01, 0.0, 0.0,
)
GRAIN: Curve = (
    600.0, 470.0, 564.0, 460.0, 280.0, 153.5, 149.7, 137.5, 85.2,
    68.9, 48.3, 32.5, 13.4, 6.5, 5.7,
)
GRAIN_ANISOTROPY: Curve = (
    0.0, 0.0, 0.1, 0.1, 0.1, 0.02, 0.0, 0.05, 0.0,
    0.07, 0.12, 0.14, 0.17, 0.0, 0.0,
)
SPECKLE: Curve = (
    1100.0, 950.0, 1000.0, 740.0, 480.0, 560.0, 440.0, 347.8, 259.9,
    189.5, 126.9, 71.6, 36.0, 13.7, 6.5,
)
SPECKLE_ANISOTROPY: Curve = (
    0.0, 0.0, 0.0, 0.0, 0.0, -0.1, -0.02, 0.0, -0.04,
    0.04, 0.1, 0.07, 0.0, 0.0, 0.0,
)

# Mean grey value of the columns and rows, every 32 px, less the mean of the image: classes 3
# and 5 have the same uneven light in every real image.
CLOTH_COLUMNS: Curve = (
    9.5, 39.0, 29.0, 26.5, 19.0, 9.5, 8.5, 6.5, 2.0,
    -1.0, -6.5, -12.5, -21.0, -25.5, -28.5, -43.5,
)
CLOTH_ROWS: Curve = (
    -1.0, 2.0, 5.0, 11.0, 5.0, 5.0, 5.0, 3.0, 1.0,
    2.0, 0.0, -4.0, -8.0, -7.0, -9.0, -6.0,
)
GRAIN_COLUMNS: Curve = (
    -2.0, 10.0, 12.0, 13.0, 16.0, 7.0, -1.0, 1.0, 2.0,
    2.0, 0.0, -10.0, -18.0, -13.0, -7.0, -9.0,
)
GRAIN_ROWS: Curve = (
    4.0, 15.0, 1.0, 1.0, -1.0, 3.0, 5.0, -5.0, -1.0,
    0.0, -3.0, 1.0, 2.0, -2.0, -2.0, -11.0,
)

# Grey values at the fractions of noise.to_grey, for the darkest and the brightest real image.
STREAK_DARK: Curve = (
    0.0, 2.0, 7.0, 11.0, 18.0, 31.0, 43.0, 57.0, 72.0,
    89.0, 109.0, 134.0, 168.0, 193.0, 211.0, 227.0, 247.0,
)
STREAK_BRIGHT: Curve = (
    0.0, 12.0, 20.0, 28.0, 39.0, 58.0, 74.0, 90.0, 106.0,
    123.0, 141.0, 163.0, 190.0, 209.0, 223.0, 235.0, 251.0,
)
SPECKLE_DARK: Curve = (
    0.0, 4.0, 7.0, 11.0, 17.0, 27.0, 40.0, 55.0, 72.0,
    94.0, 119.0, 150.0, 189.0, 214.0, 229.0, 241.0, 254.0,
)
SPECKLE_BRIGHT: Curve = (
    0.0, 5.0, 8.0, 12.0, 18.0, 31.0, 48.0, 66.0, 89.0,
    115.0, 144.0, 177.0, 211.0, 230.0, 240.0, 247.0, 255.0,
)

# The same for class 1, in standard deviations from the mean: skew 0.7, kurtosis 3.7.
MOIRE: Curve = (
    -2.11, -1.77, -1.59, -1.41, -1.18, -0.87, -0.61, -0.37, -0.12,
    0.15, 0.43, 0.79, 1.34, 1.82, 2.29, 2.83, 4.08,
)
# fmt: on
